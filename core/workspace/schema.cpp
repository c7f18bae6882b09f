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
    // What people decided about files that others changed, and when somebody last looked.
    const QStringList watch{
        QStringLiteral("CREATE TABLE drift_decision (target TEXT NOT NULL, path TEXT NOT NULL, "
                       "kind TEXT NOT NULL, file_kind INTEGER NOT NULL, size BIGINT NOT NULL, "
                       "time BIGINT NOT NULL, hash TEXT, author TEXT NOT NULL, at TEXT NOT NULL, "
                       "PRIMARY KEY (target, path))"),
        QStringLiteral("CREATE TABLE drift_check (target TEXT PRIMARY KEY, at TEXT NOT NULL, "
                       "level TEXT NOT NULL, findings INTEGER NOT NULL)"),
    };
    // Apart from the summary, so that a list of publishes need not read some thousand items each.
    const QStringList plans{QStringLiteral("ALTER TABLE publish_history ADD COLUMN plan TEXT")};
    // Each target knows what it was sent. No reference to page: one that went for good may still be
    // on a server.
    const QStringList sent{
        QStringLiteral("CREATE TABLE page_sent (target TEXT NOT NULL, page TEXT NOT NULL, "
                       "revision INTEGER NOT NULL, at TEXT NOT NULL, "
                       "PRIMARY KEY (target, page))"),
        // When somebody last looked whether it still stands as it was left.
        QStringLiteral("CREATE TABLE server_look (target TEXT PRIMARY KEY, at TEXT NOT NULL, "
                       "problem TEXT NOT NULL, scheduled TEXT)"),
    };
    return {QStringLiteral("publish"), {{1, first}, {2, watch}, {3, plans}, {4, sent}}};
}

/// The tables of core/check's repositories, which does not know the workspace either.
store::MigrationSet checkMigrations()
{
    // No reference to page: an exception stays known after its page is gone.
    const QStringList exceptions{
        QStringLiteral("CREATE TABLE check_exception (id TEXT PRIMARY KEY, rule TEXT NOT NULL, "
                       "page TEXT, evidence TEXT NOT NULL, found TEXT NOT NULL, "
                       "reason TEXT NOT NULL, author TEXT NOT NULL, at TEXT NOT NULL, "
                       "revoked_at TEXT, revoked_by TEXT NOT NULL)"),
    };
    // What addresses outside the site answered when somebody last had them asked.
    const QStringList outside{
        QStringLiteral("CREATE TABLE outside_link (url TEXT PRIMARY KEY, at TEXT NOT NULL, "
                       "status INTEGER NOT NULL, problem TEXT NOT NULL, moved_to TEXT NOT NULL, "
                       "failures INTEGER NOT NULL, failing_since TEXT)"),
    };
    // How the site's people want rules to weigh, and their own dictionary.
    const QStringList decisions{
        QStringLiteral("CREATE TABLE check_weight (rule TEXT PRIMARY KEY, weight TEXT NOT NULL, "
                       "author TEXT NOT NULL, at TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE check_term (id TEXT PRIMARY KEY, written TEXT NOT NULL, "
                       "wanted TEXT NOT NULL, reason TEXT NOT NULL, position INTEGER NOT NULL)"),
    };
    return {QStringLiteral("check"), {{1, exceptions}, {2, outside}, {3, decisions}}};
}

/// The tables of core/notify's repository, which does not know the workspace either.
store::MigrationSet notifyMigrations()
{
    // No reference to publish_history: `publish` is empty for what is sent by hand.
    const QStringList first{
        QStringLiteral("CREATE TABLE notice_outbox (id TEXT PRIMARY KEY, publish TEXT, "
                       "at TEXT NOT NULL, urls TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE notice (id TEXT PRIMARY KEY, publish TEXT, at TEXT NOT NULL, "
                       "told INTEGER NOT NULL, waiting INTEGER NOT NULL, status INTEGER NOT NULL, "
                       "problem TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX notice_publish ON notice (publish)"),
    };
    return {QStringLiteral("notify"), {{1, first}}};
}

} // namespace

store::MigrationSets schema()
{
    return {content::migrations(), statistics::migrations(), banner::migrations(),
            publishMigrations(),   checkMigrations(),        notifyMigrations()};
}

} // namespace kakehashi::workspace
