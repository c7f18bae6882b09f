#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// 「022(211)2661」, 「(022)211-2661」 → 「022-211-2661」, which telephones recognise.
void phoneForm(const PageView &page, Report &report)
{
    static const QRegularExpression form(
        QStringLiteral("(?<![0-9\\-])(?:(0\\d{1,4})[（(](\\d{1,4})[）)](\\d{4})|"
                       "[（(](0\\d{1,4})[）)]\\s?(\\d{1,4})-(\\d{4}))(?![0-9\\-])"));
    eachMatch(page, form, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
        const int first = match.capturedStart(1) >= 0 ? 1 : 4;
        const QString number = match.captured(first) + u'-' + match.captured(first + 1) + u'-' +
                               match.captured(first + 2);
        report.at(
            text, rangeOf(match),
            TextRules::tr("Write the telephone number \"%1\" with hyphens.").arg(match.captured()),
            number);
    });
}

} // namespace kakehashi::check
