#pragma once

#include "publish/planning/planner.h"

namespace kakehashi::publish {

/// "style.1a2b3c4d.css", and the longer ones of pictures for sharing: such a name changes with its
/// content, so pages in visitors' caches and others' posts still ask for the old one. A file with a
/// plain name went away because a person removed it.
bool hasHashedName(const QString &path);

/// What in a plan a person has to think about twice, or to decide.
Issues guardsOf(const PlanInput &input, const Plan &plan);

/// What to do about these conflicts, which are onlyByHand().
QString byHandAdvice(const QStringList &paths);

/// Nothing was published, because these guards are not confirmed: Refused, or Conflict where the
/// server is not as it should be. `detail` names their rules.
tl::unexpected<Error> refusedBy(const Issues &open);

} // namespace kakehashi::publish
