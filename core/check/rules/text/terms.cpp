#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// The site's own spelling (resources/rules/terms.json): 取り組み → 取組.
void terms(const PageView &page, Report &report)
{
    for (const Term &term : page.book.words().terms) {
        const auto take = [&](const SourceText &text, const QRegularExpressionMatch &match) {
            QString wanted = term.replacement;
            wanted.replace(QStringLiteral("\\1"), match.captured(1));
            const QString reason =
                term.reason.isEmpty() ? QString() : QString(QStringLiteral(" ") + term.reason);
            report.at(text, rangeOf(match),
                      TextRules::tr("This site writes \"%1\", not \"%2\".%3")
                          .arg(wanted, match.captured(), reason),
                      wanted);
        };
        eachMatch(page, term.find, take);
    }
}

} // namespace kakehashi::check
