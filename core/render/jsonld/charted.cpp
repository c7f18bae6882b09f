#include "render/jsonld/charted.h"

#include "render/body/fence.h"
#include "render/html.h"
#include "render/site/pagedata.h"

#include <algorithm>

namespace kakehashi::render {
namespace {

std::string cell(const QString &text)
{
    QString quoted = text;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return utf8(QString(u'"' + quoted + u'"'));
}

} // namespace

QStringList chartedSeries(const PageValue &page)
{
    QStringList names;
    // Most pages have no chart, so the whole text is looked through before its lines are.
    if (page.content.format != content::BodyFormat::Markdown ||
        !page.content.body.contains(QLatin1String("::: chart")))
        return names;
    for (const QStringView line : QStringView(page.content.body).split(u'\n')) {
        const std::string text = line.startsWith(QLatin1String(":::")) ? utf8(line) : std::string();
        const auto fence = text.empty() ? std::nullopt : readFence(text);
        if (!fence || fence->name != "chart")
            continue;
        for (const BlockAttribute &attribute : fence->attributes)
            if (attribute.name == "series")
                for (const QString &name : fromUtf8(attribute.value).split(u','))
                    if (!names.contains(name.trimmed()))
                        names.append(name.trimmed());
    }
    return names;
}

QList<const statistics::SeriesData *> publicSeries(const SiteIndex &index)
{
    QList<const statistics::SeriesData *> found;
    if (index.snapshot().series.isEmpty())
        return found;
    for (const PageValue *page : index.openPages())
        for (const QString &name : chartedSeries(*page)) {
            const statistics::SeriesData *data = index.series(name);
            if (data && !found.contains(data))
                found.append(data);
        }
    return found;
}

QString seriesCsvPath(const statistics::Series &series)
{
    return QStringLiteral("assets/data/%1.csv").arg(series.name);
}

std::string seriesCsv(const statistics::SeriesData &data)
{
    const statistics::Series &series = data.series;
    std::string out = "\xEF\xBB\xBF" + cell(QStringLiteral("期間の初日")) + ',' +
                      cell(QStringLiteral("%1（%2）").arg(series.title, series.unit)) + ',' +
                      cell(QStringLiteral("速報値")) + ',' + cell(QStringLiteral("注記")) + "\r\n";
    for (const statistics::Observation &each : data.observations) {
        out += isoDate(each.date) + ',';
        if (each.value)
            out += utf8(QString::number(*each.value, 'f', series.decimals));
        out += each.preliminary ? ",1," : ",0,";
        out += (each.note.isEmpty() ? std::string() : cell(each.note)) + "\r\n";
    }
    return out;
}

} // namespace kakehashi::render
