#pragma once

#include "publish/publisher.h"
#include "publish/transaction/workplace.h"

namespace kakehashi::publish {

/// Ends the publish whose journal lies on the server, from any machine, any number of times
/// (publishing.md 5, line 20). The lock is held by the caller. Finishes it when all that was staged
/// is still there, else takes it back; both leave files of others alone. None: no journal.
/// `mine`: transactions that this machine began. Of others, what is not signed with the site's key
/// is not obeyed (Conflict): whoever can write there could have made it up.
Result<Report::Recovery> recoverPublish(const Workplace &place, const PublishParams &who,
                                        const QStringList &mine, Publisher::Direction direction,
                                        Issues *notes);

} // namespace kakehashi::publish
