#pragma once

#include "ui/preview/page/sitefiles.h"

#include <QWebEngineUrlSchemeHandler>

class QThreadPool;

namespace kakehashi::ui {

/// Answers "kakehashi://site/…" from the site's state. Work is done on `pool`, answers are given on
/// the GUI thread.
class SchemeHandler final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT

public:
    SchemeHandler(QThreadPool &pool, QObject *parent);

    void setState(const SiteState &state) { m_state = state; }
    void requestStarted(QWebEngineUrlRequestJob *job) override;

Q_SIGNALS:
    /// A whole page went out: the morphing script must start from exactly these bytes.
    void pageServed(const QString &path, const QByteArray &html);
    void pageFailed(const QString &path, const kakehashi::Error &error);

private:
    SiteState m_state;
    QThreadPool &m_pool;
};

} // namespace kakehashi::ui
