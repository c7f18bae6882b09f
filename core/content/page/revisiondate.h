#pragma once

#include "base/result.h"
#include "base/ulid.h"

#include <QDateTime>

namespace kakehashi::store {
class Database;
}

namespace kakehashi::content {

/// Says of a stored revision when its words came to be, elsewhere, before they were imported.
Result<void> dateRevision(store::Database &database, const Ulid &revision, const QDateTime &at);

} // namespace kakehashi::content
