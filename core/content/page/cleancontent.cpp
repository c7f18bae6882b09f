#include "content/page/cleancontent.h"

#include "base/cleantext.h"

#include <QJsonArray>

namespace kakehashi::content {
namespace {

QJsonValue cleanedValue(const QJsonValue &value)
{
    if (value.isString())
        return cleanedText(value.toString());
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (auto each = array.begin(); each != array.end(); ++each)
            *each = cleanedValue(*each);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        each.value() = cleanedValue(each.value());
    return object;
}

} // namespace

PageContent cleaned(PageContent content)
{
    for (QString *line : {&content.title, &content.seo.title, &content.seo.description})
        *line = cleanedLine(*line);
    content.summary = cleanedText(content.summary);
    content.body = cleanedText(content.body);
    content.fields = cleanedValue(content.fields).toObject();
    return content;
}

std::optional<char32_t> unfitIn(const PageContent &content)
{
    for (const QString *text : {&content.title, &content.summary, &content.seo.title,
                                &content.seo.description, &content.body})
        if (const qsizetype at = unfitAt(*text); at >= 0)
            return text->at(at).unicode();
    return {};
}

} // namespace kakehashi::content
