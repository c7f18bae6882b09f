#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// Gaiji in the private use area (each system has its own or none), U+FFFD left by a wrong
/// encoding, control characters and lone surrogates.
void brokenCharacters(const PageView &page, Report &report)
{
    static const QRegularExpression broken(QStringLiteral(
        "[\\x{E000}-\\x{F8FF}\\x{FFFD}\\x{0001}-\\x{0008}\\x{000B}\\x{000E}-\\x{001F}\\x{007F}]+"));
    eachMatch(
        page, broken, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
            const uint first = match.captured().front().unicode();
            const QString code =
                QStringLiteral("U+%1").arg(first, 4, 16, QLatin1Char('0')).toUpper();
            const bool gaiji = first >= 0xE000 && first <= 0xF8FF;
            report.at(text, rangeOf(match),
                      gaiji
                          ? TextRules::tr("%1 is a private character (gaiji) that other devices do "
                                          "not have. Write it with a standard one.")
                                .arg(code)
                          : TextRules::tr("%1 is no character that can be shown: the text was "
                                          "damaged. Write it anew.")
                                .arg(code));
        });
}

} // namespace kakehashi::check
