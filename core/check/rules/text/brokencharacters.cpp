#include "check/rules/text/textrules.h"

#include "base/cleantext.h"

namespace kakehashi::check {

/// Gaiji in the private use area (each system has its own or none), U+FFFD left by a wrong
/// encoding, and what no page may hold: control characters, lone surrogates, signs that turn the
/// reading direction.
void brokenCharacters(const PageView &page, Report &report)
{
    static const QRegularExpression broken(QStringLiteral(
        "[\\x{E000}-\\x{F8FF}\\x{FFFD}\\x{0001}-\\x{0008}\\x{000B}\\x{000C}\\x{000E}-\\x{001F}"
        "\\x{007F}-\\x{009F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FDD0}-\\x{FDEF}\\x{FFFE}\\x{"
        "FFFF}]+"));
    eachMatch(
        page, broken, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
            const uint first = match.captured().front().unicode();
            const QString code = codePointName(first);
            const bool gaiji = first >= 0xE000 && first <= 0xF8FF;
            const bool turns =
                (first >= 0x202A && first <= 0x202E) || (first >= 0x2066 && first <= 0x2069);
            if (turns)
                return report.at(
                    text, rangeOf(match),
                    TextRules::tr("%1 turns the reading direction, so that words look "
                                  "like others. It is left out of the page. Delete it.")
                        .arg(code));
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
