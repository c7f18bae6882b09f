#include "render/site/jsonld.h"

#include "base/clock.h"
#include "render/html.h"
#include "render/media/picture.h"
#include "render/site/pagedata.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kakehashi::render {
namespace {

QString absolute(const SiteIndex &index, const QString &path)
{
    return fromUtf8(absoluteUrl(index.snapshot(), path));
}

QJsonObject organisation(const SiteIndex &index)
{
    const content::SiteSettings &site = index.snapshot().site;
    QJsonObject object{
        {QStringLiteral("@type"), QStringLiteral("GovernmentOrganization")},
        {QStringLiteral("name"), site.organization.isEmpty() ? site.name : site.organization},
        {QStringLiteral("url"), absolute(index, QStringLiteral("/"))}};
    if (!site.telephone.isEmpty())
        object.insert(QStringLiteral("telephone"), site.telephone);
    return object;
}

QJsonObject breadcrumb(const SiteIndex &index, const QList<Crumb> &crumbs)
{
    QJsonArray items;
    for (const Crumb &crumb : crumbs)
        items.append(QJsonObject{{QStringLiteral("@type"), QStringLiteral("ListItem")},
                                 {QStringLiteral("position"), items.size() + 1},
                                 {QStringLiteral("name"), crumb.label},
                                 {QStringLiteral("item"), absolute(index, crumb.path)}});
    return {{QStringLiteral("@type"), QStringLiteral("BreadcrumbList")},
            {QStringLiteral("itemListElement"), items}};
}

void addEvent(const PageValue &page, QJsonObject &object)
{
    const QJsonObject &fields = page.content.fields;
    const auto take = [&](const char *field, const char *property) {
        const QString value = fields.value(QLatin1String(field)).toString();
        if (!value.isEmpty())
            object.insert(QLatin1String(property), value);
    };
    take("startsAt", "startDate");
    take("endsAt", "endDate");
    const QString venue = fields.value(QLatin1String("venue")).toString();
    if (!venue.isEmpty())
        object.insert(QStringLiteral("location"),
                      QJsonObject{{QStringLiteral("@type"), QStringLiteral("Place")},
                                  {QStringLiteral("name"), venue},
                                  {QStringLiteral("address"),
                                   fields.value(QLatin1String("address")).toString()}});
}

QJsonObject thing(const SiteIndex &index, const PageValue &page)
{
    const content::PageContent &content = page.content;
    QString type = index.kind(page.kind).schemaType;
    // An Event without a start is invalid; the page about it is still a page.
    const bool event = type == QLatin1String("Event");
    if (type.isEmpty() || (event && !content.fields.contains(QLatin1String("startsAt"))))
        type = QStringLiteral("WebPage");
    const bool article = type.endsWith(QLatin1String("Article"));
    QJsonObject object{{QStringLiteral("@type"), type},
                       {QStringLiteral("name"), content.title},
                       {QStringLiteral("url"), absolute(index, page.path)},
                       {QStringLiteral("inLanguage"), QStringLiteral("ja")}};
    if (article) {
        object.insert(QStringLiteral("headline"), content.title);
        object.insert(QStringLiteral("author"), organisation(index));
    }
    if (!content.summary.isEmpty())
        object.insert(QStringLiteral("description"), content.summary);
    if (type == QLatin1String("Event"))
        addEvent(page, object);
    else if (content.date.isValid())
        object.insert(QStringLiteral("datePublished"), content.date.toString(Qt::ISODate));
    if (type != QLatin1String("Event") && page.updatedAt.isValid())
        object.insert(QStringLiteral("dateModified"),
                      page.updatedAt.toTimeZone(japanTime()).toString(Qt::ISODate));
    object.insert(event ? QStringLiteral("organizer") : QStringLiteral("publisher"),
                  organisation(index));
    return object;
}

} // namespace

std::string jsonLd(const SiteIndex &index, const PageValue &page, const QList<Crumb> &crumbs)
{
    QJsonArray graph{thing(index, page)};
    if (crumbs.size() > 1)
        graph.append(breadcrumb(index, crumbs));
    const QJsonObject whole{{QStringLiteral("@context"), QStringLiteral("https://schema.org")},
                            {QStringLiteral("@graph"), graph}};
    std::string json = QJsonDocument(whole).toJson(QJsonDocument::Compact).toStdString();
    for (size_t at = json.find('<'); at != std::string::npos; at = json.find('<', at))
        json.replace(at, 1, "\\u003c");
    return json;
}

} // namespace kakehashi::render
