#pragma once

#include "content/page/terms.h"
#include "store/database.h"

namespace kakehashi::content {

struct Term
{
    Taxonomy taxonomy = Taxonomy::Category;
    QString label;
};

/// The words that the site's pages are sorted by. Which page has which is in its revisions; here
/// they are known once, in their order, whether a page has them or not. The thread of the database.
class TermRepository
{
public:
    explicit TermRepository(store::Database &database) : m_database(database) {}

    Result<QList<Term>> list() const; ///< by taxonomy, in the order in which they came

    /// Adds what is not there yet, at the end.
    Result<void> note(Taxonomy taxonomy, const QStringList &labels);
    /// Everything that a page's content names.
    Result<void> note(const PageContent &content);
    Result<void> remove(Taxonomy taxonomy, const QString &label);

private:
    store::Database &m_database;
};

} // namespace kakehashi::content
