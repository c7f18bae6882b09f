#include "ui/remote/serverwork.h"

#include "publish/targetrepository.h"
#include "ui/remote/publishingsite.h"
#include "ui/shell/session.h"
#include "ui/targets/access/accesskeeper.h"

namespace kakehashi::ui {

QString journalFolder(Session &session)
{
    return publish::journalFolder(session.workspace().folder());
}

ServerWork::ServerWork(Session &session, AccessKeeper &access, QObject *parent)
    : QObject(parent), m_session(session), m_access(access)
{
    m_worker.setMaxThreadCount(1);
}

ServerWork::~ServerWork()
{
    m_cancel.cancel();
    m_worker.waitForDone();
}

void ServerWork::begin(const publish::Target &target, Start start)
{
    m_cancel.cancel();
    m_target = target;
    m_start = std::move(start);
    prepare();
}

void ServerWork::prepare()
{
    m_running = true;
    const int run = ++m_run;
    const JobContext context = newContext();
    const auto site = publishingSite(m_session);
    if (!site) {
        finish(run, &site.error());
        return;
    }
    m_isAsking = true;
    m_access.prepare(*site, m_target, this,
                     [this, run, context](const Result<publish::PublishParams> &params) {
                         if (run != m_run)
                             return;
                         m_isAsking = false;
                         if (params)
                             return m_start(*params, context);
                         m_running = false;
                         Q_EMIT passwordNeeded(QString());
                     });
}

JobContext ServerWork::newContext()
{
    m_cancel = CancelToken();
    const int run = m_run;
    return {m_cancel, [this, run](const Progress &progress) {
                // The sink is called on the worker; a posted call ends with this object.
                QMetaObject::invokeMethod(
                    this,
                    [this, run, progress] {
                        if (run == m_run)
                            Q_EMIT progressed(progress);
                    },
                    Qt::QueuedConnection);
            }};
}

bool ServerWork::finish(int run, const Error *error)
{
    if (run != m_run)
        return false;
    m_running = false;
    if (!error)
        return true;
    if (error->code == ErrorCode::HostKeyUnknown) {
        Q_EMIT hostKeyUnknown(*error);
    } else if (error->code == ErrorCode::AuthenticationFailed &&
               m_target.auth != publish::Target::Auth::Agent) {
        m_access.forget(m_target);
        Q_EMIT passwordNeeded(error->text);
    } else {
        Q_EMIT failed(*error);
    }
    return false;
}

void ServerWork::cancel()
{
    m_cancel.cancel();
    if (!m_isAsking)
        return;
    // Nothing runs yet that could hear of it: the keychain is asked, and may wait for a person.
    m_isAsking = false;
    m_running = false;
    ++m_run;
    Q_EMIT failed(cancelled().value());
}

void ServerWork::givePassword(const QString &password, bool keep)
{
    m_access.give(m_target, password, keep, this, [this](const Result<void> &kept) {
        if (!kept)
            m_session.showError(kept.error());
        prepare();
    });
}

void ServerWork::trustHostKey(const QString &fingerprint)
{
    m_target.hostKey = fingerprint;
    publish::TargetRepository targets(m_session.workspace().database());
    if (const auto saved = targets.save(m_target); !saved) {
        Q_EMIT failed(saved.error());
        return;
    }
    prepare();
}

} // namespace kakehashi::ui
