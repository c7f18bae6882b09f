#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "check/finding.h"
#include "check/gate/exception.h"
#include "render/snapshot.h"

#include <utility>

namespace kakehashi::check {

/// A must that may stand, and why.
using Excepted = std::pair<Finding, Exception>;

/// What the check of a site means for publishing it. Every page counts, not only those that
/// changed: each publish puts the whole site there, and a page that nobody touched is broken when
/// the page it links to goes.
struct Gate
{
    Findings blocking;        ///< musts without an exception: nothing is published
    QList<Excepted> excepted; ///< musts that somebody let stand

    bool isOpen() const { return blocking.isEmpty(); }
};

/// Pure. `holding`: the exceptions that are not revoked.
Gate gateOf(const Findings &findings, const render::SiteSnapshot &snapshot,
            const QList<Exception> &holding);

/// Exceptions for these findings, to be added to the repository. One for those that are the same
/// in rule, page and text.
QList<Exception> exceptionsFor(const Findings &findings, const render::SiteSnapshot &snapshot,
                               const QString &reason, const QString &author, const Clock &clock);

/// The rule by which a plan says that the check stops it.
constexpr auto gateRule = "publish-check";

/// For a plan's guards: how many musts stop the publish and on which pages. Must: no confirming.
Issue guardOf(const Gate &gate);
/// For a plan's notes, so that the history of what was published has them: each exception in use
/// with reason, name and time.
Issues notesOf(const Gate &gate);

/// 「/kenmin/ 代替テキストのない画像: … — 理由（みやぎ、2026-11-23）」
QString exceptionText(const Excepted &excepted);

} // namespace kakehashi::check
