#include "render/jsonld/nodes.h"

#include "base/clock.h"
#include "content/page/terms.h"
#include "render/html.h"
#include "render/jsonld/charted.h"
#include "render/site/pagedata.h"

#include <QRegularExpression>

#include <algorithm>

namespace kakehashi::render {
namespace {

using namespace std::string_view_literals;

std::string root(const SiteIndex &index)
{
    return absoluteUrl(index, QStringLiteral("/"));
}

/// 「〒980-0000 宮城県…」 as its parts; the prefecture stays in the street's line, as it is
/// written.
void writeAddress(const QString &address, JsonText &json)
{
    static const QRegularExpression postal(QStringLiteral("^〒?\\s*(\\d{3}-\\d{4})\\s*"));
    const auto match = postal.match(address);
    json.key("address").open('{').member("@type", "PostalAddress"sv);
    json.member("addressCountry", "JP"sv).member("postalCode", QStringView(match.captured(1)));
    json.member("streetAddress", QStringView(address.mid(match.capturedLength()))).close('}');
}

QString field(const PageValue &page, const char *name)
{
    return page.content.fields.value(QLatin1String(name)).toString();
}

std::string eventStatus(const QString &status)
{
    if (status == QStringLiteral("中止"))
        return "https://schema.org/EventCancelled";
    if (status == QStringLiteral("延期"))
        return "https://schema.org/EventPostponed";
    return "https://schema.org/EventScheduled";
}

/// 「会場とオンライン」 both, 「オンライン」 alone in the venue's name online, else in a place.
void writeWhere(const GraphPage &of, JsonText &json)
{
    const QString venue = field(of.page, "venue");
    const QString all = venue + field(of.page, "capacity");
    const bool online = all.contains(QStringLiteral("オンライン"));
    const bool onlyOnline = venue.startsWith(QStringLiteral("オンライン"));
    const char *mode = onlyOnline ? "Online" : (online ? "Mixed" : "Offline");
    json.member("eventAttendanceMode",
                "https://schema.org/" + std::string(mode) + "EventAttendanceMode");
    json.key("location").open('{');
    if (onlyOnline) {
        json.member("@type", "VirtualLocation"sv).member("url", of.url).close('}');
        return;
    }
    json.member("@type", "Place"sv).member("name", QStringView(venue));
    if (const QString address = field(of.page, "address"); !address.isEmpty())
        writeAddress(address, json);
    json.close('}');
}

std::string periodOf(const statistics::SeriesData &data)
{
    if (data.observations.isEmpty())
        return {};
    return isoDate(data.observations.first().date) + "/" + isoDate(data.observations.last().date);
}

} // namespace

std::string isoTime(const QDateTime &time)
{
    // Japan's offset has not changed since 1951; Qt's time zones and formats cost twenty times as
    // much.
    constexpr qint64 day = 24 * 3600;
    const qint64 japan = time.toSecsSinceEpoch() + 9 * 3600;
    const qint64 ofDay = (japan % day + day) % day;
    std::string text =
        isoDate(QDate(1970, 1, 1).addDays((japan - ofDay) / day)) + "T00:00:00+09:00";
    const auto put = [&text](size_t at, qint64 number) {
        text[at] = static_cast<char>('0' + number / 10);
        text[at + 1] = static_cast<char>('0' + number % 10);
    };
    put(11, ofDay / 3600);
    put(14, ofDay / 60 % 60);
    put(17, ofDay % 60);
    return text;
}

std::string startOfDay(const QDate &date)
{
    return isoDate(date) + "T00:00:00+09:00";
}

std::string organizationId(const SiteIndex &index)
{
    return root(index) + "#organization";
}

std::string webSiteId(const SiteIndex &index)
{
    return root(index) + "#website";
}

void writeReference(JsonText &json, std::string_view name, const std::string &id)
{
    json.key(name).open('{').member("@id", id).close('}');
}

void writeOrganization(const SiteIndex &index, JsonText &json)
{
    const content::SiteSettings &site = index.snapshot().site;
    json.open('{').member("@type", "GovernmentOrganization"sv).member("@id", organizationId(index));
    json.member("name", QStringView(site.organization.isEmpty() ? site.name : site.organization));
    json.member("url", root(index));
    if (const Theme::Asset *logo = index.theme().asset(QStringLiteral("icon-512.png")))
        json.key("logo")
            .open('{')
            .member("@type", "ImageObject"sv)
            .member("url", absoluteUrl(index, u'/' + logo->publishedPath))
            .close('}');
    if (!site.address.isEmpty())
        writeAddress(site.address, json);
    json.member("telephone", QStringView(site.telephone)).member("email", QStringView(site.email));
    json.close('}');
}

void writeWebSite(const SiteIndex &index, JsonText &json)
{
    const content::SiteSettings &site = index.snapshot().site;
    json.open('{').member("@type", "WebSite"sv).member("@id", webSiteId(index));
    json.member("name", QStringView(site.name)).member("url", root(index));
    json.member("description", QStringView(site.description)).member("inLanguage", "ja"sv);
    writeReference(json, "publisher", organizationId(index));
    if (index.searchPage()) {
        json.key("potentialAction").open('{').member("@type", "SearchAction"sv);
        json.key("target").open('{').member("@type", "EntryPoint"sv);
        json.member("urlTemplate", root(index) + "search/?q={search_term_string}").close('}');
        json.member("query-input", "required name=search_term_string"sv).close('}');
    }
    json.close('}');
}

void writeArticle(const GraphPage &of, const QString &type, JsonText &json)
{
    const content::PageContent &content = of.page.content;
    json.open('{').member("@type", QStringView(type)).member("@id", of.url + "#article");
    json.member("headline", QStringView(content.title)).member("url", of.url);
    json.member("description", QStringView(content.summary)).member("image", of.picture);
    json.member("inLanguage", QStringView(content::tagOf(content.language)));
    if (content.date.isValid())
        json.member("datePublished", startOfDay(content.date));
    if (of.page.updatedAt.isValid())
        json.member("dateModified", isoTime(of.page.updatedAt));
    using content::Taxonomy;
    const QString sections = termsOf(content, Taxonomy::Category).join(QStringLiteral(", "));
    const QString keywords = termsOf(content, Taxonomy::Tag).join(QStringLiteral(", "));
    json.member("articleSection", QStringView(sections));
    json.member("keywords", QStringView(keywords));
    writeReference(json, "author", organizationId(of.index));
    writeReference(json, "publisher", organizationId(of.index));
    writeReference(json, "mainEntityOfPage", of.url);
    json.close('}');
}

void writeEvent(const GraphPage &of, JsonText &json)
{
    json.open('{').member("@type", "Event"sv).member("@id", of.url + "#event");
    json.member("name", QStringView(of.page.content.title)).member("url", of.url);
    json.member("description", QStringView(of.page.content.summary)).member("image", of.picture);
    json.member("startDate", QStringView(field(of.page, "startsAt")));
    json.member("endDate", QStringView(field(of.page, "endsAt")));
    json.member("eventStatus", eventStatus(field(of.page, "status")));
    writeWhere(of, json);
    if (const QString organizer = field(of.page, "organizer"); !organizer.isEmpty())
        json.key("organizer")
            .open('{')
            .member("@type", "Organization"sv)
            .member("name", QStringView(organizer))
            .member("url", root(of.index))
            .close('}');
    else
        writeReference(json, "organizer", organizationId(of.index));
    json.close('}');
}

void writeDataset(const GraphPage &of, const statistics::SeriesData &data, JsonText &json)
{
    const statistics::Series &series = data.series;
    const QString description =
        QStringLiteral("%1（単位：%2）の推移です。%3%4")
            .arg(series.title, series.unit,
                 series.source.isEmpty() ? QString()
                                         : QStringLiteral("出典は%1です。").arg(series.source),
                 series.note);
    json.open('{').member("@type", "Dataset"sv);
    json.member("@id", of.url + "#dataset-" + utf8(series.name));
    json.member("name", QStringView(series.title)).member("description", QStringView(description));
    json.member("url", of.url).member("inLanguage", "ja"sv);
    json.key("isAccessibleForFree").raw("true").member("temporalCoverage", periodOf(data));
    json.key("variableMeasured").open('{').member("@type", "PropertyValue"sv);
    json.member("name", QStringView(series.title))
        .member("unitText", QStringView(series.unit))
        .close('}');
    writeReference(json, "creator", organizationId(of.index));
    json.key("distribution").open('{').member("@type", "DataDownload"sv);
    json.member("encodingFormat", "text/csv"sv);
    json.member("contentUrl", absoluteUrl(of.index, u'/' + seriesCsvPath(series)));
    json.close('}').close('}');
}

} // namespace kakehashi::render
