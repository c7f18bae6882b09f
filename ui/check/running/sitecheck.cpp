#include "ui/check/running/sitecheck.h"

#include "check/decisions/decisionrepository.h"
#include "check/gate/exceptionrepository.h"
#include "check/outside/outsidefindings.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"

namespace kakehashi::ui {

SiteCheck::SiteCheck(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_worker.setMaxThreadCount(1);
}

SiteCheck::~SiteCheck()
{
    m_cancel.cancel();
    m_worker.waitForDone();
}

Result<check::Gate> SiteCheck::judge(const CheckedSite &checked) const
{
    const auto holding = check::ExceptionRepository(m_session.workspace().database()).holding();
    if (!holding)
        return passOn(holding);
    return check::gateOf(checked.report.findings, *checked.snapshot, *holding);
}

Result<void> SiteCheck::addOutside(CheckedSite &checked) const
{
    const auto answers = check::OutsideLinkRepository(m_session.workspace().database()).all();
    if (!answers)
        return passOn(answers);
    check::mergeOutside(checked.report, check::outsideFindings(*checked.rules, *checked.snapshot,
                                                               checked.report, *answers));
    return {};
}

void SiteCheck::start()
{
    if (m_running)
        return;
    m_running = true;
    m_cancel = CancelToken();
    Q_EMIT started();
    m_session.takeSnapshot(this, [this](const Result<render::SnapshotPtr> &site) { check(site); });
}

void SiteCheck::check(const Result<render::SnapshotPtr> &site)
{
    const auto theme = m_session.workspace().theme();
    const auto rules = check::siteRules(m_session.workspace().database());
    if (!site || !theme || !rules) {
        m_running = false;
        Q_EMIT failed(!site ? site.error() : !theme ? theme.error() : rules.error());
        return;
    }
    const JobContext context{m_cancel, [this](const Progress &progress) {
                                 // Called on the worker; a posted call ends with this object.
                                 QMetaObject::invokeMethod(
                                     this, [this, progress] { Q_EMIT progressed(progress); },
                                     Qt::QueuedConnection);
                             }};
    runInBackground(
        m_worker, this,
        [rules = *rules, site = *site, theme = *theme,
         options = m_session.workspace().renderOptions(), context] {
            return check::checkSite({rules, *theme, options}, *site, context);
        },
        [this, site = *site, rules = *rules](Result<check::SiteReport> report) {
            m_running = false;
            if (!report) {
                Q_EMIT failed(report.error());
                return;
            }
            CheckedSite checked{site, rules, std::move(*report), {}, site->asOf};
            if (const auto added = addOutside(checked); !added) {
                Q_EMIT failed(added.error());
                return;
            }
            auto gate = judge(checked);
            if (!gate) {
                Q_EMIT failed(gate.error());
                return;
            }
            checked.gate = std::move(*gate);
            Q_EMIT finished(checked);
        });
}

} // namespace kakehashi::ui
