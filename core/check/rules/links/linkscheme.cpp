#include "check/rules/links/linkrules.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace kakehashi::check {
namespace {

bool isPrivate(const QString &host)
{
    return host == QLatin1String("localhost") || host.startsWith(QLatin1String("127.")) ||
           host.startsWith(QLatin1String("10.")) || host.startsWith(QLatin1String("192.168.")) ||
           host.endsWith(QLatin1String(".local")) || host.endsWith(QLatin1String(".internal"));
}

} // namespace

/// Links that visitors cannot follow: scripts, files of the writer's own computer, hosts inside
/// the office.
void linkScheme(const PageView &page, Report &report)
{
    static const std::array<QLatin1StringView, 4> good{
        QLatin1StringView("http"), QLatin1StringView("https"), QLatin1StringView("mailto"),
        QLatin1StringView("tel")};
    for (const Element &link : page.document.all("a")) {
        const QString target = toText(link.value("href")).trimmed();
        const QUrl url(target);
        const QString scheme = url.scheme();
        const bool known =
            scheme.isEmpty() || std::find(good.begin(), good.end(), scheme) != good.end();
        if (!known || target.startsWith(QLatin1String("\\\\")))
            report.at(
                link,
                LinkRules::tr("Visitors cannot follow a link to \"%1\".").arg(excerpt(target)),
                target);
        else if (isPrivate(url.host()))
            report.at(
                link,
                LinkRules::tr("%1 is an address inside the office or this computer.").arg(target),
                target);
    }
}

/// Unprotected addresses; most sites answer on https by now.
void linkInsecure(const PageView &page, Report &report)
{
    for (const Element &link : linksIn(page)) {
        const QString target = toText(link.value("href"));
        if (target.startsWith(QLatin1String("http://")))
            report.at(link, LinkRules::tr("%1: does the site answer on https, too?").arg(target),
                      target);
    }
}

} // namespace kakehashi::check
