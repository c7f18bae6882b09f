#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// 「・」 typed at the beginning of lines: a list that screen readers do not announce
/// (WCAG 1.3.1). One line alone may be a matter of taste.
void typedBullet(const PageView &page, Report &report)
{
    if (page.page.content.format != content::BodyFormat::Markdown)
        return;
    static const QRegularExpression lines(
        QStringLiteral("^[・●○■◆◇▪︎‣•][ \\x{3000}]*(?=\\S)"),
        QRegularExpression::MultilineOption);
    const SourceText &body = page.body();
    for (auto each = lines.globalMatch(body.prose()); each.hasNext();) {
        const auto match = each.next();
        report.at(body, rangeOf(match),
                  TextRules::tr("A list typed with \"%1\" is not announced as one.")
                      .arg(match.captured().left(1)),
                  QStringLiteral("- "), TextRules::tr("Make it a list"));
    }
}

} // namespace kakehashi::check
