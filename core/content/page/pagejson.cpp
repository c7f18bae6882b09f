#include "content/page/pagejson.h"

namespace kakehashi::content {
namespace {

QString time(const QDateTime &time)
{
    return toStored(time);
}

} // namespace

QJsonObject toJson(const PageContent &content)
{
    QJsonObject json{
        {QStringLiteral("title"), content.title},
        {QStringLiteral("summary"), content.summary},
        {QStringLiteral("body"), content.body},
        {QStringLiteral("format"),
         content.format == BodyFormat::Html ? QStringLiteral("html") : QStringLiteral("markdown")},
        {QStringLiteral("fields"), content.fields},
        {QStringLiteral("date"), content.date.toString(Qt::ISODate)},
        {QStringLiteral("picture"), content.picture.toString()},
        {QStringLiteral("seoTitle"), content.seo.title},
        {QStringLiteral("seoDescription"), content.seo.description},
        {QStringLiteral("noindex"), content.seo.noindex},
        {QStringLiteral("opens"), time(content.window.opens)},
        {QStringLiteral("closes"), time(content.window.closes)},
    };
    if (!content.language.tag.isEmpty())
        json.insert(QStringLiteral("lang"), content.language.tag);
    if (!content.language.original.isNull())
        json.insert(QStringLiteral("translationOf"), content.language.original.toString());
    return json;
}

PageContent pageContentFromJson(const QJsonObject &json)
{
    const auto text = [&json](QLatin1String key) { return json.value(key).toString(); };
    PageContent content;
    content.title = text(QLatin1String("title"));
    content.summary = text(QLatin1String("summary"));
    content.body = text(QLatin1String("body"));
    content.format = text(QLatin1String("format")) == QLatin1String("html") ? BodyFormat::Html
                                                                            : BodyFormat::Markdown;
    content.fields = json.value(QLatin1String("fields")).toObject();
    content.date = QDate::fromString(text(QLatin1String("date")), Qt::ISODate);
    content.picture = Ulid::fromString(text(QLatin1String("picture")));
    content.seo = {text(QLatin1String("seoTitle")), text(QLatin1String("seoDescription")),
                   json.value(QLatin1String("noindex")).toBool()};
    content.window = {fromStored(text(QLatin1String("opens"))),
                      fromStored(text(QLatin1String("closes")))};
    content.language = {storedTag(text(QLatin1String("lang"))),
                        Ulid::fromString(text(QLatin1String("translationOf")))};
    return content;
}

} // namespace kakehashi::content
