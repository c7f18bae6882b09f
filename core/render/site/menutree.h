#pragma once

#include "render/snapshot.h"
#include "render/templates/template.h"

#include <QMutex>

#include <map>
#include <memory>
#include <string>

namespace kakehashi::render {

/// The menus as template data: nav, utilityNav, footerNav, and hasLocalNav where the page's part of
/// the main menu has entries of its own. They differ between pages only by what
/// is `current` or `ancestor`, so few variants serve all pages; each is built once. Any thread.
class MenuTree
{
public:
    explicit MenuTree(const SiteSnapshot &snapshot);

    /// The variant for a page at this path. Lives as long as the tree.
    const Data &dataFor(const QString &path) const;

private:
    struct Item
    {
        const content::MenuItem *source = nullptr;
        QString path;       ///< of a target in the site without fragment; empty otherwise
        bool whole = false; ///< the target names a page, not a place in it
        std::vector<Item> children;
    };

    static std::vector<Item> itemsOf(const SiteSnapshot &snapshot, const QString &menu,
                                     const Ulid &parent, int depth);
    static void appendState(const std::vector<Item> &items, const QString &path,
                            std::string &state);
    static bool hasLocalNav(const std::vector<Item> &items, const QString &path);
    static Data listData(const std::vector<Item> &items, const QString &path);

    std::map<std::string, std::vector<Item>> m_menus; ///< by name in the templates
    mutable QMutex m_mutex;
    mutable std::map<std::string, std::unique_ptr<const Data>> m_variants;
};

} // namespace kakehashi::render
