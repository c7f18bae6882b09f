#pragma once

#include "publish/plan.h"

namespace kakehashi::publish {

/// Everything the plan touches lies there as the plan saw it: `looked` are looks at its items, then
/// at `folders`. Conflict where something changed since.
Result<void> asPlanned(const Plan &plan, const QStringList &folders, const Outcomes &looked);

} // namespace kakehashi::publish
