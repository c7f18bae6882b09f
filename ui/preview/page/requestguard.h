#pragma once

#include <QWebEngineUrlRequestInterceptor>

namespace kakehashi::ui {

/// Refuses every request that would leave the program: the preview shows unsaved drafts, and a
/// page must not be able to tell anybody about them.
class RequestGuard final : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT

public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;
    void interceptRequest(QWebEngineUrlRequestInfo &info) override;

    static bool allows(const QUrl &url);
};

} // namespace kakehashi::ui
