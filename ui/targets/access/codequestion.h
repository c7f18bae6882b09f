#pragma once

#include "ssh/prompt.h"

namespace kakehashi::ui {

/// Lets a login on a worker's thread ask the person at the window, e.g. for a one-time code: the
/// worker waits, the window does not. Cancelled when the question is closed or the job cancelled.
ssh::Asker askInWindow();

} // namespace kakehashi::ui
