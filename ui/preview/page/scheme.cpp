#include "ui/preview/page/scheme.h"

#include <QWebEngineUrlScheme>

namespace kakehashi::ui {
namespace {

const QString &hostName()
{
    static const QString name = QStringLiteral("site");
    return name;
}

} // namespace

void registerPreviewScheme()
{
    QWebEngineUrlScheme scheme(previewSchemeName);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    // Secure, as https is: what themes may use must not differ from the real site. No access to
    // local files, no right to ignore the content security policy.
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme | QWebEngineUrlScheme::CorsEnabled);
    QWebEngineUrlScheme::registerScheme(scheme);
}

QUrl previewUrl(const QString &path)
{
    QUrl url;
    url.setScheme(QLatin1String(previewSchemeName));
    url.setHost(hostName());
    url.setPath(path);
    return url;
}

bool isPreviewUrl(const QUrl &url)
{
    return url.scheme() == QLatin1String(previewSchemeName) && url.host() == hostName();
}

} // namespace kakehashi::ui
