#include "content/contentmigrations.h"

namespace kakehashi::content {

store::MigrationSet migrations()
{
    const QStringList first{
        QStringLiteral("CREATE TABLE site (id TEXT PRIMARY KEY, settings TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE page (id TEXT PRIMARY KEY, kind TEXT NOT NULL, "
                       "path TEXT NOT NULL, position INTEGER NOT NULL, working INTEGER NOT NULL, "
                       "live INTEGER NOT NULL, trashed INTEGER NOT NULL, "
                       "created_at TEXT NOT NULL)"),
        // A page in the trash must not keep its path from a new one.
        QStringLiteral("CREATE UNIQUE INDEX page_path ON page (path) WHERE trashed = 0"),
        QStringLiteral(
            "CREATE TABLE revision (id TEXT PRIMARY KEY, page_id TEXT NOT NULL REFERENCES page, "
            "number INTEGER NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL, "
            "body TEXT NOT NULL, format TEXT NOT NULL, fields TEXT NOT NULL, shown_date TEXT, "
            "picture_id TEXT, seo_title TEXT NOT NULL, seo_description TEXT NOT NULL, "
            "noindex INTEGER NOT NULL, opens TEXT, closes TEXT, author TEXT NOT NULL, "
            "note TEXT NOT NULL, created_at TEXT NOT NULL, UNIQUE (page_id, number))"),
        QStringLiteral("CREATE TABLE draft (page_id TEXT PRIMARY KEY REFERENCES page, "
                       "base INTEGER NOT NULL, content TEXT NOT NULL, saved_at TEXT NOT NULL)"),
        QStringLiteral(
            "CREATE TABLE media (id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, "
            "bytes BIGINT NOT NULL, file_name TEXT NOT NULL UNIQUE, mime_type TEXT NOT NULL, "
            "alt TEXT NOT NULL, caption TEXT NOT NULL, credit TEXT NOT NULL, "
            "decorative INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, "
            "created_at TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE menu_item (id TEXT PRIMARY KEY, menu TEXT NOT NULL, "
                       "parent_id TEXT, label TEXT NOT NULL, target TEXT NOT NULL, "
                       "position INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE redirect (id TEXT PRIMARY KEY, from_path TEXT NOT NULL "
                       "UNIQUE, target TEXT NOT NULL, status INTEGER NOT NULL)"),
    };
    // A new page goes after all others: found at once also among ten thousand.
    const QStringList second{QStringLiteral("CREATE INDEX page_position ON page (position)")};
    const QStringList rights{QStringLiteral("ALTER TABLE media ADD COLUMN rights_until TEXT")};
    // Pages in other languages; an empty language is the site's.
    const QStringList languages{
        QStringLiteral("ALTER TABLE revision ADD COLUMN language TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE revision ADD COLUMN translation_of TEXT")};
    // Redirects as they were before a page went to the trash; without a target: there was none.
    const QStringList trash{
        QStringLiteral("CREATE TABLE trashed_redirect (page_id TEXT NOT NULL REFERENCES page, "
                       "redirect_id TEXT NOT NULL, former_target TEXT, former_status INTEGER, "
                       "trashed_target TEXT NOT NULL, PRIMARY KEY (page_id, redirect_id))")};
    // Which page has which is in its revisions' fields.
    const QStringList terms{
        QStringLiteral("CREATE TABLE term (id TEXT PRIMARY KEY, taxonomy TEXT NOT NULL, "
                       "label TEXT NOT NULL, position INTEGER NOT NULL, "
                       "UNIQUE (taxonomy, label))")};
    return {QStringLiteral("content"),
            {{1, first}, {2, second}, {3, rights}, {4, languages}, {5, trash}, {6, terms}}};
}

} // namespace kakehashi::content
