#include "ui/pages/pagesearch.h"

#include "base/text.h"
#include "content/page/terms.h"

#include <algorithm>

namespace kakehashi::ui {

QStringList searchWords(const QString &query)
{
    return folded(query).toCaseFolded().split(u' ', Qt::SkipEmptyParts);
}

QSet<Ulid> searchPages(const render::SiteSnapshot &snapshot, const QString &query)
{
    const QStringList words = searchWords(query);
    QSet<Ulid> found;
    for (const auto &page : snapshot.pages) {
        const content::PageContent &content = page->content;
        const QStringList terms = content::termsOf(content, content::Taxonomy::Category) +
                                  content::termsOf(content, content::Taxonomy::Tag);
        const QString haystack =
            folded(content.title + u' ' + page->path + u' ' + terms.join(u' ') + u' ' +
                   content.summary + u' ' + content.body)
                .toCaseFolded();
        const bool fits = std::all_of(words.cbegin(), words.cend(),
                                      [&](const QString &word) { return haystack.contains(word); });
        if (fits)
            found.insert(page->id);
    }
    return found;
}

QList<TermPages> pagesByTerm(const render::SiteSnapshot &snapshot, const QString &kind)
{
    QList<TermPages> all;
    for (const auto taxonomy : {content::Taxonomy::Category, content::Taxonomy::Tag}) {
        QMap<QString, QSet<Ulid>> byLabel;
        for (const auto &page : snapshot.pages) {
            if (!kind.isEmpty() && page->kind != kind)
                continue;
            for (const QString &label : content::termsOf(page->content, taxonomy))
                byLabel[label].insert(page->id);
        }
        for (auto term = byLabel.cbegin(); term != byLabel.cend(); ++term)
            all.append({taxonomy, term.key(), term.value()});
    }
    return all;
}

} // namespace kakehashi::ui
