#pragma once

#include "content/site/site.h"
#include "publish/publisher.h"

#include <QHash>

namespace kakehashi::store {
class Database;
}
namespace kakehashi::content {
class PageRepository;
}

namespace kakehashi::delivery {

// What a publish is sending, noted on this machine before it begins: when the program dies and the
// publish is finished later, its pages count as published, the history has it, and search engines
// hear of it all the same.

/// Where it is written down that a publish went through.
struct Records
{
    store::Database &database;
    content::PageRepository &pages;
    const render::ByteSource &objects;
    content::SiteSettings site;
    QString journalFolder; ///< holds the note, beside the journals
};

/// `revisions` are those of the pages whose new texts go out. Any thread.
Result<void> noteSending(const publish::PublishParams &params, const publish::Plan &plan,
                         const QHash<Ulid, int> &revisions);

/// After a cut-off publish was settled: `heads` are of what is or was live on the server. Whether
/// the noted publish is among them; then its pages are live now and it is in the history. Forgets
/// the note. False, too, when nothing was noted.
Result<bool> settleSending(const Records &records, const publish::Target &target,
                           const QList<publish::ManifestHead> &heads);

/// The publish came to its end, or never touched the site.
void forgetSending(const QString &journalFolder, const publish::Target &target);

} // namespace kakehashi::delivery
