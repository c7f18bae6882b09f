#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// 「～」 between figures is skipped by screen readers, so that 「4月～6月」 becomes "April June":
/// 「から」. As an ornament around a title it may stay.
void waveDash(const PageView &page, Report &report)
{
    // Times in figures (9:00～17:00) are timeForm's affair.
    static const QRegularExpression span(QStringLiteral(
        "(?<=[0-9年月日時分人件円名社者歳度回号期％%）)])(?<![:：]\\d\\d)\\s?[～〜~]\\s?"
        "(?=[0-9]|令和|平成|昭和|午前|午後|正午|翌|第|同)"));
    eachMatch(page, span, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
        report.at(text, rangeOf(match),
                  TextRules::tr("The sign \"%1\" is not read out. Write \"から\".")
                      .arg(match.captured().trimmed()),
                  QStringLiteral("から"));
    });
}

} // namespace kakehashi::check
