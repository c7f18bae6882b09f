#pragma once

#include "base/result.h"

#include <QString>

namespace kakehashi::takeover {

/// A text file as other programs left it: decoded, lines ended by "\n" alone.
struct SourceText
{
    QString text;
    QString encoding; ///< "UTF-8", "UTF-16" or "Shift_JIS" (that is CP932)
};

/// UTF-8 with or without a mark, UTF-16 with one, else CP932, as Japanese editors on Windows write
/// it. Invalid, naming the file, when it is none of them.
Result<SourceText> decoded(const QByteArray &bytes, const QString &fileName);

} // namespace kakehashi::takeover
