#pragma once

#include "publish/connection/connection.h"
#include "publish/publisher.h"

/// What a publish puts right besides what it is for: what was published before and is not as it
/// was. The same words before and after it.
namespace kakehashi::publish::mending {

/// See Standing. Publishing made no docroot, so it changes none.
QString closedRoot(const RemoteState &state);

/// What the plan says about it.
Issues planNotes(const Plan &plan);

/// What the report says, from the plan that was carried out.
void count(const Plan &plan, Report &report);

} // namespace kakehashi::publish::mending
