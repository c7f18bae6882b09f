#include "render/blocks/seriestext.h"

#include "base/text.h"

#include <QLocale>

namespace kakehashi::render {

QString periodText(const statistics::Series &series, const QDate &date, bool era)
{
    if (series.period == statistics::Period::FiscalYear)
        return era ? eraFiscalYear(date)
                   : QString(QString::number(date.month() < 4 ? date.year() - 1 : date.year()) +
                             QStringLiteral("年度"));
    const QString whole = era ? eraDate(date) : westernDate(date);
    const QChar last = series.period == statistics::Period::Month ? u'月' : u'年';
    return whole.left(whole.indexOf(last) + 1);
}

QString valueText(const statistics::Series &series, const statistics::Observation &observation)
{
    if (!observation.value)
        return QStringLiteral("－");
    // The same everywhere, whatever the workstation's own settings are.
    static const QLocale locale(QLocale::Japanese, QLocale::Japan);
    return locale.toString(*observation.value, 'f', series.decimals);
}

} // namespace kakehashi::render
