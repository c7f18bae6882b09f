#include "content/site/termrepository.h"

#include "store/query.h"

namespace kakehashi::content {
Result<QList<Term>> TermRepository::list() const
{
    store::Query query(m_database, QStringLiteral("SELECT taxonomy, label FROM term "
                                                  "ORDER BY taxonomy, position, label"));
    return query.all({}, [](const store::Query &row) {
        const bool isCategory = row.text(0) == fieldOf(Taxonomy::Category);
        return Term{isCategory ? Taxonomy::Category : Taxonomy::Tag, row.text(1)};
    });
}

Result<void> TermRepository::note(Taxonomy taxonomy, const QStringList &labels)
{
    if (labels.isEmpty())
        return {};
    store::Query query(
        m_database, QStringLiteral("INSERT INTO term (id, taxonomy, label, position) VALUES "
                                   "(?, ?, ?, (SELECT COALESCE(MAX(position), 0) + 1 FROM term)) "
                                   "ON CONFLICT (taxonomy, label) DO NOTHING"));
    for (const QString &label : labels) {
        if (auto done = query.run({Ulid::generate(), fieldOf(taxonomy), label}); !done)
            return passOn(done);
    }
    return {};
}

Result<void> TermRepository::note(const PageContent &content)
{
    for (const Taxonomy taxonomy : {Taxonomy::Category, Taxonomy::Tag}) {
        if (auto done = note(taxonomy, termsOf(content, taxonomy)); !done)
            return done;
    }
    return {};
}

Result<void> TermRepository::remove(Taxonomy taxonomy, const QString &label)
{
    store::Query query(m_database,
                       QStringLiteral("DELETE FROM term WHERE taxonomy = ? AND label = ?"));
    const auto done = query.run({fieldOf(taxonomy), label});
    return done ? Result<void>() : passOn(done);
}

} // namespace kakehashi::content
