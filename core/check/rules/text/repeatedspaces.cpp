#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// Layout by spaces: more than one in a row, or a full-width one at the beginning of a line. The
/// style sheet indents paragraphs; a table aligns.
void repeatedSpaces(const PageView &page, Report &report)
{
    static const QRegularExpression spaces(
        QStringLiteral("(?<=[^\\n \\x{3000}])[ \\x{3000}]{2,}(?=[^\\n \\x{3000}])"));
    eachMatch(
        page, spaces, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
            report.at(
                text, rangeOf(match),
                TextRules::tr("%n spaces in a row. Layout belongs to tables and style sheets.",
                              nullptr, static_cast<int>(match.capturedLength())),
                QStringLiteral(" "), TextRules::tr("Leave one space"));
        });
    static const QRegularExpression leading(
        QStringLiteral("^[\\x{FFFC} ]*(\\x{3000}+)[ \\x{3000}]*"),
        QRegularExpression::MultilineOption);
    eachMatch(page, leading,
              [&report](const SourceText &text, const QRegularExpressionMatch &match) {
                  report.at(text, rangeOf(match, 1),
                            TextRules::tr("The line begins with a full-width space."), QString());
              });
}

} // namespace kakehashi::check
