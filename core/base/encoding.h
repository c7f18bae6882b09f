#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace kakehashi {

/// A text file as other programs left it: decoded, without a byte order mark, lines ended by "\n"
/// alone.
struct DecodedText
{
    QString text;
    QString encoding; ///< "UTF-8", "UTF-16", "UTF-32", "Shift_JIS" (CP932), "EUC-JP", "ISO-2022-JP"

    bool isUtf8() const { return encoding == QLatin1String("UTF-8"); }
};

/// Finds out which encoding the bytes are in throughout: the marks of UTF-8, 16 and 32, the
/// escapes of ISO-2022-JP, valid UTF-8, UTF-16 without a mark, EUC-JP, else CP932, as Japanese
/// editors on Windows write it. Invalid, naming the file, when it is none of them. Every reader of
/// text that people bring goes through this. Any thread.
Result<DecodedText> decodedText(const QByteArray &bytes, const QString &fileName);

/// The beginning of the text, at most so many code units, without half a pair of surrogates.
QString leftOf(const QString &text, qsizetype longest);

} // namespace kakehashi
