#pragma once

#include "content/site/site.h"
#include "publish/publisher.h"

#include <QHash>
#include <QSet>

namespace kakehashi::store {
class Database;
}
namespace kakehashi::content {
class PageRepository;
}

namespace kakehashi::delivery {

/// What a publish sends, page by page.
struct Sent
{
    /// Pages whose new text goes out with a person's word, and which revision: it counts as
    /// approved once it is public.
    QHash<Ulid, int> approved = {};
    QHash<Ulid, int> formerLive = {}; ///< of those: the revision that was approved before
    QHash<Ulid, int> revisions = {};  ///< of every page that visitors find there afterwards
    QSet<Ulid> kept = {};             ///< pages that stay as they are on the server
    QStringList heldBack = {};        ///< their paths, and those of new ones that stay away
    bool isFormerState = false;       ///< files, of which nobody says any more which page they were
};

/// Where it is written down that a publish went through.
struct Records
{
    store::Database &database;
    content::PageRepository &pages;
    const render::ByteSource &objects;
    content::SiteSettings site;
    QString journalFolder; ///< holds the note of what is being sent, beside the journals
};

/// A place where a publish is tried out: search engines are kept away from it. What is sent there
/// is not approved by that.
bool isRehearsal(const publish::Target &target);

/// After a publish went through: its pages are approved and known to be on that target, it stands
/// in the history, and what search engines are to hear waits for them. All of it, or nothing.
/// Returns the history's entry.
Result<Ulid> writeDown(const Records &records, const publish::PublishParams &params,
                       const publish::Plan &plan, const publish::Report &report, const Sent &sent);

/// The same where nothing had to be sent: the target shows these revisions already. What a person
/// chose is approved by it as well, since visitors read it. No entry in the history.
Result<void> noteUnchanged(const Records &records, const publish::Target &target, const Sent &sent,
                           const QDateTime &at);

} // namespace kakehashi::delivery
