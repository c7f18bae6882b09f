#include "ui/preview/page/webpage.h"

#include "ui/preview/page/scheme.h"

#include <QFile>
#include <QJsonDocument>
#include <QUuid>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>

namespace kakehashi::ui {

WebPage::WebPage(QWebEngineProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent), m_token(QUuid::createUuid().toString(QUuid::Id128))
{
    QWebEngineSettings *rules = settings();
    using Rule = QWebEngineSettings::WebAttribute;
    for (const Rule refused :
         {Rule::PluginsEnabled, Rule::LocalStorageEnabled, Rule::JavascriptCanOpenWindows,
          Rule::JavascriptCanAccessClipboard, Rule::LocalContentCanAccessRemoteUrls,
          Rule::LocalContentCanAccessFileUrls, Rule::FullScreenSupportEnabled,
          Rule::ScreenCaptureEnabled, Rule::HyperlinkAuditingEnabled, Rule::DnsPrefetchEnabled,
          Rule::PdfViewerEnabled, Rule::ErrorPageEnabled, Rule::FocusOnNavigationEnabled})
        rules->setAttribute(refused, false);
    connect(this, &QWebEnginePage::featurePermissionRequested, this,
            [this](const QUrl &origin, Feature feature) {
                setFeaturePermission(origin, feature, PermissionDeniedByUser);
            });
    addScript();
}

void WebPage::addScript()
{
    QFile file(QStringLiteral(":/preview/morph.js"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QWebEngineScript script;
    script.setName(QStringLiteral("morph"));
    script.setSourceCode(
        QString::fromUtf8(file.readAll()).replace(QLatin1String("%TOKEN%"), m_token));
    script.setInjectionPoint(QWebEngineScript::DocumentReady);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    scripts().insert(script);
}

void WebPage::open(const QUrl &url)
{
    m_opening = url;
    load(url);
}

bool WebPage::acceptNavigationRequest(const QUrl &url, NavigationType, bool isMainFrame)
{
    if (!isPreviewUrl(url))
        return false;
    if (!isMainFrame)
        return true;
    // Our script reports clicks instead of following them; what still arrives here unasked for is
    // the page's own doing, such as a refresh header, and only a jump within the page is harmless.
    const bool sameDocument = url.matches(this->url(), QUrl::RemoveFragment);
    return url == m_opening || sameDocument;
}

void WebPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &message, int,
                                       const QString &)
{
    if (!message.startsWith(m_token))
        return;
    const QByteArray json = QStringView(message).mid(m_token.size()).toUtf8();
    Q_EMIT reported(QJsonDocument::fromJson(json).object());
}

QWebEnginePage *WebPage::createWindow(WebWindowType)
{
    return nullptr;
}

} // namespace kakehashi::ui
