#pragma once

#include <QString>

namespace kakehashi {

/// The name of the account that runs this program, for locks and the history. Never empty:
/// services and containers set no USER, but even those have a home folder.
QString accountName();

} // namespace kakehashi
