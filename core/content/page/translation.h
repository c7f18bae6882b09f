#pragma once

#include "content/page/pagerepository.h"

namespace kakehashi::content {

/// Where a translation lies: "/en/kenmin/" for "/kenmin/".
QString translationPath(const QString &original, const QString &tag);

/// Makes a translation: a draft beside the page (or, if it is one itself, beside its original)
/// with the same content, to be written over. Invalid for what is no other language,
/// AlreadyExists when the path is taken.
Result<Page> makeTranslation(PageRepository &pages, const Ulid &page, const QString &tag,
                             const QString &author);

/// "en" → the page, for the page and all that translate the same original.
Result<QHash<QString, PageEntry>> translationsOf(const PageRepository &pages, const Ulid &page);

} // namespace kakehashi::content
