#include "base/text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace kakehashi {
namespace {

struct Era
{
    const char16_t *name;
    QDate first;
};

const std::array<Era, 5> &eras()
{
    static const std::array<Era, 5> all{{{u"令和", QDate(2019, 5, 1)},
                                         {u"平成", QDate(1989, 1, 8)},
                                         {u"昭和", QDate(1926, 12, 25)},
                                         {u"大正", QDate(1912, 7, 30)},
                                         {u"明治", QDate(1873, 1, 1)}}};
    return all;
}

QString eraYear(const QDate &date)
{
    for (const Era &era : eras()) {
        if (date < era.first)
            continue;
        // Meiji is counted from 1868 although our calendar conversion starts in its year 6.
        const int firstYear = era.first.year() == 1873 ? 1868 : era.first.year();
        const int year = date.year() - firstYear + 1;
        return QString::fromUtf16(era.name) +
               (year == 1 ? QStringLiteral("元") : QString::number(year)) + QStringLiteral("年");
    }
    return QString::number(date.year()) + QStringLiteral("年");
}

QString monthAndDay(const QDate &date)
{
    return QString::number(date.month()) + QStringLiteral("月") + QString::number(date.day()) +
           QStringLiteral("日");
}

} // namespace

QString eraDate(const QDate &date)
{
    return date.isValid() ? QString(eraYear(date) + monthAndDay(date)) : QString();
}

QString eraDateWithWeekday(const QDate &date)
{
    if (!date.isValid())
        return {};
    constexpr std::u16string_view weekdays = u"月火水木金土日";
    const QChar weekday = weekdays[static_cast<size_t>(date.dayOfWeek() - 1)];
    return eraDate(date) + QStringLiteral("（") + weekday + QStringLiteral("曜日）");
}

QString westernDate(const QDate &date)
{
    if (!date.isValid())
        return {};
    return QString::number(date.year()) + QStringLiteral("年") + monthAndDay(date);
}

QString eraFiscalYear(const QDate &date)
{
    if (!date.isValid())
        return {};
    const QDate april(date.month() < 4 ? date.year() - 1 : date.year(), 4, 1);
    // Fiscal year 2019 began in Heisei 31 but is called 令和元年度 for most of its life; official
    // use since May 2019 is 令和元年度.
    const QDate named = april.year() == 2019 ? QDate(2019, 5, 1) : april;
    return eraYear(named) + QStringLiteral("度");
}

QString fileTypeAndSize(const QString &fileName, qint64 bytes)
{
    const QString type = QFileInfo(fileName).suffix().toUpper();
    const qint64 kilobytes = std::max<qint64>(1, (bytes + 500) / 1000);
    const QString size = kilobytes < 1000
                             ? QString::number(kilobytes) + QStringLiteral("キロバイト")
                             : QString::number(static_cast<double>(bytes) / 1e6, 'f', 1) +
                                   QStringLiteral("メガバイト");
    return type.isEmpty() ? size : QString(type + QStringLiteral("形式：") + size);
}

QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).trimmed();
}

QString slug(const QString &text)
{
    QString out;
    for (const QChar c : folded(text).toLower()) {
        const bool plain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (plain)
            out += c;
        else if (!out.isEmpty() && !out.endsWith(u'-'))
            out += u'-';
    }
    while (out.endsWith(u'-'))
        out.chop(1);
    return out;
}

} // namespace kakehashi
