#pragma once

#include "content/site/site.h"
#include "notify/letter.h"
#include "notify/noticerepository.h"
#include "publish/plan.h"
#include "publish/target.h"

namespace kakehashi::notify {

/// A publish that went through.
struct Published
{
    publish::Target target;
    publish::Plan plan;
    Ulid history; ///< its entry
};

/// Whether a publish to `target` concerns search engines: they were to be told, and visitors find
/// the site there. Where that is not so although one could expect it, `why` says what is missing.
bool concernsSearchEngines(const content::SiteSettings &site, const publish::Target &target,
                           QString *why = nullptr);

/// Puts the changed addresses into the outbox, where they outlive a crash. Nothing happens when
/// search engines are not to be told of this target. Reads the changed pages: a worker.
Result<void> putOut(store::Database &database, const content::SiteSettings &site,
                    const Published &published, const render::ByteSource &bytes);

/// Sends all that waits, and notes in the outbox and the record what came of it. Refused when it
/// is switched off; otherwise a failed request is a Notice, not a failure. Blocks as send() does.
Result<Notice> tellWaiting(store::Database &database, const content::SiteSettings &site,
                           const JobContext &context, Manners manners = {},
                           const Clock &clock = Clock::system());

/// What came of it, in words, with what to do next; empty when there was nothing to tell.
QString sentenceOf(const Notice &notice, const content::SiteSettings &site);

} // namespace kakehashi::notify
