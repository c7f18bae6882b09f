#include "base/clock.h"
#include "render/card/card.h"
#include "render/html.h"
#include "render/jsonld/jsonld.h"
#include "render/search/searchpage.h"
#include "render/site/fieldrows.h"
#include "render/site/pagedata.h"
#include "render/site/sitedata.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace kakehashi::render {
namespace {

/// Cards of each kind that a home page gets; templates show fewer if they like.
constexpr std::array<std::pair<const char *, size_t>, 4> latestKinds{
    {{"topic", 5}, {"event", 3}, {"casestudy", 3}, {"award", 3}}};

Data sharedCardData(const SiteIndex &index, const PageValue &page)
{
    if (!canPaintCards(index.options()) || !hasCard(page))
        return Data(false);
    Data data;
    data["url"] = Data(absoluteUrl(index, u'/' + cardOf(index, page).publishedPath()));
    data["width"] = Data(std::to_string(Card::width));
    data["height"] = Data(std::to_string(Card::height));
    return data;
}

std::string seoTitle(const SiteIndex &index, const PageLayer &layer)
{
    const content::PageContent &content = layer.page.content;
    const QString &site = index.snapshot().site.name;
    QString title = content.seo.title.isEmpty() ? content.title : content.seo.title;
    const bool isForeign = !content::isSiteLanguage(content.language);
    if (layer.listNumber > 1)
        title += (isForeign ? QStringLiteral(" (page %1)") : QStringLiteral("（%1ページ目）"))
                     .arg(layer.listNumber);
    // The home page's own words, unless they lack the site's name.
    if (layer.page.path == QLatin1String("/") && title.contains(site))
        return utf8(title);
    return utf8(QString(title + (isForeign ? QStringLiteral(" | ") : QStringLiteral("｜")) + site));
}

Data pageData(const SiteIndex &index, const PageLayer &layer, MediaUses &uses)
{
    const PageValue &page = layer.page;
    const content::PageContent &content = page.content;
    const content::Kind &kind = index.kind(page.kind);
    const QString path = listPath(page.path, layer.listNumber);
    const bool isHome = page.path == QLatin1String("/");
    Data data;
    data["title"] = textData(content.title);
    data["summary"] = textData(content.summary);
    data["path"] = textData(path);
    data["url"] = textData(path);
    data["canonical"] = Data(absoluteUrl(index, path));
    data["kind"] = textData(page.kind);
    const ShownLabel label = labelOf(kind, content.language);
    data["kindLabel"] = textData(label.text);
    data["kindLabelLang"] = textData(label.lang);
    data["isHome"] = Data(isHome);
    data["isSearch"] = Data(&page == index.searchPage());
    data["body"] = layer.body.empty() ? Data(false) : Data::view(layer.body);
    data["date"] = dateIn(content.language, content.date);
    data["updated"] = dateIn(content.language, page.updatedAt.toTimeZone(japanTime()).date());
    data["picture"] = pictureData(index, content.picture, uses);
    data["card"] = sharedCardData(index, page);
    data["seoTitle"] = Data(seoTitle(index, layer));
    data["seoDescription"] =
        textData(content.seo.description.isEmpty() ? content.summary : content.seo.description);
    data["noindex"] = Data(content.seo.noindex || index.options().noindex ||
                           page.kind == QLatin1String("notfound"));
    setList(data, "translations", translationsData(index, page));
    data["standardTranslation"] = standardTranslationData(index, page);
    data["bodyClass"] = Data("kind-" + utf8(page.kind) + (isHome ? " is-home" : ""));
    Data fields = fieldsData(index, page, uses);
    setList(data, "fieldRows", fieldRowsData(index, page, fields));
    data["fields"] = std::move(fields);
    return data;
}

Data crumbsData(const QList<Crumb> &crumbs)
{
    Data list(Data::type::list);
    if (crumbs.size() < 2)
        return list;
    for (qsizetype at = 0; at < crumbs.size(); ++at) {
        Data crumb;
        crumb["label"] = textData(crumbs[at].label);
        crumb["labelLang"] = textData(crumbs[at].labelLang);
        crumb["url"] = textData(crumbs[at].path);
        crumb["last"] = Data(at == crumbs.size() - 1);
        append(list, std::move(crumb));
    }
    return list;
}

Data cardsData(const SiteIndex &index, const PageList &pages, MediaUses &uses)
{
    Data list(Data::type::list);
    for (const PageValue *page : pages)
        append(list, cardData(index, *page, uses));
    return list;
}

/// The first, the last and the neighbours of the list's page: a list of 500 pages is no row of 500
/// links. gapBefore tells where numbers are left out.
Data pageNumbersData(const PageValue &page, int current, int last)
{
    constexpr int neighbours = 2;
    Data numbers(Data::type::list);
    int before = 0;
    for (int number = 1; last > 1 && number <= last; ++number) {
        if (number != 1 && number != last && std::abs(number - current) > neighbours)
            continue;
        Data entry;
        entry["number"] = Data(std::to_string(number));
        entry["url"] = textData(listPath(page.path, number));
        entry["current"] = Data(number == current);
        entry["gapBefore"] = Data(number > before + 1);
        append(numbers, std::move(entry));
        before = number;
    }
    return numbers;
}

Data listData(const SiteIndex &index, const PageLayer &layer, MediaUses &uses)
{
    const PageValue &page = layer.page;
    const auto total =
        index.ofKind(index.kind(page.kind).listsKind, page.content.language.tag).size();
    const auto each = static_cast<size_t>(std::max(1, index.snapshot().site.postsPerPage));
    const int last = index.listLength(page);
    const PageList shown = listedOn(index, page, layer.listNumber);
    const size_t before = each * static_cast<size_t>(layer.listNumber - 1);
    Data data;
    setList(data, "items", cardsData(index, shown, uses));
    setList(data, "pages", pageNumbersData(page, layer.listNumber, last));
    const int number = layer.listNumber;
    data["previous"] = number > 1 ? textData(listPath(page.path, number - 1)) : Data(false);
    data["next"] = number < last ? textData(listPath(page.path, number + 1)) : Data(false);
    data["total"] = Data(std::to_string(total));
    data["from"] = Data(std::to_string(shown.empty() ? 0 : before + 1));
    data["to"] = Data(std::to_string(before + shown.size()));
    return data;
}

/// The page above, which lists its likes as a rule; the home page is no such list.
Data parentData(const QList<Crumb> &crumbs)
{
    if (crumbs.size() < 3)
        return Data(false);
    const Crumb &above = crumbs.at(crumbs.size() - 2);
    Data data;
    data["title"] = textData(above.label);
    data["labelLang"] = textData(above.labelLang);
    data["url"] = textData(above.path);
    return data;
}

Data latestData(const SiteIndex &index, MediaUses &uses)
{
    Data latest;
    for (const auto &[kind, most] : latestKinds) {
        const PageList &all = index.ofKind(QString::fromLatin1(kind));
        const auto count = static_cast<std::ptrdiff_t>(std::min(all.size(), most));
        setList(latest, kind, cardsData(index, {all.begin(), all.begin() + count}, uses));
        latest[std::string(kind) + "List"] =
            all.empty() ? Data(false) : parentData(crumbsOf(index, *all.front()));
    }
    return latest;
}

} // namespace

std::set<std::string> pageLayerNames()
{
    return {"page", "breadcrumbs", "hasBreadcrumbs", "list", "latest", "allPages", "jsonld"};
}

Data pageLayerOf(const SiteIndex &index, const PageLayer &layer, MediaUses &uses)
{
    const QList<Crumb> crumbs = crumbsOf(index, layer.page);
    Data data;
    data["page"] = pageData(index, layer, uses);
    data["page"]["parent"] = parentData(crumbs);
    setList(data, "breadcrumbs", crumbsData(crumbs));
    const bool lists = !index.kind(layer.page.kind).listsKind.isEmpty();
    data["list"] = lists ? listData(index, layer, uses) : Data(false);
    const bool isHome = layer.page.path == QLatin1String("/");
    data["latest"] = isHome ? latestData(index, uses) : Data(false);
    if (&layer.page == index.searchPage())
        data["allPages"] = allPagesData(index);
    data["jsonld"] = Data(jsonLd(index, layer, crumbs));
    return data;
}

} // namespace kakehashi::render
