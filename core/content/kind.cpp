#include "content/kind.h"

#include "base/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Kinds)
};

constexpr qint64 largestKind = 1'000'000;
const QString plainKind = QStringLiteral("page");

std::optional<FieldType> fieldType(const QString &name)
{
    static const QHash<QString, FieldType> types{
        {QStringLiteral("text"), FieldType::Text},
        {QStringLiteral("longText"), FieldType::LongText},
        {QStringLiteral("date"), FieldType::Date},
        {QStringLiteral("dateTime"), FieldType::DateTime},
        {QStringLiteral("number"), FieldType::Number},
        {QStringLiteral("url"), FieldType::Url},
        {QStringLiteral("choice"), FieldType::Choice},
        {QStringLiteral("table"), FieldType::Table},
        {QStringLiteral("media"), FieldType::Media},
    };
    const auto found = types.constFind(name);
    return found == types.cend() ? std::nullopt : std::optional(*found);
}

Result<QList<Field>> fieldsFrom(const QJsonArray &array);

Result<Field> fieldFrom(const QJsonObject &json)
{
    Field field;
    field.name = json.value(QLatin1String("name")).toString();
    field.label = json.value(QLatin1String("label")).toString();
    field.labelEn = json.value(QLatin1String("labelEn")).toString();
    field.required = json.value(QLatin1String("required")).toBool();
    field.hint = json.value(QLatin1String("hint")).toString();
    field.choices = json.value(QLatin1String("choices")).toVariant().toStringList();
    const QString type = json.value(QLatin1String("type")).toString(QStringLiteral("text"));
    const auto known = fieldType(type);
    if (field.name.isEmpty() || field.label.isEmpty() || !known)
        return fail(ErrorCode::Corrupt,
                    Text::tr("the field “%1” has no name, no label or the unknown type “%2”")
                        .arg(field.name, type));
    field.type = *known;
    auto columns = fieldsFrom(json.value(QLatin1String("columns")).toArray());
    if (!columns)
        return passOn(columns);
    field.columns = *columns;
    return field;
}

Result<QList<Field>> fieldsFrom(const QJsonArray &array)
{
    QList<Field> fields;
    for (const auto &value : array) {
        auto field = fieldFrom(value.toObject());
        if (!field)
            return passOn(field);
        fields.append(*field);
    }
    return fields;
}

Result<Kind> kindFrom(const QJsonObject &json)
{
    const auto text = [&json](QLatin1String key) { return json.value(key).toString(); };
    Kind kind;
    kind.name = text(QLatin1String("name"));
    kind.label = text(QLatin1String("label"));
    kind.labelEn = text(QLatin1String("labelEn"));
    kind.pathPrefix = json.value(QLatin1String("pathPrefix")).toString(QStringLiteral("/"));
    kind.templateName = json.value(QLatin1String("templateName")).toString(plainKind);
    kind.schemaType = text(QLatin1String("schemaType"));
    kind.dated = json.value(QLatin1String("dated")).toBool();
    kind.listed = json.value(QLatin1String("listed")).toBool();
    kind.listsKind = text(QLatin1String("listsKind"));
    if (kind.name.isEmpty() || kind.label.isEmpty())
        return fail(ErrorCode::Corrupt, Text::tr("the kind has no name or no label"));
    auto fields = fieldsFrom(json.value(QLatin1String("fields")).toArray());
    if (!fields)
        return passOn(fields);
    kind.fields = *fields;
    return kind;
}

struct Ordered
{
    int order = 0;
    Kind kind;
};

Result<Ordered> readKind(const QString &path)
{
    auto bytes = readFile(path, largestKind);
    if (!bytes)
        return passOn(bytes);
    QJsonParseError error;
    const QJsonObject json = QJsonDocument::fromJson(*bytes, &error).object();
    auto kind = kindFrom(json);
    if (error.error != QJsonParseError::NoError || !kind)
        return fail(ErrorCode::Corrupt,
                    Text::tr("The kind of page in %1 cannot be read: %2.")
                        .arg(path, error.error != QJsonParseError::NoError ? error.errorString()
                                                                           : kind.error().text));
    return Ordered{json.value(QLatin1String("order")).toInt(), *kind};
}

} // namespace

Result<QList<Kind>> kindsIn(const QString &folder)
{
    const QDir dir(folder);
    QList<Ordered> read;
    const QStringList names =
        dir.entryList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::Name);
    for (const QString &name : names) {
        auto kind = readKind(dir.filePath(name));
        if (!kind)
            return passOn(kind);
        read.append(*kind);
    }
    std::stable_sort(read.begin(), read.end(), [](const Ordered &left, const Ordered &right) {
        return left.order < right.order;
    });
    QList<Kind> kinds;
    for (const Ordered &one : std::as_const(read))
        kinds.append(one.kind);
    return kinds;
}

Result<QList<Kind>> builtInKinds()
{
    return kindsIn(QStringLiteral(":/kinds"));
}

const Kind &kindNamed(const QList<Kind> &kinds, const QString &name)
{
    const Kind *plain = nullptr;
    for (const Kind &kind : kinds) {
        if (kind.name == name)
            return kind;
        if (kind.name == plainKind)
            plain = &kind;
    }
    static const Kind none{plainKind, plainKind,
                           plainKind, QStringLiteral("/"),
                           plainKind, QStringLiteral("WebPage"),
                           false,     false,
                           {},        {}};
    return plain ? *plain : none;
}

} // namespace kakehashi::content
