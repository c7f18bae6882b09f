#pragma once

#include "content/page/terms.h"
#include "render/snapshot.h"

#include <QSet>
#include <QString>

namespace kakehashi::ui {

/// The pages whose title, path, terms, summary or body hold every word of `query`; width of
/// letters, case and compatibility forms do not matter. Pure: any thread.
QSet<Ulid> searchPages(const render::SiteSnapshot &snapshot, const QString &query);

/// The folded words of a query.
QStringList searchWords(const QString &query);

/// A 分類 or タグ and the pages that have it.
struct TermPages
{
    content::Taxonomy taxonomy = content::Taxonomy::Category;
    QString label;
    QSet<Ulid> pages;
};

/// What pages of this kind are sorted by, or all when it is empty; by taxonomy and label. Pure.
QList<TermPages> pagesByTerm(const render::SiteSnapshot &snapshot, const QString &kind);

} // namespace kakehashi::ui
