#pragma once

#include "takeover/hugo/config/siteconfig.h"
#include "takeover/hugo/sourcepage.h"

#include <optional>

namespace kakehashi::takeover {

/// The folders of a page of Hugo that are sections, and what they are called in addresses.
struct HugoPlace
{
    QString file;             ///< its own name, a bundle's folder
    QStringList sections;     ///< from the top to the one that the page is in
    QStringList sectionSlugs; ///< the same by slug or title
    QString language = {};    ///< small letters
    bool isSection = false;   ///< the page of a section itself
};

/// The pattern of Hugo's permalinks that a page has; nothing: it is where its file is.
std::optional<QString> hugoPattern(const SiteConfig &config, const HugoPlace &place);

/// The address that such a pattern makes: "/:year/:month/:slug/",
/// "/:sections[1:]/:contentbasename". Nothing when the page lacks what the pattern asks for, or the
/// pattern asks for what Hugo does not know.
std::optional<QString> hugoAddress(const QString &pattern, const SourcePage &page,
                                   const HugoPlace &place);

/// The pattern that a page of Jekyll has: its own, that of the defaults for its folder, its
/// collection's or that of all; nothing: it is where its file is. `names` are its folders and its
/// own name.
std::optional<QString> jekyllPattern(const SiteConfig &config, const SourcePage &page,
                                     const QStringList &names);

/// The address that it makes. ":title" is the file's name.
std::optional<QString> jekyllAddress(const QString &pattern, const SourcePage &page,
                                     const QStringList &names);

/// Whether the file is a post of Jekyll: below "_posts" or "_drafts".
bool isJekyllPost(const QString &key);

/// Takes the date off the name of a post: "2019-05-01-name" → "name", and its date if `date` is
/// given and not valid yet.
QString withoutDate(const QString &name, QDate *date = nullptr);

} // namespace kakehashi::takeover
