#pragma once

#include "check/check.h"
#include "check/outside/outsidelinkrepository.h"

namespace kakehashi::check {

/// What the answers of other sites mean for the links of this one: gone (404 …), silent (once may
/// be chance; twice or more, an hour apart, counts as broken), moved for good (with a fix where the
/// address stands in the text). Addresses that were never asked give nothing.
Findings outsideFindings(const RuleBook &rules, const render::SiteSnapshot &snapshot,
                         const SiteReport &report, const QHash<QString, OutsideState> &answers);

/// Puts them in the place of earlier ones of these rules.
void mergeOutside(SiteReport &report, const Findings &outside);

} // namespace kakehashi::check
