#pragma once

#include "check/finding.h"

namespace kakehashi::ui {

class Session;

/// Opens the page of a finding at its place, or the panel where what belongs to no page is mended.
void goToFinding(Session &session, const check::Finding &finding);

} // namespace kakehashi::ui
