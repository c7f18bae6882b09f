#pragma once

#include "check/finding.h"
#include "check/source/sourcetext.h"

#include <vector>

namespace kakehashi::check {

/// Fills in Finding::evidence of the musts: the line of the source that the finding is on, white
/// space collapsed, or else what was found. Others never need an exception.
void addEvidence(Findings &findings, const std::vector<SourceText> &texts);

} // namespace kakehashi::check
