#include "render/site/pagedata.h"

#include "base/clock.h"
#include "base/text.h"
#include "content/page/terms.h"
#include "render/html.h"
#include "render/media/picture.h"
#include "render/site/fieldrows.h"
#include "security/urlpolicy.h"

#include <QJsonArray>

#include <unordered_map>

namespace kakehashi::render {
namespace {

/// Pages younger than this many days are marked as new.
constexpr int newForDays = 14;

std::string capitalised(std::string name)
{
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
        name[0] = static_cast<char>(name[0] - ('a' - 'A'));
    return name;
}

/// Written once per thread: the pages of a site share their days.
const std::shared_ptr<const Data> &textsOf(const QDate &date)
{
    constexpr size_t most = 4096;
    thread_local std::unordered_map<qint64, std::shared_ptr<const Data>> known;
    if (const auto found = known.find(date.toJulianDay()); found != known.end())
        return found->second;
    if (known.size() == most)
        known.clear();
    Data texts;
    texts["iso"] = Data(isoDate(date, '-'));
    texts["era"] = Data(utf8(eraDate(date)));
    texts["western"] = Data(utf8(westernDate(date)));
    texts["weekday"] = Data(utf8(eraDateWithWeekday(date)));
    texts["short"] = Data(isoDate(date, '.'));
    return known[date.toJulianDay()] = std::make_shared<const Data>(std::move(texts));
}

QString scalarText(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    return value.toString();
}

Data fieldData(const SiteIndex &index, const content::Field &field, const QJsonValue &value,
               MediaUses &uses);

Data rowsData(const SiteIndex &index, const content::Field &field, const QJsonArray &rows,
              MediaUses &uses)
{
    Data list(Data::type::list);
    for (const QJsonValue &row : rows) {
        const QJsonObject cells = row.toObject();
        Data data;
        for (const content::Field &column : field.columns)
            data[utf8(column.name)] = fieldData(index, column, cells.value(column.name), uses);
        append(list, std::move(data));
    }
    return list;
}

/// Each with its name, for themes that show them one by one.
Data termsData(const QJsonValue &value)
{
    Data list(Data::type::list);
    for (const QString &term : content::termsIn(value)) {
        Data data;
        data["label"] = textData(term);
        append(list, std::move(data));
    }
    return list;
}

Data fieldData(const SiteIndex &index, const content::Field &field, const QJsonValue &value,
               MediaUses &uses)
{
    if (content::taxonomyOf(field))
        return textData(content::termsIn(value).join(QStringLiteral("、")));
    switch (field.type) {
    case content::FieldType::Table:
        return rowsData(index, field, value.toArray(), uses);
    case content::FieldType::Url:
        return textData(safeUrl(index, value.toString(), uses));
    case content::FieldType::Media: {
        const QString named = value.toString();
        const content::MediaAsset *asset = index.mediaNamed(named);
        return pictureData(index, asset ? asset->id : Ulid::fromString(named), uses);
    }
    case content::FieldType::Date: {
        const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
        return date.isValid() ? dateData(date) : textData(value.toString());
    }
    default:
        return textData(scalarText(value));
    }
}

} // namespace

std::string isoDate(const QDate &date, char separator)
{
    int year = 0;
    int month = 0;
    int day = 0;
    date.getDate(&year, &month, &day);
    const auto digit = [](int number) { return static_cast<char>('0' + number % 10); };
    return {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year),     separator,
            digit(month / 10),  digit(month),      separator,        digit(day / 10), digit(day)};
}

Data textData(QStringView text)
{
    return text.isEmpty() ? Data(false) : Data(utf8(text));
}

Data textData(std::string text)
{
    return text.empty() ? Data(false) : Data(std::move(text));
}

Data dateData(const QDate &date)
{
    if (!date.isValid())
        return Data(false);
    return Data::share(textsOf(date));
}

Data dateIn(const content::Language &language, const QDate &date)
{
    if (content::isSiteLanguage(language) || !date.isValid())
        return dateData(date);
    const std::string text = dateText(language, date);
    Data data;
    data["iso"] = Data(isoDate(date, '-'));
    for (const char *form : {"era", "western", "weekday"})
        data[form] = Data(text);
    data["short"] = Data(isoDate(date, '.'));
    return data;
}

