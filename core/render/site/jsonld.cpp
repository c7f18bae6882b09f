#include "render/site/jsonld.h"

#include "base/clock.h"
#include "render/html.h"
#include "render/site/jsontext.h"
#include "render/site/pagedata.h"

namespace kakehashi::render {
namespace {

using namespace std::string_view_literals;

std::string organisation(const SiteIndex &index)
{
    const content::SiteSettings &site = index.snapshot().site;
    JsonText json;
    json.open('{').member("@type", "GovernmentOrganization"sv);
    json.member("name", QStringView(site.organization.isEmpty() ? site.name : site.organization));
    json.member("url", absoluteUrl(index.snapshot(), QStringLiteral("/")));
    return json.member("telephone", QStringView(site.telephone)).close('}').take();
}

void writeBreadcrumb(const SiteIndex &index, const QList<Crumb> &crumbs, JsonText &json)
{
    json.open('{').member("@type", "BreadcrumbList"sv).key("itemListElement").open('[');
    int position = 0;
    for (const Crumb &crumb : crumbs)
        json.open('{')
            .member("@type", "ListItem"sv)
            .key("position")
            .number(++position)
            .member("name", QStringView(crumb.label))
            .member("item", absoluteUrl(index.snapshot(), crumb.path))
            .close('}');
    json.close(']').close('}');
}

void writeEvent(const PageValue &page, JsonText &json)
{
    const auto field = [&](const char *name) {
        return page.content.fields.value(QLatin1String(name)).toString();
    };
    json.member("startDate", QStringView(field("startsAt")));
    json.member("endDate", QStringView(field("endsAt")));
    const QString venue = field("venue");
    if (!venue.isEmpty())
        json.key("location")
            .open('{')
            .member("@type", "Place"sv)
            .member("name", QStringView(venue))
            .member("address", QStringView(field("address")))
            .close('}');
}

std::string isoTime(const QDateTime &time)
{
    return utf8(time.toTimeZone(japanTime()).toString(Qt::ISODate));
}

void writePage(const SiteIndex &index, const PageValue &page, JsonText &json)
{
    const content::PageContent &content = page.content;
    QString type = index.kind(page.kind).schemaType;
    // An Event without a start is invalid; the page about it is still a page.
    if (type.isEmpty() ||
        (type == QLatin1String("Event") && !content.fields.contains(QLatin1String("startsAt"))))
        type = QStringLiteral("WebPage");
    const bool event = type == QLatin1String("Event");
    const std::string publisher = organisation(index);
    json.open('{').member("@type", QStringView(type)).member("name", QStringView(content.title));
    json.member("url", absoluteUrl(index.snapshot(), page.path)).member("inLanguage", "ja"sv);
    json.member("description", QStringView(content.summary));
    if (type.endsWith(QLatin1String("Article")))
        json.member("headline", QStringView(content.title)).key("author").raw(publisher);
    if (event)
        writeEvent(page, json);
    else if (content.date.isValid())
        json.member("datePublished", isoDate(content.date));
    if (!event && page.updatedAt.isValid())
        json.member("dateModified", isoTime(page.updatedAt));
    json.key(event ? "organizer" : "publisher").raw(publisher).close('}');
}

} // namespace

std::string jsonLd(const SiteIndex &index, const PageValue &page, const QList<Crumb> &crumbs)
{
    JsonText json;
    json.open('{').member("@context", "https://schema.org"sv).key("@graph").open('[');
    writePage(index, page, json);
    if (crumbs.size() > 1)
        writeBreadcrumb(index, crumbs, json);
    return json.close(']').close('}').take();
}

} // namespace kakehashi::render
