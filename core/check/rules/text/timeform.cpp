#include "check/rules/text/textrules.h"

namespace kakehashi::check {
namespace {

QString inWords(const QString &hour, const QString &minute)
{
    const QString words = QString::number(hour.toInt()) + QStringLiteral("時");
    return minute.toInt() == 0 ? words : QString(words + QString::number(minute.toInt()) + u'分');
}

} // namespace

/// 「9:00～17:00」 → 「9時から17時」.
void timeForm(const PageView &page, Report &report)
{
    static const QRegularExpression form(
        QStringLiteral("(?<![0-9:：.])([01]?\\d|2[0-4])[:：]([0-5]\\d)(?![0-9:：])"
                       "(?:\\s?[～〜~\\-－–―]\\s?([01]?\\d|2[0-4])[:：]([0-5]\\d)(?![0-9:：])|"
                       "(\\s?[～〜~]))?"));
    eachMatch(page, form, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
        QString words = inWords(match.captured(1), match.captured(2));
        if (match.capturedStart(3) >= 0)
            words += QStringLiteral("から") + inWords(match.captured(3), match.captured(4));
        else if (match.capturedStart(5) >= 0)
            words += QStringLiteral("から");
        report.at(
            text, rangeOf(match),
            TextRules::tr("The time \"%1\" is hard to follow when read out.").arg(match.captured()),
            words);
    });
}

} // namespace kakehashi::check
