#pragma once

#include "publish/journal.h"
#include "publish/publisher.h"
#include "publish/transaction/staging.h"

namespace kakehashi::publish {

/// What a publish is about to do, from a plan of which everything is staged.
Journal journalOf(const Plan &plan, const PublishParams &who, const QString &transaction,
                  const Staging &staging);

} // namespace kakehashi::publish
