#include "render/search/searchpage.h"

#include "render/search/searchindex.h"
#include "render/site/pagedata.h"

#include <algorithm>

namespace kakehashi::render {
namespace {

/// More than these stand on pages of their own already.
constexpr size_t mostInOneList = 200;

struct Group
{
    const PageValue *head = nullptr;
    PageList pages;
};

/// "/award/" of "/award/2024/".
QString firstPart(const QString &path)
{
    return path.left(path.indexOf(u'/', 1) + 1);
}

std::vector<Group> groupsOf(const SiteIndex &index)
{
    std::vector<Group> groups;
    for (const PageValue *page : index.openPages()) { // by path: the head comes first
        if (!isSearchable(*page))
            continue;
        const QString part = firstPart(page->path);
        if (!groups.empty() && groups.back().head->path == part && page->path != part)
            groups.back().pages.push_back(page);
        else
            groups.push_back({page, {}});
    }
    return groups;
}

Data linkData(const PageValue &page)
{
    Data data;
    data["title"] = textData(page.content.title);
    data["url"] = textData(page.path);
    return data;
}

} // namespace

std::unique_ptr<PageValue> makeSearchPage()
{
    auto page = std::make_unique<PageValue>();
    page->kind = QStringLiteral("search");
    page->path = QStringLiteral("/search/");
    page->content.title = QStringLiteral("サイト内検索");
    page->content.seo.noindex = true;
    return page;
}

content::Kind searchKind()
{
    content::Kind kind;
    kind.name = kind.templateName = QStringLiteral("search");
    kind.label = QStringLiteral("サイト内検索");
    kind.schemaType = QStringLiteral("SearchResultsPage");
    return kind;
}

Data allPagesData(const SiteIndex &index)
{
    Data all(Data::type::list);
    for (Group &group : groupsOf(index)) {
        const QString &listed = index.kind(group.head->kind).listsKind;
        Data data = linkData(*group.head);
        const size_t before = group.pages.size();
        if (!listed.isEmpty() && before > mostInOneList)
            std::erase_if(group.pages, [&](const auto *page) { return page->kind == listed; });
        const size_t left = before - group.pages.size();
        data["count"] = left > 0 ? Data(std::to_string(left)) : Data(false);
        std::stable_sort(group.pages.begin(), group.pages.end(), [](const auto *a, const auto *b) {
            return a->content.date > b->content.date;
        });
        Data items(Data::type::list);
        for (const PageValue *page : group.pages)
            append(items, linkData(*page));
        setList(data, "items", std::move(items));
        append(all, std::move(data));
    }
    return all;
}

} // namespace kakehashi::render
