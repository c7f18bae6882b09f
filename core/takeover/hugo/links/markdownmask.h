#pragma once

#include <QString>

namespace kakehashi::takeover {

/// Stands in a masked text for what is no link whatever it looks like.
constexpr QChar maskMark{0xFFFC};

/// The Markdown with everything covered that must stay as it is: fenced and indented code, code
/// spans, comments, scripts and style sheets, shortcodes, and characters behind a backslash. As
/// long as the text, line breaks included. Takes time linear in the text whatever it holds.
QString maskedMarkdown(const QString &text);

/// The same for a body of HTML, where only comments, scripts, style sheets and shortcodes are
/// covered.
QString maskedHtml(const QString &text);

/// The position after the tag that begins at `at` with "<"; -1 when it is none.
qsizetype endOfTag(const QString &text, qsizetype at);

} // namespace kakehashi::takeover
