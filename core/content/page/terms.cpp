#include "content/page/terms.h"

#include "content/kind.h"

#include <QJsonArray>

namespace kakehashi::content {

QString fieldOf(Taxonomy taxonomy)
{
    return taxonomy == Taxonomy::Category ? QStringLiteral("category") : QStringLiteral("tags");
}

std::optional<Taxonomy> taxonomyOf(const Field &field)
{
    if (field.type != FieldType::Choice)
        return {};
    for (const Taxonomy taxonomy : {Taxonomy::Category, Taxonomy::Tag})
        if (field.name == fieldOf(taxonomy))
            return taxonomy;
    return {};
}

static const Field *termFieldOf(const Kind &kind, Taxonomy taxonomy)
{
    for (const Field &field : kind.fields)
        if (taxonomyOf(field) == taxonomy)
            return &field;
    return nullptr;
}

QList<Field> termFieldsBeside(const Kind &kind, const QList<Kind> &kinds)
{
    QList<Field> beside;
    for (const Taxonomy taxonomy : {Taxonomy::Category, Taxonomy::Tag}) {
        if (termFieldOf(kind, taxonomy))
            continue;
        for (const Kind &other : kinds)
            if (const Field *model = termFieldOf(other, taxonomy)) {
                Field field = *model;
                field.required = false;
                field.choices.clear();
                beside << field;
                break;
            }
    }
    return beside;
}

QStringList termsIn(const QJsonValue &value)
{
    QStringList terms;
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const auto &each : list) {
        const QString term = each.toVariant().toString().simplified();
        if (!term.isEmpty() && !terms.contains(term))
            terms.append(term);
    }
    return terms;
}

QStringList termsOf(const PageContent &content, Taxonomy taxonomy)
{
    return termsIn(content.fields.value(fieldOf(taxonomy)));
}

void setTerms(PageContent &content, Taxonomy taxonomy, const QStringList &terms)
{
    const QStringList good = termsIn(QJsonArray::fromStringList(terms));
    if (good.isEmpty())
        content.fields.remove(fieldOf(taxonomy));
    else
        content.fields.insert(fieldOf(taxonomy), QJsonArray::fromStringList(good));
}

} // namespace kakehashi::content
