#include "features.h"

#include "ui/about/aboutdialog.h"
#include "ui/banner/bannerpanel.h"
#include "ui/check/checkfeature.h"
#include "ui/drift/driftpanel.h"
#include "ui/editor/editorfeature.h"
#include "ui/help/helpwindow.h"
#include "ui/history/historypanel.h"
#include "ui/media/mediapanel.h"
#include "ui/pages/pagesfeature.h"
#include "ui/preview/previewfeature.h"
#include "ui/publish/publishpanel.h"
#include "ui/seo/seopanel.h"
#include "ui/settings/settingspanel.h"
#include "ui/statistics/statisticspanel.h"
#include "ui/takeover/takeoverfeature.h"
#include "ui/targets/targetspanel.h"
#include "ui/today/todaypanel.h"

namespace kakehashi {

QList<ui::Feature> allFeatures()
{
    return {ui::registerToday,    ui::registerPages,   ui::registerEditor,     ui::registerCheck,
            ui::registerMedia,    ui::registerBanners, ui::registerStatistics, ui::registerSeo,
            ui::registerSettings, ui::registerPreview, ui::registerPublish,    ui::registerHistory,
            ui::registerDrift,    ui::registerTargets, ui::registerTakeover,   ui::registerHelp,
            ui::registerAbout};
}

} // namespace kakehashi
