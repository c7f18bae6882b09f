#include "takeover/hugo/matter/mattertext.h"

#include "base/clock.h"
#include "content/page/terms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kakehashi::takeover {
namespace {

bool isTextList(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return !array.isEmpty() && std::all_of(array.begin(), array.end(), [](const QJsonValue &one) {
        return one.isString() && !one.toString().isEmpty();
    });
}

/// Collects "key: value" lines, leaving out what says nothing.
class Lines
{
public:
    void put(const char *key, const QString &written)
    {
        if (!written.isEmpty())
            text += QLatin1String(key) + QStringLiteral(": ") + written + QLatin1Char('\n');
    }
    void putText(const char *key, const QString &value)
    {
        if (!value.isEmpty())
            put(key, jsonText(value));
    }

    QString text;
};

QJsonObject seoObject(const content::Seo &seo)
{
    QJsonObject json;
    if (!seo.title.isEmpty())
        json.insert(QStringLiteral("title"), seo.title);
    if (!seo.description.isEmpty())
        json.insert(QStringLiteral("description"), seo.description);
    if (seo.noindex)
        json.insert(QStringLiteral("noindex"), true);
    return json;
}

void putFields(Lines &lines, QJsonObject fields)
{
    for (const auto taxonomy : {content::Taxonomy::Tag, content::Taxonomy::Category}) {
        const QJsonValue value = fields.value(fieldOf(taxonomy));
        if (!isTextList(value))
            continue;
        const bool isTag = taxonomy == content::Taxonomy::Tag;
        lines.put(isTag ? "tags" : "categories", jsonText(value));
        fields.remove(fieldOf(taxonomy));
    }
    if (!fields.isEmpty())
        lines.put("fields", jsonText(fields));
}

} // namespace

QString jsonText(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString writtenPage(const content::MarkdownFile &file, const QStringList &aliases)
{
    const content::PageContent &content = file.content;
    Lines lines;
    lines.put("title", jsonText(content.title));
    lines.put("url", file.path);
    lines.put("type", file.kind);
    lines.put("date", content.date.toString(Qt::ISODate));
    lines.put("lastmod", file.others.value(QStringLiteral("updated")));
    if (file.draft)
        lines.put("draft", QStringLiteral("true"));
    if (file.position >= 0)
        lines.put("weight", QString::number(file.position));
    lines.putText("summary", content.summary);
    if (!file.picture.isEmpty())
        lines.put("images",
                  jsonText(QJsonArray{QString(QStringLiteral("/media/") + file.picture)}));
    lines.put("publishDate", toStored(content.window.opens));
    lines.put("expiryDate", toStored(content.window.closes));
    if (const QJsonObject seo = seoObject(content.seo); !seo.isEmpty())
        lines.put("seo", jsonText(seo));
    if (!aliases.isEmpty())
        lines.put("aliases", jsonText(QJsonArray::fromStringList(aliases)));
    lines.put("lang", content.language.tag);
    lines.put("translationOf", file.translationOf);
    putFields(lines, content.fields);
    return QStringLiteral("---\n") + lines.text + QStringLiteral("---\n") + content.body;
}

} // namespace kakehashi::takeover
