#include "workspace/parts/partsjson.h"

#include "base/clock.h"
#include "statistics/seriesrepository.h"

namespace kakehashi::workspace {
namespace {

QString textIn(const QJsonObject &json, QLatin1String key)
{
    return json.value(key).toString();
}

void putText(QJsonObject &json, QLatin1String key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(key, text);
}

void putTime(QJsonObject &json, QLatin1String key, const QDateTime &time)
{
    if (time.isValid())
        json.insert(key, time.toUTC().toString(Qt::ISODateWithMs));
}

/// A time without a zone is Japan's.
QDateTime timeOf(const QJsonValue &value)
{
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODate);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), japanTime());
    return time.toUTC();
}

QJsonArray childrenOf(const QList<content::MenuItem> &items, const QString &menu,
                      const Ulid &parent)
{
    QJsonArray array;
    for (const content::MenuItem &item : items) {
        if (item.menu != menu || item.parent != parent)
            continue;
        QJsonObject json{{QStringLiteral("label"), item.label},
                         {QStringLiteral("target"), item.target}};
        const QJsonArray children = childrenOf(items, menu, item.id);
        if (!children.isEmpty())
            json.insert(QStringLiteral("children"), children);
        array.append(json);
    }
    return array;
}

void addItems(const QJsonArray &array, const Ulid &parent, QList<content::MenuItem> &items)
{
    for (const auto &value : array) {
        const QJsonObject json = value.toObject();
        content::MenuItem item;
        item.id = Ulid::generate();
        item.parent = parent;
        item.label = textIn(json, QLatin1String("label"));
        item.target = textIn(json, QLatin1String("target"));
        items.append(item);
        addItems(json.value(QLatin1String("children")).toArray(), item.id, items);
    }
}

QJsonObject observationToJson(const statistics::Observation &row)
{
    QJsonObject json{{QStringLiteral("date"), row.date.toString(Qt::ISODate)},
                     {QStringLiteral("value"), row.value ? QJsonValue(*row.value) : QJsonValue()}};
    if (row.preliminary)
        json.insert(QStringLiteral("preliminary"), true);
    putText(json, QLatin1String("note"), row.note);
    return json;
}

statistics::Observation observationFromJson(const QJsonObject &json)
{
    statistics::Observation row;
    row.date = QDate::fromString(textIn(json, QLatin1String("date")), Qt::ISODate);
    if (json.value(QLatin1String("value")).isDouble())
        row.value = json.value(QLatin1String("value")).toDouble();
    row.preliminary = json.value(QLatin1String("preliminary")).toBool();
    row.note = textIn(json, QLatin1String("note"));
    return row;
}

} // namespace

QJsonObject menusToJson(const QList<content::MenuItem> &items)
{
    QJsonObject menus;
    for (const content::MenuItem &item : items) {
        if (!menus.contains(item.menu))
            menus.insert(item.menu, childrenOf(items, item.menu, {}));
    }
    return menus;
}

QList<content::MenuItem> menuFromJson(const QJsonArray &items)
{
    QList<content::MenuItem> menu;
    addItems(items, {}, menu);
    return menu;
}

QJsonObject redirectToJson(const content::Redirect &redirect)
{
    return {{QStringLiteral("from"), redirect.from},
            {QStringLiteral("target"), redirect.target},
            {QStringLiteral("status"), redirect.status}};
}

content::Redirect redirectFromJson(const QJsonObject &json)
{
    content::Redirect redirect;
    redirect.from = textIn(json, QLatin1String("from"));
    redirect.target = textIn(json, QLatin1String("target"));
    redirect.status = json.value(QLatin1String("status")).toInt(redirect.status);
    return redirect;
}

