#include "ui/check/gotofinding.h"

#include "content/pagerepository.h"
#include "ui/shell/actions.h"
#include "ui/shell/session.h"

#include <QAction>

#include <algorithm>

namespace kakehashi::ui {
namespace {

/// Where people mend what belongs to no page.
QString panelFor(const QString &rule)
{
    if (rule.startsWith(QLatin1String("media-")))
        return QStringLiteral("media");
    if (rule.startsWith(QLatin1String("banner-")))
        return QStringLiteral("banners");
    return QStringLiteral("settings");
}

void trigger(Session &session, const char *action)
{
    if (QAction *found = session.actions().action(QLatin1String(action)))
        found->trigger();
}

} // namespace

void goToFinding(Session &session, const check::Finding &finding)
{
    const Place &place = finding.issue.place;
    const auto page = place.pagePath.isEmpty()
                          ? Result<content::Page>(fail(ErrorCode::NotFound, QString()))
                          : session.workspace().pages().byPath(place.pagePath);
    if (!page)
        return session.showPanel(panelFor(finding.issue.rule));
    if (!session.openPage(page->id))
        return; // the session shows why
    session.showPanel(QStringLiteral("pages"));
    if (finding.part == QLatin1String("body"))
        session.gotoLine(std::max(1, place.line));
    else if (finding.part.startsWith(QLatin1String("seo/")))
        trigger(session, "edit.publish");
    else if (!finding.part.isEmpty() && finding.part != QLatin1String("title"))
        trigger(session, "edit.details");
}

} // namespace kakehashi::ui
