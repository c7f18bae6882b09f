#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// U+3000 beside ASCII (SHIRASAGI's InterwordSpace): an ordinary space is meant.
void ideographicSpace(const PageView &page, Report &report)
{
    // Runs of two or more are repeatedSpaces' affair.
    static const QRegularExpression beside(
        QStringLiteral("(?:(?<=[!-~])\\x{3000}(?![ \\x{3000}\\n])|"
                       "(?<![ \\x{3000}\\n\\x{FFFC}])(?<!^)\\x{3000}(?=[!-~]))"));
    eachMatch(
        page, beside, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
            report.at(text, rangeOf(match),
                      TextRules::tr("A full-width space stands beside Latin letters or digits."),
                      QStringLiteral(" "), TextRules::tr("Change to an ordinary space"));
        });
}

} // namespace kakehashi::check
