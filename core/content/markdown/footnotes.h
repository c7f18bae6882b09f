#pragma once

#include <QList>
#include <QString>

namespace kakehashi::content {

/// A footnote that visitors do not get as its author meant it.
struct LooseFootnote
{
    qsizetype begin = 0; ///< of "[^name]"
    qsizetype length = 0;
    bool isNote = false; ///< a note that nothing refers to; otherwise a mark without a note
};

/// Those of a Markdown text in which code and comments are covered, in the order of the text.
QList<LooseFootnote> looseFootnotes(const QString &masked);

} // namespace kakehashi::content
