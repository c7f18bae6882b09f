#pragma once

#include "base/ulid.h"
#include "content/page/page.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace kakehashi::ui {

/// Leaves of a PageModel what is searched for, and of a tree the way to it. Trashed pages show
/// only when they are asked for.
class PageFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PageFilter(QObject *parent = nullptr);

    /// Title and path are matched at once; `found` adds what a search of the bodies brought.
    void setQuery(const QString &query);
    void setFound(const QSet<Ulid> &found);
    void setState(std::optional<content::PageState> state); ///< nothing: all but the trash
    void setOnly(const std::optional<QSet<Ulid>> &pages);   ///< nothing: all

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    QSet<Ulid> m_found;
    std::optional<content::PageState> m_state;
    std::optional<QSet<Ulid>> m_only;
};

} // namespace kakehashi::ui