std::string absoluteUrl(const SiteIndex &index, const QString &path)
{
    return index.rootUrl() + utf8(path);
}

Data pictureData(const SiteIndex &index, const Ulid &picture, MediaUses &uses)
{
    const content::MediaAsset *asset = index.media(picture);
    if (!asset || !isPicture(*asset))
        return Data(false);
    const PictureSource source = pictureSource(*asset, index.options().media, uses);
    Data data;
    data["src"] = Data(source.src);
    data["srcset"] = textData(source.srcset);
    data["width"] = source.width > 0 ? Data(std::to_string(source.width)) : Data(false);
    data["height"] = source.height > 0 ? Data(std::to_string(source.height)) : Data(false);
    data["alt"] = asset->decorative ? Data(std::string()) : Data(utf8(asset->alt));
    // Services that show shared pages do not take SVG.
    const bool shareable = asset->mimeType != QLatin1String("image/svg+xml");
    data["absolute"] = shareable ? Data(absoluteUrl(index, fromUtf8(source.src))) : Data(false);
    return data;
}

QString safeUrl(const SiteIndex &index, const QString &url, MediaUses &uses)
{
    if (url.startsWith(QLatin1String("media:"))) {
        const content::MediaAsset *asset = index.mediaNamed(url.mid(6));
        if (!asset)
            return {};
        uses.add(asset->id, MediaUse::Original);
        return u'/' + originalPath(*asset);
    }
    return security::isUrlAllowed(url, security::UrlUse::Link) ? url : QString();
}

void setList(Data &owner, const std::string &name, Data list)
{
    owner["has" + capitalised(name)] = Data(list.isNonEmptyList());
    owner[name] = std::move(list);
}

QList<content::Field> shownFields(const SiteIndex &index, const PageValue &page)
{
    const content::Kind &kind = index.kind(page.kind);
    const QJsonObject &values = page.content.fields;
    QList<content::Field> fields = kind.fields;
    if (values.contains(content::fieldOf(content::Taxonomy::Category)) ||
        values.contains(content::fieldOf(content::Taxonomy::Tag)))
        for (const content::Field &field : content::termFieldsBeside(kind, index.snapshot().kinds))
            if (!content::termsIn(values.value(field.name)).isEmpty())
                fields << field;
    return fields;
}

Data fieldsData(const SiteIndex &index, const PageValue &page, MediaUses &uses)
{
    Data fields;
    for (const content::Field &field : shownFields(index, page)) {
        const QJsonValue value = page.content.fields.value(field.name);
        Data data = fieldData(index, field, value, uses);
        if (field.type == content::FieldType::Date)
            if (const QDate day = QDate::fromString(value.toString(), Qt::ISODate); day.isValid())
                data = dateIn(page.content.language, day);
        if (content::taxonomyOf(field))
            setList(fields, utf8(field.name) + "Terms", termsData(value));
        if (field.type == content::FieldType::Table)
            setList(fields, utf8(field.name), std::move(data));
        else
            fields[utf8(field.name)] = std::move(data);
    }
    return fields;
}

QDate shownDate(const PageValue &page)
{
    const QString starts = page.content.fields.value(QLatin1String("startsAt")).toString();
    const QDate day = QDate::fromString(starts.left(10), Qt::ISODate);
    return day.isValid() ? day : page.content.date;
}

Data cardData(const SiteIndex &index, const PageValue &page, MediaUses &uses)
{
    const content::PageContent &content = page.content;
    const QDate today = index.snapshot().asOf.toTimeZone(japanTime()).date();
    Data card;
    card["title"] = textData(content.title);
    card["url"] = textData(page.path);
    card["summary"] = textData(content.summary);
    card["date"] = dateData(shownDate(page));
    card["published"] = dateData(content.date);
    card["picture"] = pictureData(index, content.picture, uses);
    card["kindLabel"] = textData(index.kind(page.kind).label);
    card["isNew"] = Data(content.date.isValid() && content.date.daysTo(today) < newForDays);
    card["fields"] = fieldsData(index, page, uses);
    return card;
}

} // namespace kakehashi::render
