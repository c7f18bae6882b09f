#pragma once

#include <QString>

namespace kakehashi::content {

/// A date as people in Japan write it, followed by whatever stands behind it, as ISO has it:
/// "2026/4/1", "2026.4.1", "20260401", 「2026年4月1日」, 「令和8年4月1日」 and "R8.4.1" become
/// "2026-04-01". Full-width digits count. What is none of these comes back as it is; whether the
/// day exists is not looked at.
QString isoDated(const QString &text);

} // namespace kakehashi::content
