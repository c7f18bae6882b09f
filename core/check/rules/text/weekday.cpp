#include "check/rules/text/dates.h"
#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// 「（土）」 after a date is read as "soil": 「（土曜日）」.
void weekdayForm(const PageView &page, Report &report)
{
    static const QRegularExpression shortForm(
        QStringLiteral("(?<=日)[（(]([月火水木金土日])(?:曜)?([・、]?祝日?)?[）)]"));
    const auto take = [&report](const SourceText &text, const QRegularExpressionMatch &match) {
        const QString holiday = match.captured(2).isEmpty() ? QString() : QStringLiteral("・祝日");
        report.at(text, rangeOf(match),
                  TextRules::tr("The weekday \"%1\" is shortened and may be read out wrongly.")
                      .arg(match.captured()),
                  u'（' + match.captured(1) + QStringLiteral("曜日") + holiday + u'）');
    };
    eachMatch(page, shortForm, take);
}

/// A date whose weekday is another one: either is wrong, and visitors come on the wrong day.
void weekdayWrong(const PageView &page, Report &report)
{
    static const QRegularExpression dated(
        QStringLiteral("(?:(?<era>令和|平成|昭和)(?<eraYear>\\d{1,2}|元)|(?<year>(?:19|20)\\d{2}))"
                       "(?:年|[（(][^（()）]{1,8}[）)]年)(?<month>\\d{1,2})月(?<day>\\d{1,2})日"
                       "\\s?[（(](?<weekday>[月火水木金土日])(?:曜日?|[・、]祝日?)?[）)]"));
    const auto take = [&report](const SourceText &text, const QRegularExpressionMatch &match) {
        const QString eraYear = match.captured(QStringLiteral("eraYear"));
        const int year = match.captured(QStringLiteral("year")).toInt();
        const QDate date(eraYear.isEmpty()
                             ? year
                             : yearOfEra(match.captured(QStringLiteral("era")),
                                         eraYear == QStringLiteral("元") ? 1 : eraYear.toInt()),
                         match.captured(QStringLiteral("month")).toInt(),
                         match.captured(QStringLiteral("day")).toInt());
        if (!date.isValid())
            return report.at(text, rangeOf(match),
                             TextRules::tr("There is no day \"%1\".").arg(match.captured()));
        const QChar weekday = weekdayOf(date);
        if (match.captured(QStringLiteral("weekday")) != weekday)
            report.at(text, rangeOf(match),
                      TextRules::tr("\"%1\": that day is a %2. Correct the date or the weekday.")
                          .arg(match.captured(), QString(weekday) + QStringLiteral("曜日")));
    };
    eachMatch(page, dated, take);
}

} // namespace kakehashi::check
