#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// JIS X 0201 kana (U+FF61 to U+FF9F): screen readers stumble and old systems show other signs.
void halfWidthKana(const PageView &page, Report &report)
{
    static const QRegularExpression run(QStringLiteral("[\\x{FF61}-\\x{FF9F}]+"));
    eachMatch(page, run, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
        // NFKC joins a kana and its voicing mark: ｶﾞ becomes ガ.
        const QString full = match.captured().normalized(QString::NormalizationForm_KC);
        report.at(text, rangeOf(match),
                  TextRules::tr("\"%1\" is written in half-width kana.").arg(match.captured()),
                  full);
    });
}

} // namespace kakehashi::check
