#pragma once

namespace kakehashi::check {

/// How long before the rights in a file end people are told: enough to ask the holder once more.
inline constexpr int rightsWarningDays = 30;

} // namespace kakehashi::check
