#pragma once

#include "check/gate/gate.h"
#include "delivery/records.h"
#include "publish/publisher.h"
#include "render/snapshot.h"

#include <memory>
#include <optional>

namespace kakehashi::delivery {

/// What is to be published, and where to.
struct Request
{
    publish::Target target;
    QSet<Ulid> pages = {};             ///< whose working revisions go out with what is approved
    publish::PlanOptions options = {}; ///< what a person decided for this publish
    /// Instead of the site as it is now: a former state (going back), or the live one put right.
    std::shared_ptr<const publish::Manifest> state = {};
    qint64 generation = 0; ///< the same by its number, to be found here or on the server; 0: none
    QString approval = {}; ///< who allowed it, where that is written; empty: not stated
    QString note = {};     ///< said with the plan and kept in the history
    /// For schedulers: only if something became due. A page that the check stops is left as it is
    /// on the server, and the rest goes out.
    bool due = false;
    bool planOnly = false; ///< what would happen, and why
    /// Compare with the server even where the check stops the publish: a person sees the plan, and
    /// mends or excepts what is wrong there.
    bool planWhenStopped = false;
};

/// What a publish would do, shown before it does it.
struct Prepared
{
    publish::Plan plan;
    Issues issues;                 ///< what rendering had to say about the pages
    render::SnapshotPtr site = {}; ///< that was checked; null: a former state, not checked again
    check::Gate gate = {};
    QStringList heldBack = {};   ///< paths of pages that stay as they are, see Request::due
    bool settledEarlier = false; ///< a publish that was cut off is written down now
};

/// How it ended.
struct Outcome
{
    enum class End {
        Published,
        UpToDate, ///< the server has all of it already
        NotDue,   ///< nothing began or ended since the last publish
        Stopped,  ///< by the check; nothing was compared
        Planned,  ///< only that was asked for
        Left,     ///< whoever was asked did not agree
    };

    End end = End::Left;
    Prepared prepared;
    publish::Report report;
    Ulid history; ///< its entry; null: none
    /// It is public, but could not be written down here. The note of it is kept, and whatever talks
    /// to that target next writes it down.
    std::optional<Error> unwritten = {};
};

} // namespace kakehashi::delivery
