#include "render/jsonld/jsonld.h"

#include "render/card/card.h"
#include "render/html.h"
#include "render/jsonld/charted.h"
#include "render/jsonld/nodes.h"
#include "render/site/pagedata.h"

namespace kakehashi::render {
namespace {

using namespace std::string_view_literals;

void writeBreadcrumb(const GraphPage &of, const QList<Crumb> &crumbs, JsonText &json)
{
    json.open('{').member("@type", "BreadcrumbList"sv).member("@id", of.url + "#breadcrumb");
    json.key("itemListElement").open('[');
    int position = 0;
    for (const Crumb &crumb : crumbs)
        json.open('{')
            .member("@type", "ListItem"sv)
            .key("position")
            .number(++position)
            .member("name", QStringView(crumb.label))
            .member("item", absoluteUrl(of.index, crumb.path))
            .close('}');
    json.close(']').close('}');
}

/// An Event without a start is invalid; the page about it is still a page.
bool isEvent(const SiteIndex &index, const PageValue &page)
{
    return index.kind(page.kind).schemaType == QLatin1String("Event") &&
           !page.content.fields.value(QLatin1String("startsAt")).toString().isEmpty() &&
           !page.content.fields.value(QLatin1String("venue")).toString().isEmpty();
}

std::string mainEntityId(const GraphPage &of)
{
    if (isEvent(of.index, of.page))
        return of.url + "#event";
    const bool article = of.index.kind(of.page.kind).schemaType.endsWith(QLatin1String("Article"));
    return article ? of.url + "#article" : std::string();
}

void writeWebPage(const GraphPage &of, const QList<Crumb> &crumbs, JsonText &json)
{
    const content::PageContent &content = of.page.content;
    const QString &type = of.index.kind(of.page.kind).schemaType;
    const bool kindOfPage = type.endsWith(QLatin1String("Page"));
    json.open('{').member("@type", QStringView(kindOfPage ? type : QStringLiteral("WebPage")));
    json.member("@id", of.url).member("url", of.url).member("name", QStringView(content.title));
    json.member("description", QStringView(content.summary))
        .member("inLanguage", QStringView(content::tagOf(content.language)));
    if (content.date.isValid())
        json.member("datePublished", startOfDay(content.date));
    if (of.page.updatedAt.isValid())
        json.member("dateModified", isoTime(of.page.updatedAt));
    writeReference(json, "isPartOf", webSiteId(of.index));
    if (crumbs.size() > 1)
        writeReference(json, "breadcrumb", of.url + "#breadcrumb");
    if (const std::string main = mainEntityId(of); !main.empty())
        writeReference(json, "mainEntity", main);
    json.close('}');
}

void writeSubject(const GraphPage &of, JsonText &json)
{
    const QString &type = of.index.kind(of.page.kind).schemaType;
    if (isEvent(of.index, of.page))
        writeEvent(of, json);
    else if (type.endsWith(QLatin1String("Article")))
        writeArticle(of, type, json);
    for (const QString &name : chartedSeries(of.page))
        if (const statistics::SeriesData *data = of.index.series(name))
            writeDataset(of, *data, json);
}

std::string pictureOf(const SiteIndex &index, const PageValue &page)
{
    MediaUses known; // the page's head names it as well
    const Data picture = pictureData(index, page.content.picture, known);
    const Data *absolute = picture.get("absolute");
    if (absolute && absolute->isText())
        return std::string(absolute->text());
    return canPaintCards(index.options()) && hasCard(page)
               ? absoluteUrl(index, u'/' + cardOf(index, page).publishedPath())
               : std::string();
}

} // namespace

std::string jsonLd(const SiteIndex &index, const PageLayer &layer, const QList<Crumb> &crumbs)
{
    const PageValue &page = layer.page;
    const GraphPage of{index, page, absoluteUrl(index, listPath(page.path, layer.listNumber)),
                       pictureOf(index, page)};
    JsonText json;
    json.open('{').member("@context", "https://schema.org"sv).key("@graph").open('[');
    json.raw(index.sharedGraph());
    writeWebPage(of, crumbs, json);
    writeSubject(of, json);
    if (crumbs.size() > 1)
        writeBreadcrumb(of, crumbs, json);
    return json.close(']').close('}').take();
}

} // namespace kakehashi::render
