#pragma once

#include <QString>

namespace kakehashi {

/// What a server, an archive or another stranger calls something, for a sentence, a list or a
/// terminal: on one line, and nothing in it acts. Control characters (escape sequences, line
/// breaks) and those that turn the direction of writing are shown as "\\x1b", "\\n", "\\u202e";
/// longer than `most` letters it is cut. Never for a path that is still to be used.
QString visible(const QString &text, qsizetype most = 2000);

/// The same for a text of several lines of our own: its line breaks and tabs stay.
QString visibleLines(const QString &text);

/// The same for a JSON document, which stays one and means the same.
QString visibleJson(const QString &document);

} // namespace kakehashi
