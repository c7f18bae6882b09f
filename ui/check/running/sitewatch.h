#pragma once

#include "ui/check/running/sitecheck.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace kakehashi::ui {

class Session;

/// Knows how many problems would stop the next publish, without anybody asking: checks the site
/// some seconds after it was opened or changed, as long as that is quick, and keeps the badge of
/// the check panel. A large site is checked only when a person begins it.
class SiteWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr int settleTime = 5000;      ///< ms without a change
    static constexpr qint64 longestCheck = 1000; ///< ms; slower ones are not repeated by themselves

    explicit SiteWatch(Session &session);

    /// What it found of the site as it is stored; nothing while that has changed since.
    const std::optional<CheckedSite> &found() const { return m_found; }

private:
    void begin();
    void keep(const CheckedSite &checked);

    Session &m_session;
    SiteCheck m_check;
    QTimer m_soon;
    qint64 m_lastTook = 0; ///< ms
    std::optional<CheckedSite> m_found;
};

/// What the badge of the check panel says of a gate.
QString mustsText(const check::Gate &gate);

} // namespace kakehashi::ui
