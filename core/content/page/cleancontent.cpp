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

} // namespace kakehashi::content
