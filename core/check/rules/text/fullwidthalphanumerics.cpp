#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// Ａ-Ｚ, ａ-ｚ, ０-９: read out letter by letter, and not found by a search for "ZEH" or "2050".
void fullWidthAlphanumerics(const PageView &page, Report &report)
{
    static const QRegularExpression run(
        QStringLiteral("[\\x{FF10}-\\x{FF19}\\x{FF21}-\\x{FF3A}\\x{FF41}-\\x{FF5A}]"
                       "(?:[．，\\x{FF10}-\\x{FF19}\\x{FF21}-\\x{FF3A}\\x{FF41}-\\x{FF5A}]*"
                       "[\\x{FF10}-\\x{FF19}\\x{FF21}-\\x{FF3A}\\x{FF41}-\\x{FF5A}])?"));
    eachMatch(page, run, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
        const QString narrow = match.captured().normalized(QString::NormalizationForm_KC);
        report.at(text, rangeOf(match),
                  TextRules::tr("\"%1\" is written in full-width letters or digits.")
                      .arg(excerpt(match.captured())),
                  narrow);
    });
}

} // namespace kakehashi::check
