#include "ui/shell/text/datetext.h"

#include "base/clock.h"
#include "base/text.h"

#include <QLocale>

namespace kakehashi::ui {
namespace {

bool inJapanese()
{
    return QLocale().language() == QLocale::Japanese;
}

} // namespace

QString dateText(const QDate &date)
{
    return inJapanese() ? eraDate(date) : date.toString(Qt::ISODate);
}

QString dayText(const QDateTime &time)
{
    return time.isValid() ? dateText(time.toTimeZone(japanTime()).date()) : QString();
}

QString monthText(const QDate &date)
{
    if (!inJapanese())
        return date.toString(QStringLiteral("yyyy-MM"));
    QString text = eraDate(date);
    return text.left(text.indexOf(u'月') + 1);
}

QString whenText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime japan = time.toTimeZone(japanTime());
    return dateText(japan.date()) + u' ' + japan.toString(QStringLiteral("HH:mm"));
}

} // namespace kakehashi::ui
