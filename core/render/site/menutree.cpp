#include "render/site/menutree.h"

#include "render/html.h"
#include "render/site/pagedata.h"

#include <QMutexLocker>

#include <algorithm>

namespace kakehashi::render {
namespace {

constexpr int deepestMenu = 4;

bool isCurrent(const QString &itemPath, bool whole, const QString &path)
{
    return whole && itemPath == path;
}

} // namespace

MenuTree::MenuTree(const SiteSnapshot &snapshot)
{
    m_menus["nav"] = itemsOf(snapshot, QStringLiteral("main"), {}, 0);
    m_menus["utilityNav"] = itemsOf(snapshot, QStringLiteral("utility"), {}, 0);
    m_menus["footerNav"] = itemsOf(snapshot, QStringLiteral("footer"), {}, 0);
}

std::vector<MenuTree::Item> MenuTree::itemsOf(const SiteSnapshot &snapshot, const QString &menu,
                                              const Ulid &parent, int depth)
{
    std::vector<Item> items;
    if (depth == deepestMenu)
        return items;
    for (const content::MenuItem &each : snapshot.menus) {
        if (each.menu != menu || each.parent != parent)
            continue;
        Item item;
        item.source = &each;
        if (each.target.startsWith(u'/')) {
            item.path = each.target.left(each.target.indexOf(u'#'));
            item.whole = item.path.size() == each.target.size();
        }
        item.children = itemsOf(snapshot, menu, each.id, depth + 1);
        items.push_back(std::move(item));
    }
    std::stable_sort(items.begin(), items.end(), [](const Item &a, const Item &b) {
        return a.source->position < b.source->position;
    });
    return items;
}

/// c = current, a = ancestor, - = neither; a string per menu state names its variant.
void MenuTree::appendState(const std::vector<Item> &items, const QString &path, std::string &state)
{
    for (const Item &item : items) {
        const bool current = isCurrent(item.path, item.whole, path);
        const bool below = item.path.size() > 1 && path.startsWith(item.path) && !current;
        state += current ? 'c' : (below ? 'a' : '-');
        const size_t childrenFrom = state.size();
        const size_t self = childrenFrom - 1;
        appendState(item.children, path, state);
        const bool inside = state.find_first_of("ca", childrenFrom) != std::string::npos;
        if (inside && state[self] == '-')
            state[self] = 'a';
    }
}

Data MenuTree::listData(const std::vector<Item> &items, const QString &path)
{
    Data list(Data::type::list);
    for (const Item &item : items) {
        std::string state;
        appendState({item}, path, state);
        Data data;
        data["label"] = textData(item.source->label);
        data["url"] = textData(item.source->target);
        data["current"] = Data(state.front() == 'c');
        data["ancestor"] = Data(state.front() == 'a');
        data["external"] = Data(!item.source->target.startsWith(u'/'));
        data["children"] = listData(item.children, path);
        data["hasChildren"] = Data(!item.children.empty());
        append(list, std::move(data));
    }
    return list;
}

/// Whether the part of the menu that the page is in has entries of its own.
bool MenuTree::hasLocalNav(const std::vector<Item> &items, const QString &path)
{
    return std::any_of(items.begin(), items.end(), [&](const Item &item) {
        std::string state;
        appendState({item}, path, state);
        return state.front() != '-' && !item.children.empty();
    });
}

const Data &MenuTree::dataFor(const QString &path) const
{
    std::string state;
    for (const auto &[name, items] : m_menus)
        appendState(items, path, state);
    const QMutexLocker lock(&m_mutex);
    std::unique_ptr<const Data> &variant = m_variants[state];
    if (!variant) {
        auto made = std::make_unique<Data>();
        for (const auto &[name, items] : m_menus) {
            (*made)[name] = listData(items, path);
            std::string has = "has" + name;
            has[3] = static_cast<char>(has[3] - ('a' - 'A'));
            (*made)[has] = Data(!items.empty());
        }
        (*made)["hasLocalNav"] = Data(hasLocalNav(m_menus.at("nav"), path));
        variant = std::move(made);
    }
    return *variant;
}

} // namespace kakehashi::render
