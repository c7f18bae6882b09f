#include "check/rules/text/dates.h"
#include "check/rules/text/textrules.h"

#include "base/text.h"

namespace kakehashi::check {
namespace {

QDate dateIn(const QRegularExpressionMatch &match)
{
    const QString era = match.captured(QStringLiteral("era"));
    const int year = match.captured(QStringLiteral("year")).toInt();
    const int eraYear = match.captured(QStringLiteral("eraYear")).toInt();
    return QDate(era.isEmpty() ? year : yearOfEra(era, eraYear),
                 match.captured(QStringLiteral("month")).toInt(),
                 match.captured(QStringLiteral("day")).toInt());
}

/// 「1/18（土）」: the weekday tells that it is no fraction. Which year it is in, it does not tell.
void monthAndDay(const PageView &page, Report &report)
{
    static const QRegularExpression form(
        QStringLiteral("(?<![0-9A-Za-z./\\-])(1[0-2]|0?[1-9])/(3[01]|[12]\\d|0?[1-9])\\s?"
                       "[（(]([月火水木金土日])(?:曜日?)?[）)]"));
    eachMatch(page, form, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
        const QString words = QString::number(match.captured(1).toInt()) + u'月' +
                              QString::number(match.captured(2).toInt()) + QStringLiteral("日（") +
                              match.captured(3) + QStringLiteral("曜日）");
        report.at(text, rangeOf(match),
                  TextRules::tr("The date \"%1\" is read out as a number. Write it in words.")
                      .arg(match.captured()),
                  words);
    });
}

} // namespace

/// 2025/4/1, 2025.4.1, 2025-04-01, R7.4.1: read out as fractions and decimals. What the prefecture
/// writes is 「令和7年4月1日（火曜日）」.
void dateForm(const PageView &page, Report &report)
{
    static const QRegularExpression form(QStringLiteral(
        "(?<![0-9A-Za-z./\\-])(?:(?<era>[RHST])\\.?(?<eraYear>\\d{1,2})|"
        "(?<year>(?:19|20)\\d{2}))(?<mark>[./\\-])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})"
        "(?![0-9A-Za-z/\\-]|\\.\\d)(?:\\s?[（(](?<weekday>[月火水木金土日])(?:曜日?)?[）)])?"));
    eachMatch(page, form, [&report](const SourceText &text, const QRegularExpressionMatch &match) {
        const QDate date = dateIn(match);
        if (!date.isValid())
            return;
        const QString said = match.captured(QStringLiteral("weekday"));
        if (!said.isEmpty() && said != weekdayOf(date))
            return report.at(
                text, rangeOf(match),
                TextRules::tr("\"%1\": that day is a %2. Correct the date or the weekday.")
                    .arg(match.captured(), QString(weekdayOf(date)) + QStringLiteral("曜日")));
        report.at(text, rangeOf(match),
                  TextRules::tr("The date \"%1\" is read out as a number. Write it in words.")
                      .arg(match.captured()),
                  eraDateWithWeekday(date));
    });
    monthAndDay(page, report);
}

} // namespace kakehashi::check
