#pragma once

#include "render/snapshot.h"
#include "render/templates/template.h"

#include <QHash>

#include <vector>

namespace kakehashi::render {

class SiteIndex;

/// Which pages say the same in other languages. Only what visitors and search engines may find is
/// in it: pages that are open and not kept out of search. Costs nothing where nothing is
/// translated.
class Translations
{
public:
    using Group = std::vector<const PageValue *>; ///< original first, then by language; two or more

    Translations() = default;
    Translations(const SiteSnapshot &snapshot, const std::vector<const PageValue *> &openPages);

    /// The page and its translations; nullptr when it has none.
    const Group *of(const PageValue &page) const;
    /// For visitors whose language there is not: the one in the site's language; nullptr: none.
    static const PageValue *standardOf(const Group &group);
    /// Languages besides the site's in which there are open pages.
    const QStringList &otherTags() const { return m_otherTags; }

private:
    QHash<Ulid, Group> m_groups; ///< by original
    QStringList m_otherTags;
};

/// The page whose translation `page` is in the end, or itself.
Ulid originalOf(const SiteSnapshot &snapshot, const PageValue &page);

/// For the head and the switch: {lang locale label url href current}, one for each of the group.
Data translationsData(const SiteIndex &index, const PageValue &page);
/// The address for visitors of any other language, or false.
Data standardTranslationData(const SiteIndex &index, const PageValue &page);

/// hreflang links of a sitemap's entry; empty without translations.
std::string sitemapAlternates(const SiteIndex &index, const PageValue &page);

} // namespace kakehashi::render
