#include "ui/check/checkfeature.h"

#include "ui/check/checkpanel.h"
#include "ui/check/running/livecheck.h"
#include "ui/check/running/sitewatch.h"
#include "ui/shell/feature.h"

namespace kakehashi::ui {

void registerCheck(Registry &registry)
{
    registry.add({.id = QStringLiteral("check"),
                  .title = CheckPanel::tr("Check"),
                  .icon = QStringLiteral("inspect"),
                  .order = 80,
                  .make = [](Session &session, QWidget *parent) -> QWidget * {
                      return new CheckPanel(session, parent);
                  }});
    registry.addCompanion([](Session &session) {
        new LiveCheck(session);
        new SiteWatch(session);
    });
}

} // namespace kakehashi::ui
