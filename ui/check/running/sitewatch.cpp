#include "ui/check/running/sitewatch.h"

#include "ui/shell/session.h"

#include <QLocale>

namespace kakehashi::ui {
namespace {

/// Sites of more pages may take longer than longestCheck: not even begun unasked.
constexpr qsizetype mostPages = 1000;

} // namespace

SiteWatch::SiteWatch(Session &session)
    : QObject(&session), m_session(session), m_check(session, this)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(settleTime);
    connect(&m_soon, &QTimer::timeout, this, &SiteWatch::begin);
    const auto later = [this] {
        m_found.reset();
        m_soon.start();
    };
    connect(&session, &Session::siteChanged, this, later);
    connect(&session, &Session::pageSaved, this, later);
    connect(&m_check, &SiteCheck::finished, this, [this](const CheckedSite &checked) {
        m_lastTook = checked.report.milliseconds;
        m_session.setBadge(QStringLiteral("check"), mustsText(checked.gate));
        keep(checked);
    });
    later();
}

void SiteWatch::begin()
{
    m_session.takeSnapshot(this, [this](const Result<render::SnapshotPtr> &site) {
        if (site && (*site)->pages.size() <= mostPages && m_lastTook <= longestCheck)
            m_check.start();
    });
}

/// Unless the site has changed while it was checked.
void SiteWatch::keep(const CheckedSite &checked)
{
    m_session.takeSnapshot(this, [this, checked](const Result<render::SnapshotPtr> &site) {
        if (site && *site == checked.snapshot)
            m_found = checked;
        else if (!m_soon.isActive())
            m_soon.start();
    });
}

QString mustsText(const check::Gate &gate)
{
    const auto musts = gate.blocking.size();
    return musts > 0 ? QLocale().toString(musts) : QString();
}

} // namespace kakehashi::ui
