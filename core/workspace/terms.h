#pragma once

#include "content/page/terms.h"
#include "workspace/parts/stores.h"

#include <QList>

namespace kakehashi::workspace {

struct TermUse
{
    content::Taxonomy taxonomy = content::Taxonomy::Category;
    QString label;
    int pages = 0; ///< that have it in their working revision
};

/// Every term that the site knows: of its pages, of former ones, and those that kinds of pages
/// offer. By taxonomy.
Result<QList<TermUse>> termsOfSite(const SiteStores &stores);

struct TermChange
{
    content::Taxonomy taxonomy = content::Taxonomy::Category;
    QString from;
    QString to;
    bool merges = false;  ///< `to` is there already and takes the pages over
    bool approve = false; ///< pages that were public as they are stay so
    QString author;
};

/// Gives a term another name, or lets another one take its pages: a new revision of each page, all
/// or none. Answers how many pages. NotFound for a term that is not there, AlreadyExists when
/// renaming to one that is.
Result<int> changeTerm(const SiteStores &stores, const TermChange &change);

} // namespace kakehashi::workspace
