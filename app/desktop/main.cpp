#include "ui/about/aboutdialog.h"
#include "ui/banner/bannerpanel.h"
#include "ui/editor/editorfeature.h"
#include "ui/help/helpwindow.h"
#include "ui/mainwindow/desktop.h"
#include "ui/media/mediapanel.h"
#include "ui/pages/pagesfeature.h"
#include "ui/preview/previewpanel.h"
#include "ui/preview/scheme.h"
#include "ui/publish/publishpanel.h"
#include "ui/settings/settingspanel.h"
#include "ui/statistics/statisticspanel.h"
#include "ui/targets/targetspanel.h"
#include "ui/today/todaypanel.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace kakehashi;

int main(int argc, char **argv)
{
    ui::registerPreviewScheme(); // WebEngine ignores schemes that come after the application
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Kakehashi"));
    QApplication::setOrganizationName(QStringLiteral("Kakehashi"));
    QApplication::setApplicationVersion(QStringLiteral(KAKEHASHI_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("kakehashi"));

    QCommandLineParser arguments;
    arguments.addHelpOption();
    arguments.addVersionOption();
    arguments.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("Site folder to open"),
                                    QStringLiteral("[FOLDER]"));
    arguments.process(application);

    ui::Desktop desktop(application,
                        {ui::registerToday, ui::registerPages, ui::registerEditor,
                         ui::registerMedia, ui::registerBanners, ui::registerStatistics,
                         ui::registerSettings, ui::registerPreview, ui::registerPublish,
                         ui::registerTargets, ui::registerHelp, ui::registerAbout});
    desktop.start(arguments.positionalArguments().value(0));
    return QApplication::exec();
}
