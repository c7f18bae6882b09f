#include "takeover/hugo/translations.h"

#include <QHash>

namespace kakehashi::takeover {
namespace {

QString sharedName(const SourcePage &page)
{
    if (!page.translationKey.isEmpty())
        return u'#' + page.translationKey;
    return nameWithoutLanguage(page.source.key);
}

} // namespace

void joinTranslations(QList<SourcePage> &pages)
{
    QHash<QString, QString> originals; ///< shared name → path
    for (const SourcePage &page : std::as_const(pages)) {
        if (content::isSiteLanguage(page.page.content.language))
            originals.insert(sharedName(page), page.page.path);
    }
    for (SourcePage &page : pages) {
        content::MarkdownFile &file = page.page;
        if (file.translationOf.isEmpty() && !content::isSiteLanguage(file.content.language))
            file.translationOf = originals.value(sharedName(page));
    }
}

} // namespace kakehashi::takeover
