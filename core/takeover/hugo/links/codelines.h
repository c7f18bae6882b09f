#pragma once

#include <QString>

namespace kakehashi::takeover {

/// Tells line by line what is code: between fences, or indented where no list is open. As
/// CommonMark 0.31 has it, except that code indented within a list counts as text.
class CodeLines
{
public:
    /// Lines in order, without their breaks.
    bool covers(const QString &line);
    /// The lines stood in a comment or a script: nothing in them opened or closed anything.
    void skipped() { m_isAfterBlank = false; }

private:
    bool isFenceEnd(QStringView rest) const;
    bool opensFence(const QString &line);

    QChar m_mark;          ///< of the fence that is open; null: none is
    qsizetype m_marks = 0; ///< how many of it
    bool m_isQuoted = false;
    bool m_isInList = false;
    bool m_isAfterBlank = true;
    bool m_isIndented = false; ///< the former line was indented code
};

} // namespace kakehashi::takeover
