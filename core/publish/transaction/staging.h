#pragma once

#include "publish/plan.h"
#include "publish/transaction/lock.h"
#include "publish/transaction/workplace.h"
#include "render/outputtree.h"

#include <QHash>

namespace kakehashi::publish {

/// What a plan sends, under the name of its SHA-256, complete on the server but not yet visible.
/// What an earlier attempt sealed is not sent again.
struct Staged
{
    QHash<QString, QString> names;  ///< path → name in stage/
    QHash<QString, FileInfo> files; ///< path → the file as the server has it
    qint64 bytesSent = 0;
    Batch seals; ///< the last renames, to be done along with what comes next
};

/// Sends whatever is missing. `mayHoldFiles`: stage/ was there before. On failure the site is
/// unchanged and what was sealed stays for the next attempt.
Result<Staged> stageFiles(const Workplace &place, Lock &lock, const Plan &plan,
                          const render::ByteSource &source, bool mayHoldFiles);

} // namespace kakehashi::publish
