#include "security/siteaddress.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace kakehashi::security {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::SiteAddress)
};

constexpr int httpPort = 80;
constexpr int httpsPort = 443;
const QLatin1String www("www.");

QString hostOf(const QUrl &url)
{
    QString host = url.host().toLower();
    while (host.endsWith(u'.'))
        host.chop(1);
    return host;
}

/// -1 for the one that the scheme has anyway.
int portOf(const QUrl &url)
{
    const bool isUsual = (url.port() == httpsPort && url.scheme() != QLatin1String("http")) ||
                         (url.port() == httpPort && url.scheme() != QLatin1String("https"));
    return isUsual ? -1 : url.port();
}

bool isWeb(const QUrl &url)
{
    return url.scheme().isEmpty() || url.scheme() == QLatin1String("http") ||
           url.scheme() == QLatin1String("https");
}

QString withoutWww(const QString &host)
{
    return host.startsWith(www) ? host.mid(www.size()) : host;
}

/// As DNS has them: letters, digits and hyphens between dots. "::1" is a number.
bool isHostName(const QString &host)
{
    constexpr qsizetype longestLabel = 63;
    if (host.contains(u':'))
        return true;
    const QStringList labels = (host.endsWith(u'.') ? host.chopped(1) : host).split(u'.');
    return std::none_of(labels.cbegin(), labels.cend(), [](const QString &label) {
        return label.isEmpty() || label.size() > longestLabel || label.startsWith(u'-') ||
               label.endsWith(u'-') || label.contains(u' ') || label.contains(u'%');
    });
}

tl::unexpected<Error> refused(const QString &text)
{
    return fail(ErrorCode::Invalid, text);
}

} // namespace

Result<QUrl> siteAddress(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return QUrl();
    const QUrl url(typed, QUrl::StrictMode);
    const bool isKnown =
        url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isKnown || url.host().isEmpty() || !isHostName(url.host()))
        return refused(Text::tr("“%1” is no address of a site. Write it as in a browser, such as "
                                "https://portal.example.jp.")
                           .arg(typed.left(120)));
    const QString top = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment |
                                     QUrl::RemoveUserInfo)
                            .toString();
    if (!url.userInfo().isEmpty())
        return refused(
            Text::tr("The site's address must not hold a user name. Write %1.").arg(top));
    if (url.hasQuery() || url.hasFragment())
        return refused(Text::tr("The site's address “%1” ends with “?…” or “#…”, which belongs to "
                                "a single page. Write %2.")
                           .arg(typed.left(120), top));
    if (url.path() != QLatin1String("/") && !url.path().isEmpty())
        return refused(
            Text::tr("“%1” leads to a folder of its host. The links of a site lead from the top "
                     "of its host, so it needs a host of its own: write %2, or have a name such as "
                     "portal.%3 made for it.")
                .arg(typed.left(120), top, withoutWww(hostOf(url))));
    return url;
}

bool isOwnAddress(const QUrl &site, const QUrl &url)
{
    return isWeb(url) && !hostOf(site).isEmpty() && hostOf(site) == hostOf(url) &&
           portOf(site) == portOf(url) && url.userInfo().isEmpty();
}

bool isLikelyOwnAddress(const QUrl &site, const QUrl &url)
{
    return isWeb(url) && !hostOf(site).isEmpty() &&
           withoutWww(hostOf(site)) == withoutWww(hostOf(url)) && portOf(site) == portOf(url) &&
           url.userInfo().isEmpty();
}

} // namespace kakehashi::security
