#include "workspace/schema.h"

#include "banner/bannerrepository.h"
#include "content/contentmigrations.h"
#include "statistics/seriesrepository.h"

namespace kakehashi::workspace {
namespace {

/// The tables of core/publish's repositories. They stand here because publish and workspace are on
/// one floor and do not know each other.
store::MigrationSet publishMigrations()
{
    const QStringList first{
        QStringLiteral("CREATE TABLE target (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, "
                       "json TEXT NOT NULL, position INTEGER NOT NULL)"),
        // No reference to target: what was published stays known after a target is removed.
        QStringLiteral("CREATE TABLE publish_history (id TEXT PRIMARY KEY, target TEXT NOT NULL, "
                       "generation BIGINT NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL, "
                       "machine TEXT NOT NULL, summary TEXT NOT NULL)"),
    };
    return {QStringLiteral("publish"), {{1, first}}};
}

} // namespace

store::MigrationSets schema()
{
    return {content::migrations(), statistics::migrations(), banner::migrations(),
            publishMigrations()};
}

} // namespace kakehashi::workspace
