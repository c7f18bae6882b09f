#include "ui/check/gotofinding.h"

#include "content/page/pagerepository.h"
#include "ui/shell/session.h"

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
    else
        session.gotoFinding(finding);
}

} // namespace kakehashi::ui
