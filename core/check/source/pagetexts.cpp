#include "check/source/pagetexts.h"

#include <QJsonArray>

namespace kakehashi::check {
namespace {

const QString fieldsPrefix = QStringLiteral("fields/");

bool isProse(const content::Field &field)
{
    return field.type == content::FieldType::Text || field.type == content::FieldType::LongText;
}

QString *plainPart(content::PageContent &content, const QString &part)
{
    if (part == QLatin1String("title"))
        return &content.title;
    if (part == QLatin1String("summary"))
        return &content.summary;
    if (part == QLatin1String("body"))
        return &content.body;
    if (part == QLatin1String("seo/title"))
        return &content.seo.title;
    if (part == QLatin1String("seo/description"))
        return &content.seo.description;
    return nullptr;
}

QJsonValue valueAt(const QJsonValue &value, const QStringList &path)
{
    QJsonValue at = value;
    for (const QString &step : path)
        at = at.isArray() ? at.toArray().at(step.toInt()) : at.toObject().value(step);
    return at;
}

QJsonValue withValueAt(const QJsonValue &value, const QStringList &path, const QString &text)
{
    if (path.isEmpty())
        return text;
    const QStringList rest = path.mid(1);
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        const int index = path.first().toInt();
        if (index < array.size())
            array[index] = withValueAt(array.at(index), rest, text);
        return array;
    }
    QJsonObject object = value.toObject();
    object.insert(path.first(), withValueAt(object.value(path.first()), rest, text));
    return object;
}

void appendPlain(std::vector<SourceText> &texts, const QString &part, const QString &text)
{
    if (!text.isEmpty())
        texts.emplace_back(part, text, Syntax::Plain);
}

void appendField(std::vector<SourceText> &texts, const content::Field &field, const QString &path,
                 const QJsonValue &value)
{
    if (isProse(field))
        return appendPlain(texts, path, value.toString());
    if (field.type != content::FieldType::Table)
        return;
    const QJsonArray rows = value.toArray();
    for (int row = 0; row < rows.size(); ++row) {
        const QString rowPath = path + QLatin1Char('/') + QString::number(row) + QLatin1Char('/');
        for (const content::Field &column : field.columns) {
            if (isProse(column))
                appendPlain(texts, rowPath + column.name,
                            rows.at(row).toObject().value(column.name).toString());
        }
    }
}

} // namespace

QString textOfPart(const content::PageContent &content, const QString &part)
{
    content::PageContent copy = content;
    if (const QString *plain = plainPart(copy, part))
        return *plain;
    if (!part.startsWith(fieldsPrefix))
        return {};
    const QStringList path = part.mid(fieldsPrefix.size()).split(QLatin1Char('/'));
    return valueAt(content.fields, path).toString();
}

void setTextOfPart(content::PageContent &content, const QString &part, const QString &text)
{
    if (QString *plain = plainPart(content, part)) {
        *plain = text;
        return;
    }
    if (!part.startsWith(fieldsPrefix))
        return;
    const QStringList path = part.mid(fieldsPrefix.size()).split(QLatin1Char('/'));
    content.fields = withValueAt(content.fields, path, text).toObject();
}

std::vector<SourceText> textsOf(const content::PageContent &content, const content::Kind &kind)
{
    std::vector<SourceText> texts;
    const bool markdown = content.format == content::BodyFormat::Markdown;
    texts.emplace_back(QStringLiteral("body"), content.body,
                       markdown ? Syntax::Markdown : Syntax::Html);
    appendPlain(texts, QStringLiteral("title"), content.title);
    appendPlain(texts, QStringLiteral("summary"), content.summary);
    appendPlain(texts, QStringLiteral("seo/title"), content.seo.title);
    appendPlain(texts, QStringLiteral("seo/description"), content.seo.description);
    for (const content::Field &field : kind.fields)
        appendField(texts, field, fieldsPrefix + field.name, content.fields.value(field.name));
    return texts;
}

int charactersIn(const QJsonValue &value)
{
    if (value.isString())
        return static_cast<int>(value.toString().simplified().size());
    int sum = 0;
    if (value.isArray()) {
        for (const QJsonValue &each : value.toArray())
            sum += charactersIn(each);
    } else if (value.isObject()) {
        for (const QJsonValue &each : value.toObject())
            sum += charactersIn(each);
    }
    return sum;
}

} // namespace kakehashi::check
