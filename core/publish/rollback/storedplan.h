#pragma once

#include "publish/plan.h"

namespace kakehashi::publish {

/// A plan as the history keeps it (toJson), to be read again; not to be published: what only the
/// connection knew is gone. What is missing in `object` stays empty.
Plan planFromStored(const QJsonObject &object);

} // namespace kakehashi::publish
