#include "check/html/names.h"
#include "check/rules/links/linkrules.h"
#include "security/siteaddress.h"

#include <QUrl>

namespace kakehashi::check {

/// Visitors hear that a link leaves the site. The renderer says so in bodies; templates and old
/// HTML may forget.
void linkExternal(const PageView &page, Report &report)
{
    for (const Element &link : linksIn(page)) {
        const QUrl target(toText(link.value("href")));
        const bool external = target.scheme().startsWith(QLatin1String("http")) &&
                              !target.host().isEmpty() &&
                              !security::isOwnAddress(page.snapshot.site.url, target);
        const QString name = accessibleName(page.document, link);
        if (external && !name.contains(QStringLiteral("外部")))
            report.at(link, LinkRules::tr("The link \"%1\" does not say that it leaves the site.")
                                .arg(excerpt(name)));
    }
}

} // namespace kakehashi::check
