#pragma once

#include "publish/publisher.h"
#include "publish/transaction/lock.h"
#include "publish/transaction/workplace.h"

namespace kakehashi::publish {

/// What one publish is made of; all of it outlives the call.
struct TransactionParams
{
    const PublishParams &who;
    const Plan &plan;
    const render::ByteSource &source;
    QString id;                 ///< Ulid, also of the lock
    bool hasManifest = false;   ///< the control folder holds one, ours or not
    bool mayHoldStaged = false; ///< an earlier attempt left stage/ behind
};

/// Stages, verifies, journals, commits, removes (publishing.md 5, lines 9–19). The lock is held by
/// the caller. When a step of the commit fails, everything is taken back before this returns; when
/// the connection is lost (Interrupted), the journal on the server tells recover() the rest.
Result<Report> runTransaction(const Workplace &place, Lock &lock, const TransactionParams &params);

} // namespace kakehashi::publish
