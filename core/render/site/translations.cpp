#include "render/site/translations.h"

#include "render/html.h"
#include "render/site/pagedata.h"
#include "render/site/siteindex.h"

#include <algorithm>

namespace kakehashi::render {
namespace {

constexpr int longestChain = 8; ///< of translations of translations

bool isFoundable(const PageValue &page)
{
    return !page.content.seo.noindex && page.kind != QLatin1String("notfound");
}

/// One page a language, the first by path.
void settle(Translations::Group &group, const Ulid &original)
{
    std::sort(group.begin(), group.end(), [&original](const auto *a, const auto *b) {
        const bool isFirst = a->id == original;
        if (isFirst != (b->id == original))
            return isFirst;
        const QString left = content::tagOf(a->content.language);
        const QString right = content::tagOf(b->content.language);
        return left != right ? left < right : a->path < b->path;
    });
    Translations::Group kept;
    for (const PageValue *page : group) {
        const bool isKnown = std::any_of(kept.begin(), kept.end(), [page](const auto *other) {
            return content::tagOf(other->content.language) ==
                   content::tagOf(page->content.language);
        });
        if (!isKnown)
            kept.push_back(page);
    }
    group = std::move(kept);
}

void appendAlternate(std::string &out, std::string_view tag, const std::string &url)
{
    out.append("<xhtml:link rel=\"alternate\"");
    appendAttribute(out, "hreflang", tag);
    appendAttribute(out, "href", url);
    out.append("/>");
}

} // namespace

Ulid originalOf(const SiteSnapshot &snapshot, const PageValue &page)
{
    const PageValue *at = &page;
    for (int step = 0; step < longestChain && !at->content.language.original.isNull(); ++step) {
        const PageValue *next = snapshot.page(at->content.language.original);
        if (!next)
            return at->content.language.original;
        at = next;
    }
    return at->id;
}

Translations::Translations(const SiteSnapshot &snapshot,
                           const std::vector<const PageValue *> &openPages)
{
    for (const PageValue *page : openPages) {
        const content::Language &language = page->content.language;
        if (!content::isSiteLanguage(language) && !m_otherTags.contains(language.tag))
            m_otherTags.append(language.tag);
        if (!language.original.isNull() && isFoundable(*page))
            m_groups[originalOf(snapshot, *page)].push_back(page);
    }
    if (m_groups.isEmpty())
        return;
    for (const PageValue *page : openPages) {
        const auto group = m_groups.find(page->id);
        if (group != m_groups.end() && isFoundable(*page) &&
            std::find(group->begin(), group->end(), page) == group->end())
            group->push_back(page);
    }
    for (auto group = m_groups.begin(); group != m_groups.end(); ++group)
        settle(*group, group.key());
    QHash<Ulid, Group> byPage;
    for (const Group &group : std::as_const(m_groups))
        for (const PageValue *page : group)
            if (group.size() > 1)
                byPage.insert(page->id, group);
    m_groups = std::move(byPage);
}

const Translations::Group *Translations::of(const PageValue &page) const
{
    const auto found = m_groups.constFind(page.id);
    return found != m_groups.constEnd() ? &*found : nullptr;
}

const PageValue *Translations::standardOf(const Group &group)
{
    const auto found = std::find_if(group.begin(), group.end(), [](const PageValue *page) {
        return content::isSiteLanguage(page->content.language);
    });
    return found != group.end() ? *found : nullptr;
}

Data translationsData(const SiteIndex &index, const PageValue &page)
{
    Data list(Data::type::list);
    const Translations::Group *group = index.translations().of(page);
    if (!group)
        return list;
    for (const PageValue *each : *group) {
        const QString tag = content::tagOf(each->content.language);
        Data entry;
        entry["lang"] = textData(tag);
        entry["locale"] = textData(content::openGraphLocale(tag));
        entry["label"] = textData(content::nativeName(tag));
        entry["url"] = textData(each->path);
        entry["href"] = Data(absoluteUrl(index, each->path));
        entry["current"] = Data(each->id == page.id);
        append(list, std::move(entry));
    }
    return list;
}

Data standardTranslationData(const SiteIndex &index, const PageValue &page)
{
    const Translations::Group *group = index.translations().of(page);
    const PageValue *standard = group ? Translations::standardOf(*group) : nullptr;
    return standard ? Data(absoluteUrl(index, standard->path)) : Data(false);
}

std::string sitemapAlternates(const SiteIndex &index, const PageValue &page)
{
    std::string out;
    const Translations::Group *group = index.translations().of(page);
    if (!group)
        return out;
    for (const PageValue *each : *group)
        appendAlternate(out, utf8(content::tagOf(each->content.language)),
                        absoluteUrl(index, each->path));
    if (const PageValue *standard = Translations::standardOf(*group))
        appendAlternate(out, "x-default", absoluteUrl(index, standard->path));
    return out;
}

} // namespace kakehashi::render
