#include "ui/pages/pagesearch.h"

#include "base/text.h"

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
        const QString haystack =
            folded(content.title + u' ' + page->path + u' ' + content.summary + u' ' + content.body)
                .toCaseFolded();
        const bool fits = std::all_of(words.cbegin(), words.cend(),
                                      [&](const QString &word) { return haystack.contains(word); });
        if (fits)
            found.insert(page->id);
    }
    return found;
}

} // namespace kakehashi::ui
