#pragma once

#include "publish/connection/publishsession.h"
#include "publish/connection/reconnect.h"
#include "publish/transaction/staging.h"

#include <QElapsedTimer>

namespace kakehashi::publish {

/// One Publisher::publish(), over as many connections as it takes. What a lost one left unknown is
/// found out by looking at the server; nothing is sent or renamed again on a guess.
class PublishRun
{
public:
    /// All of it outlives the run.
    PublishRun(PublishSession &session, const Plan &plan, const render::ByteSource &source,
               const JobContext &context);

    Result<Report> run();

private:
    enum class State {
        Done,      ///< it is live, m_report says so
        Again,     ///< nothing of it is live
        Suspended, ///< the connection did not come back
    };

    Result<void> attempt();
    Result<void> publishLocked(LockedPlace &locked, Staging &staging);
    tl::unexpected<Error> giveRoomBack(const Workplace &place, const Error &full);
    bool isGivenUp(const Error &lost);
    Result<State> regain(const Error &lost);
    Result<State> settle();
    Result<bool> isLive();
    void lookAfterwards();

    PublishSession &m_session;
    const Plan &m_plan;
    const render::ByteSource &m_source;
    const JobContext &m_context;
    Reconnect m_reconnect;
    QElapsedTimer m_running;
    int m_stuck = 0;             ///< losses to a stuck service since something got through
    QStringList m_transactions;  ///< of all attempts
    bool m_mayBeVisible = false; ///< whether the last attempt came to its commit
    qint64 m_bytesSent = 0;      ///< by the attempts before the last one
    Issues m_notes;
    ControlFolder m_control; ///< of the last attempt
    Report m_report;
};

} // namespace kakehashi::publish
