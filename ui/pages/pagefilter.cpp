#include "ui/pages/pagefilter.h"

#include "ui/pages/pagemodel.h"
#include "ui/pages/pagesearch.h"

#include <algorithm>

namespace kakehashi::ui {

using content::PageState;

PageFilter::PageFilter(QObject *parent) : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void PageFilter::setQuery(const QString &query)
{
    m_words = searchWords(query);
    m_found.clear();
    invalidateFilter();
}

void PageFilter::setFound(const QSet<Ulid> &found)
{
    m_found = found;
    invalidateFilter();
}

void PageFilter::setState(std::optional<PageState> state)
{
    m_state = state;
    invalidateFilter();
}

void PageFilter::setOnly(const std::optional<QSet<Ulid>> &pages)
{
    if (pages == m_only)
        return;
    m_only = pages;
    invalidateFilter();
}

bool PageFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto state = index.data(PageModel::StateRole).value<PageState>();
    if (m_state ? state != *m_state : state == PageState::Trashed)
        return false;
    const auto page = index.data(PageModel::IdRole).value<Ulid>();
    if (m_only && !m_only->contains(page))
        return false;
    if (m_words.isEmpty() || m_found.contains(page))
        return true;
    const QString haystack = index.data(PageModel::HaystackRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&](const QString &word) { return haystack.contains(word); });
}

} // namespace kakehashi::ui
