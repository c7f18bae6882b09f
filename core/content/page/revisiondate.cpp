#include "content/page/revisiondate.h"

#include "store/query.h"

namespace kakehashi::content {

Result<void> dateRevision(store::Database &database, const Ulid &revision, const QDateTime &at)
{
    store::Query query(database, QStringLiteral("UPDATE revision SET created_at = ? WHERE id = ?"));
    const auto done = query.run({at.toUTC(), revision});
    return done ? Result<void>() : passOn(done);
}

} // namespace kakehashi::content
