#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// Tables and boxes drawn with ruled-line characters, which are read out one by one.
void characterArt(const PageView &page, Report &report)
{
    static const QRegularExpression lines(
        QStringLiteral("[\\x{2500}-\\x{257F}][\\x{2500}-\\x{257F}\\x{2580}-\\x{259F} \\x{3000}]*"
                       "[\\x{2500}-\\x{257F}]{2,}"));
    eachMatch(page, lines, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
        report.at(text, rangeOf(match),
                  TextRules::tr("Lines drawn with characters are read out sign by sign. Use a "
                                "table, a heading or a rule (---)."));
    });
}

} // namespace kakehashi::check
