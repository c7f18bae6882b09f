#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// 「春日町2−1」: a minus, a long-vowel mark or a dash between digits is neither found by a search
/// nor dialled as part of a telephone number.
void digitHyphen(const PageView &page, Report &report)
{
    static const QRegularExpression mark(
        QStringLiteral("(?<=[0-9])[\\x{2212}\\x{2010}\\x{2011}\\x{2012}\\x{2013}\\x{2014}\\x{2015}"
                       "\\x{FF0D}\\x{FF70}\\x{30FC}](?=[0-9])"));
    eachMatch(page, mark, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
        report.at(text, rangeOf(match),
                  TextRules::tr("The sign \"%1\" between digits looks like a hyphen and is none.")
                      .arg(match.captured()),
                  QStringLiteral("-"));
    });
}

} // namespace kakehashi::check
