#include "content/page/pagejson.h"
#include "content/page/pagerepository.h"
#include "store/query.h"

#include <QJsonDocument>

// The part of PageRepository that journals what is typed.

namespace kakehashi::content {
namespace {

Draft draftFrom(const store::Query &row)
{
    return {row.id(0), pageContentFromJson(row.json(2)), row.number(1), row.time(3)};
}

} // namespace

Result<void> PageRepository::putDraft(const Ulid &id, const PageContent &content)
{
    auto found = page(id);
    if (!found)
        return passOn(found);
    // The base stays that of the first keystroke, so that a revision saved in between is noticed.
    store::Query query(m_database,
                       QStringLiteral("INSERT INTO draft (page_id, base, content, saved_at) "
                                      "VALUES (?, ?, ?, ?) ON CONFLICT (page_id) DO UPDATE SET "
                                      "content = excluded.content, saved_at = excluded.saved_at"));
    if (auto done = query.run({id, found->working, toJson(content), m_clock.now()}); !done)
        return passOn(done);
    if (m_draftChanged)
        m_draftChanged(id);
    return {};
}

Result<std::optional<Draft>> PageRepository::draft(const Ulid &id) const
{
    store::Query query(m_database, QStringLiteral("SELECT page_id, base, content, saved_at "
                                                  "FROM draft WHERE page_id = ?"));
    return query.first({id}, draftFrom);
}

Result<QList<Draft>> PageRepository::drafts() const
{
    store::Query query(m_database, QStringLiteral("SELECT page_id, base, content, saved_at "
                                                  "FROM draft ORDER BY saved_at DESC"));
    return query.all({}, draftFrom);
}

Result<void> PageRepository::clearDraft(const Ulid &id)
{
    store::Query query(m_database, QStringLiteral("DELETE FROM draft WHERE page_id = ?"));
    if (auto done = query.run({id}); !done)
        return passOn(done);
    if (m_draftChanged)
        m_draftChanged(id);
    return {};
}

} // namespace kakehashi::content
