#pragma once

#include <QJsonObject>
#include <QWebEnginePage>

namespace kakehashi::ui {

/// The page behind the preview: goes nowhere but within the site, opens no windows, asks for no
/// rights, and hands on what our own script reports.
class WebPage final : public QWebEnginePage
{
    Q_OBJECT

public:
    WebPage(QWebEngineProfile *profile, QObject *parent);

    /// Loads without the guard's question; the only way to another page.
    void open(const QUrl &url);

Q_SIGNALS:
    /// What resources/preview/morph.js says: {ready}, {line}, {link}, {hover}, {painted}.
    void reported(const QJsonObject &message);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message,
                                  int line, const QString &source) override;
    QWebEnginePage *createWindow(WebWindowType type) override;

private:
    void addScript();

    QString m_token; ///< proves that a console line is from our script and not from the page
    QUrl m_opening;
};

} // namespace kakehashi::ui
