#include "check/rules/text/dates.h"

#include <QHash>

#include <string_view>

namespace kakehashi::check {

int yearOfEra(const QString &era, int year)
{
    static const QHash<QString, int> before{
        {QStringLiteral("令和"), 2018}, {QStringLiteral("平成"), 1988},
        {QStringLiteral("昭和"), 1925}, {QStringLiteral("大正"), 1911},
        {QStringLiteral("R"), 2018},    {QStringLiteral("H"), 1988},
        {QStringLiteral("S"), 1925},    {QStringLiteral("T"), 1911},
    };
    const int first = before.value(era);
    return first > 0 && year > 0 && year <= 64 ? first + year : 0;
}

QChar weekdayOf(const QDate &date)
{
    constexpr std::u16string_view names = u"月火水木金土日";
    return date.isValid() ? QChar(names[static_cast<size_t>(date.dayOfWeek() - 1)]) : QChar();
}

} // namespace kakehashi::check
