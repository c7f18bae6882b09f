#include "takeover/hugo/links/frontlinks.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

using content::FieldType;

void report(SourcePage &page, const QString &rule, const QString &text, int line)
{
    Place place;
    place.file = page.source.shown;
    place.line = line;
    page.issues.append({Severity::Should, rule, text, place});
}

void leadPicture(const LinkMap &links, bool isOwnExport, SourcePage &page)
{
    if (page.pictureLink.isEmpty())
        return;
    if (const auto name = links.mediaName(page.pictureLink, page)) {
        page.page.picture = *name;
        return;
    }
    QJsonObject &fields = page.page.content.fields;
    if (!isOwnExport && !fields.contains(page.pictureKey))
        fields.insert(page.pictureKey, page.pictureLink);
    report(page, QStringLiteral("import-picture"),
           Text::tr("The picture %1 is not there.").arg(page.pictureLink), page.pictureLine);
}

class Fields
{
public:
    Fields(const LinkMap &links, SourcePage &page) : m_links(links), m_page(page) {}

    QJsonObject led(QJsonObject values, const QList<content::Field> &fields, const QString &key)
    {
        for (const content::Field &field : fields) {
            const QJsonValue value = values.value(field.name);
            const QString top = key.isEmpty() ? field.name : key;
            if (field.type == FieldType::Table && value.isArray())
                values.insert(field.name, rows(value.toArray(), field, top));
            else if (value.isString() && !value.toString().isEmpty() &&
                     (field.type == FieldType::Url || field.type == FieldType::Media))
                values.insert(field.name, address(value.toString(), field.type, top));
        }
        return values;
    }

private:
    QJsonArray rows(const QJsonArray &array, const content::Field &field, const QString &key)
    {
        QJsonArray rows;
        for (const auto &row : array)
            rows.append(row.isObject() ? QJsonValue(led(row.toObject(), field.columns, key))
                                       : QJsonValue(row));
        return rows;
    }

    QString address(const QString &typed, FieldType type, const QString &key)
    {
        if (type == FieldType::Media) {
            if (const auto name = m_links.mediaName(typed, m_page))
                return *name;
            missing(typed, key);
            return typed;
        }
        const Led led = m_links.target(typed, m_page);
        if (!led.target)
            missing(typed, key);
        return led.target.value_or(typed);
    }

    void missing(const QString &typed, const QString &key)
    {
        report(m_page, QStringLiteral("import-link"),
               Text::tr("The link to %1 leads nowhere.").arg(typed), m_page.lineOf(key));
    }

    const LinkMap &m_links;
    SourcePage &m_page;
};

} // namespace

void leadFrontMatter(const LinkMap &links, const content::Kind &kind, bool isOwnExport,
                     SourcePage &page)
{
    leadPicture(links, isOwnExport, page);
    QJsonObject &fields = page.page.content.fields;
    if (!isOwnExport)
        fields = Fields(links, page).led(fields, kind.fields, {});
}

} // namespace kakehashi::takeover
