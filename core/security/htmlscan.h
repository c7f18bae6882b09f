#pragma once

#include <QByteArray>

namespace kakehashi::security {

/// A tag as it stands in HTML of lower case.
struct Tag
{
    QByteArray name; ///< empty: no tag, but a comment, a declaration or a lone "<"
    bool closes = false;
    qsizetype end = 0; ///< behind its ">", or the text's end
};

/// What begins with the "<" at `at`. `html` is in lower case.
Tag tagAt(const QByteArray &html, qsizetype at);

} // namespace kakehashi::security