QJsonObject mediaTextsToJson(const content::MediaAsset &asset)
{
    QJsonObject json;
    putText(json, QLatin1String("alt"), asset.alt);
    putText(json, QLatin1String("caption"), asset.caption);
    putText(json, QLatin1String("credit"), asset.credit);
    putText(json, QLatin1String("rightsUntil"), asset.rightsUntil.toString(Qt::ISODate));
    if (asset.decorative)
        json.insert(QStringLiteral("decorative"), true);
    return json;
}

void setMediaTexts(content::MediaAsset &asset, const QJsonObject &json)
{
    asset.alt = textIn(json, QLatin1String("alt"));
    asset.caption = textIn(json, QLatin1String("caption"));
    asset.credit = textIn(json, QLatin1String("credit"));
    asset.rightsUntil = QDate::fromString(textIn(json, QLatin1String("rightsUntil")), Qt::ISODate);
    asset.decorative = json.value(QLatin1String("decorative")).toBool();
}

QJsonObject seriesToJson(const statistics::SeriesData &data)
{
    const statistics::Series &series = data.series;
    QJsonObject json{{QStringLiteral("name"), series.name},
                     {QStringLiteral("title"), series.title},
                     {QStringLiteral("period"), statistics::periodName(series.period)},
                     {QStringLiteral("decimals"), series.decimals}};
    putText(json, QLatin1String("unit"), series.unit);
    putText(json, QLatin1String("source"), series.source);
    putText(json, QLatin1String("note"), series.note);
    if (series.target)
        json.insert(QStringLiteral("target"), *series.target);
    if (series.targetYear != 0)
        json.insert(QStringLiteral("targetYear"), series.targetYear);
    QJsonArray rows;
    for (const statistics::Observation &row : data.observations)
        rows.append(observationToJson(row));
    return {{QStringLiteral("series"), json}, {QStringLiteral("observations"), rows}};
}

std::optional<statistics::SeriesData> seriesFromJson(const QJsonObject &root)
{
    const QJsonObject json = root.value(QLatin1String("series")).toObject();
    const auto period = statistics::periodNamed(textIn(json, QLatin1String("period")));
    if (!period)
        return {};
    statistics::SeriesData data;
    statistics::Series &series = data.series;
    series.name = textIn(json, QLatin1String("name"));
    series.title = textIn(json, QLatin1String("title"));
    series.unit = textIn(json, QLatin1String("unit"));
    series.period = *period;
    series.decimals = json.value(QLatin1String("decimals")).toInt();
    series.source = textIn(json, QLatin1String("source"));
    series.note = textIn(json, QLatin1String("note"));
    if (json.value(QLatin1String("target")).isDouble())
        series.target = json.value(QLatin1String("target")).toDouble();
    series.targetYear = json.value(QLatin1String("targetYear")).toInt();
    const QJsonArray rows = root.value(QLatin1String("observations")).toArray();
    for (const auto &row : rows)
        data.observations.append(observationFromJson(row.toObject()));
    return data;
}

QJsonObject bannerToJson(const banner::Banner &banner, const QString &picture)
{
    QJsonObject json{{QStringLiteral("title"), banner.title},
                     {QStringLiteral("target"), banner.target},
                     {QStringLiteral("picture"), picture},
                     {QStringLiteral("placement"), banner.placement},
                     {QStringLiteral("enabled"), banner.enabled}};
    putTime(json, QLatin1String("opens"), banner.opens);
    putTime(json, QLatin1String("closes"), banner.closes);
    return json;
}

banner::Banner bannerFromJson(const QJsonObject &json, const Ulid &picture)
{
    banner::Banner banner;
    banner.title = textIn(json, QLatin1String("title"));
    banner.target = textIn(json, QLatin1String("target"));
    banner.picture = picture;
    banner.placement = textIn(json, QLatin1String("placement"));
    banner.opens = timeOf(json.value(QLatin1String("opens")));
    banner.closes = timeOf(json.value(QLatin1String("closes")));
    banner.enabled = json.value(QLatin1String("enabled")).toBool(true);
    return banner;
}

} // namespace kakehashi::workspace
