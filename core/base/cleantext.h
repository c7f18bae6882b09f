#pragma once

#include <QString>

namespace kakehashi {

/// What no published text may hold: control characters but line breaks and tabs, Unicode's
/// noncharacters, halves of surrogate pairs, byte order marks, and the signs that turn the reading
/// direction (U+202A to U+202E, U+2066 to U+2069), with which a name can be made to look like
/// another. Feeds and sitemaps with one of them cannot be read at all.
bool isUnfit(char32_t c);

/// The first such character, or -1.
qsizetype unfitAt(const QString &text);

/// The text without them; a half of a pair becomes U+FFFD.
QString cleanedText(const QString &text);

/// The same for what is one line (titles, names): line breaks are spaces, and characters without
/// width go but for those that join letters or pictures.
QString cleanedLine(const QString &text);

/// "U+000B" for a message.
QString codePointName(char32_t c);

} // namespace kakehashi
