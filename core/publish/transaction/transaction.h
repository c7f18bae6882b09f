#pragma once

#include "publish/locking/lock.h"
#include "publish/publisher.h"
#include "publish/transaction/staging.h"
#include "publish/transaction/workplace.h"

namespace kakehashi::publish {

/// What one publish is made of; all of it outlives the call.
struct TransactionParams
{
    const PublishParams &who;
    const Plan &plan;
    Staging &staging;
    QString id;                   ///< Ulid, also of the lock
    bool mayHoldStaged = false;   ///< an earlier attempt left stage/ behind
    Outcomes early = {};          ///< of earlySteps(); empty when they were not done
    bool *mayBeVisible = nullptr; ///< set when the commit begins
};

/// The folder of what the transaction keeps, in it what will say what it does, and the manifest
/// that counts. Reading that takes two flights, which are free beside uploads.
Batch foldersFirst(const Plan &plan, const ControlFolder &control, const QString &transaction);

/// What can go out with the request for the lock: sending files, and the folder for undoing.
Result<Batch> earlySteps(const Plan &plan, Staging &staging, const ControlFolder &control,
                         const QString &transaction);

/// Stages, verifies, journals, commits, removes (publishing.md 5, lines 9–19). The lock is held by
/// the caller. When a step of the commit fails, everything is taken back before this returns; when
/// the connection is lost (Interrupted), the journal on the server tells recover() the rest.
/// Conflict when the server is no longer as the plan saw it.
Result<Report> runTransaction(const Workplace &place, Lock &lock, const TransactionParams &params);

/// The failure of a plan that somebody overtook.
tl::unexpected<Error> publishedMeanwhile();

} // namespace kakehashi::publish
