#include "workspace/terms.h"

#include "content/kind.h"
#include "content/page/pagerepository.h"
#include "content/site/termrepository.h"

#include <QCoreApplication>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Terms)
};

using content::Taxonomy;

/// Terms in the order in which they are met.
class Uses
{
public:
    void add(Taxonomy taxonomy, const QString &label, int pages)
    {
        for (TermUse &use : all) {
            if (use.taxonomy == taxonomy && use.label == label) {
                use.pages += pages;
                return;
            }
        }
        all.append({taxonomy, label, pages});
    }

    const TermUse *find(Taxonomy taxonomy, const QString &label) const
    {
        for (const TermUse &use : all)
            if (use.taxonomy == taxonomy && use.label == label)
                return &use;
        return nullptr;
    }

    QList<TermUse> all;
};

Result<Uses> usesIn(const SiteStores &stores)
{
    Uses uses;
    auto kinds = content::builtInKinds();
    if (!kinds)
        return passOn(kinds);
    for (const content::Kind &kind : std::as_const(*kinds))
        for (const content::Field &field : kind.fields)
            if (const auto taxonomy = content::taxonomyOf(field))
                for (const QString &choice : field.choices)
                    uses.add(*taxonomy, choice, 0);
    auto known = content::TermRepository(stores.database).list();
    if (!known)
        return passOn(known);
    for (const content::Term &term : std::as_const(*known))
        uses.add(term.taxonomy, term.label, 0);
    auto pages = stores.pages.all(false);
    if (!pages)
        return passOn(pages);
    for (const content::PageWithRevision &page : std::as_const(*pages))
        for (const Taxonomy taxonomy : {Taxonomy::Category, Taxonomy::Tag})
            for (const QString &label : termsOf(page.revision.content, taxonomy))
                uses.add(taxonomy, label, 1);
    std::stable_sort(
        uses.all.begin(), uses.all.end(),
        [](const TermUse &left, const TermUse &right) { return left.taxonomy < right.taxonomy; });
    return uses;
}

Result<void> checkChange(const Uses &uses, const TermChange &change)
{
    if (change.to.isEmpty())
        return fail(ErrorCode::Invalid, Text::tr("Give the term a name."));
    if (!uses.find(change.taxonomy, change.from))
        return fail(ErrorCode::NotFound, Text::tr("There is no term “%1”.").arg(change.from));
    const bool isThere = uses.find(change.taxonomy, change.to) != nullptr;
    if (change.merges && !isThere)
        return fail(ErrorCode::NotFound, Text::tr("There is no term “%1”.").arg(change.to));
    if (!change.merges && isThere)
        return fail(
            ErrorCode::AlreadyExists,
            Text::tr("There is a term “%1” already. Merge the two instead.").arg(change.to));
    return {};
}

Result<int> changePages(const SiteStores &stores, const TermChange &change)
{
    auto pages = stores.pages.all(false);
    if (!pages)
        return passOn(pages);
    int changed = 0;
    for (const content::PageWithRevision &page : std::as_const(*pages)) {
        content::PageContent content = page.revision.content;
        QStringList terms = termsOf(content, change.taxonomy);
        const qsizetype at = terms.indexOf(change.from);
        if (at < 0)
            continue;
        terms[at] = change.to;
        setTerms(content, change.taxonomy, terms);
        auto saved =
            stores.pages.saveWorking(page.page.id, content, change.author,
                                     Text::tr("“%1” became “%2”").arg(change.from, change.to));
        if (!saved)
            return passOn(saved);
        if (change.approve && page.page.live == page.page.working)
            if (auto done = stores.pages.approve(page.page.id); !done)
                return passOn(done);
        ++changed;
    }
    return changed;
}

} // namespace

Result<QList<TermUse>> termsOfSite(const SiteStores &stores)
{
    auto uses = usesIn(stores);
    if (!uses)
        return passOn(uses);
    return uses->all;
}

Result<int> changeTerm(const SiteStores &stores, const TermChange &change)
{
    const auto uses = usesIn(stores);
    if (!uses)
        return passOn(uses);
    if (auto good = checkChange(*uses, change); !good)
        return passOn(good);
    int changed = 0;
    const auto done = allOrNothing(stores, [&]() -> Result<void> {
        auto pages = changePages(stores, change);
        if (!pages)
            return passOn(pages);
        changed = *pages;
        content::TermRepository terms(stores.database);
        if (auto noted = terms.note(change.taxonomy, {change.to}); !noted)
            return noted;
        return terms.remove(change.taxonomy, change.from);
    });
    if (!done)
        return passOn(done);
    return changed;
}

} // namespace kakehashi::workspace
