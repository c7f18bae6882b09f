#pragma once

#include "takeover/hugo/sourcepage.h"

#include <optional>

namespace kakehashi::takeover {

/// The address that a pattern of Hugo's permalinks makes: "/:year/:month/:slug/". `names` are the
/// page's folders and its own name. Nothing when the page lacks what the pattern asks for.
std::optional<QString> hugoAddress(const QString &pattern, const SourcePage &page,
                                   const QStringList &names);

/// The same for Jekyll, whose patterns may have a name ("pretty", "date", "ordinal", "none") and
/// whose ":title" is the file's name. Posts are called "2019-05-01-name.md".
std::optional<QString> jekyllAddress(const QString &pattern, const SourcePage &page,
                                     const QStringList &names);

/// Whether the file is a post of Jekyll: below "_posts" or "_drafts".
bool isJekyllPost(const QString &key);

/// Takes the date off the name of a post: "2019-05-01-name" → "name", and its date if `date` is
/// given and not valid yet.
QString withoutDate(const QString &name, QDate *date = nullptr);

} // namespace kakehashi::takeover
