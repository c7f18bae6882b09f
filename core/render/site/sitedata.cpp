#include "render/site/sitedata.h"

#include "base/clock.h"
#include "base/text.h"
#include "render/blocks/seriestext.h"
#include "render/html.h"
#include "render/media/picture.h"
#include "render/site/pagedata.h"
#include "render/theme/compiled.h"

#include <QRegularExpression>

#include <algorithm>

namespace kakehashi::render {
namespace {

Data settingsData(const content::SiteSettings &site)
{
    Data data;
    data["name"] = textData(site.name);
    data["tagline"] = textData(site.tagline);
    data["description"] = textData(site.description);
    data["organization"] = textData(site.organization);
    data["address"] = textData(site.address);
    data["telephone"] = textData(site.telephone);
    data["email"] = textData(site.email);
    data["hours"] = textData(site.hours);
    const QStringList contact{site.organization, site.address, site.telephone, site.email,
                              site.hours};
    data["hasContact"] = Data(!contact.join(QString()).isEmpty());
    data["copyright"] = textData(site.copyright);
    data["url"] = textData(site.url.toString());
    static const QRegularExpression colour(QStringLiteral("^#[0-9A-Fa-f]{6}$"));
    const bool usable = colour.match(site.accentColor).hasMatch();
    data["accentColor"] = usable ? textData(site.accentColor) : Data(false);
    return data;
}

Data bannersData(const SiteIndex &index, MediaUses &uses)
{
    QList<banner::Banner> shown;
    for (const banner::Banner &each : index.snapshot().banners)
        if (each.isShownAt(index.snapshot().asOf))
            shown.append(each);
    std::stable_sort(shown.begin(), shown.end(),
                     [](const auto &a, const auto &b) { return a.position < b.position; });
    Data data;
    for (const char *placement : {"home", "side", "footer"}) {
        Data list(Data::type::list);
        for (const banner::Banner &each : shown) {
            const QString url = safeUrl(index, each.target, uses);
            if (each.placement != QLatin1String(placement) || url.isEmpty())
                continue;
            Data item;
            item["title"] = textData(each.title);
            item["url"] = textData(url);
            item["external"] = Data(!url.startsWith(u'/'));
            item["picture"] = pictureData(index, each.picture, uses);
            append(list, std::move(item));
        }
        setList(data, placement, std::move(list));
    }
    return data;
}

Data figuresData(const SiteSnapshot &snapshot)
{
    static const QRegularExpression notWord(QStringLiteral("[^A-Za-z0-9]"));
    Data figures;
    for (const statistics::SeriesData &each : snapshot.series) {
        const auto known =
            std::find_if(each.observations.rbegin(), each.observations.rend(),
                         [](const statistics::Observation &value) { return value.value; });
        if (known == each.observations.rend())
            continue;
        Data figure;
        figure["title"] = textData(each.series.title);
        figure["unit"] = textData(each.series.unit);
        figure["value"] = textData(valueText(each.series, *known));
        figure["date"] = dateData(known->date);
        figure["period"] = textData(periodText(each.series, known->date, true));
        figure["preliminary"] = Data(known->preliminary);
        figures[utf8(QString(each.series.name).replace(notWord, QStringLiteral("_")))] =
            std::move(figure);
    }
    return figures;
}

/// What the home page's form says of an emergency stands on every page.
Data emergencyData(const SiteSnapshot &snapshot)
{
    const PageValue *home = snapshot.pageAt(QStringLiteral("/"));
    return home && home->content.window.isOpenAt(snapshot.asOf)
               ? textData(home->content.fields.value(QLatin1String("emergency")).toString())
               : Data(false);
}

} // namespace

Data siteDataOf(const SiteIndex &index, const QString &language, MediaUses &uses)
{
    const SiteSnapshot &snapshot = index.snapshot();
    const QDate today = snapshot.asOf.toTimeZone(japanTime()).date();
    Data data;
    data["site"] = settingsData(snapshot.site);
    data["assets"] = Data(index.theme().compiled().assetUrls);
    data["root"] = Data("/");
    const QString tag = content::tagOf({language, {}});
    data["lang"] = textData(tag);
    data["locale"] = textData(content::openGraphLocale(tag));
    // For the parts of a page that stay in the site's language, as its name and menus do.
    data["siteLang"] = language.isEmpty() ? Data(false) : textData(content::siteLanguage());
    data["words"] = index.theme().compiled().words.dataFor(tag);
    // Words that no one translated are English, and say so.
    const bool known = language.isEmpty() || index.theme().compiled().words.knows(tag);
    data["wordsLang"] = known ? Data(false) : Data("en");
    data["banners"] = bannersData(index, uses);
    data["figures"] = figuresData(snapshot);
    data["emergency"] = emergencyData(snapshot);
    // The index holds the pages in the site's language.
    data["hasSearch"] = Data(index.searchPage() != nullptr && language.isEmpty());
    data["fiscalYear"] = textData(eraFiscalYear(today));
    data["year"] = Data(std::to_string(today.year()));
    return data;
}

/// The home page is called by what it is; its title is the site's name.
static Crumb homeCrumb(const SiteIndex &index, const PageValue &page)
{
    const Words &words = index.theme().compiled().words;
    const QString tag = content::tagOf(page.content.language);
    const QString word = words.word(tag, QStringLiteral("home"));
    if (word.isEmpty())
        return {QStringLiteral("ホーム"), QStringLiteral("/"), {}};
    const bool known = content::isSiteLanguage(page.content.language) || words.knows(tag);
    return {word, QStringLiteral("/"), known ? QString() : QStringLiteral("en")};
}

static Crumb crumbOf(const PageValue &above, const PageValue &page)
{
    const QString tag = content::tagOf(above.content.language);
    const bool same = tag == content::tagOf(page.content.language);
    return {above.content.title, above.path, same ? QString() : tag};
}

QList<Crumb> crumbsOf(const SiteIndex &index, const PageValue &page)
{
    QList<Crumb> crumbs;
    for (qsizetype slash = 0; slash >= 0 && slash < page.path.size() - 1;
         slash = page.path.indexOf(u'/', slash + 1)) {
        const PageValue *above = index.openAt(page.path.left(slash + 1));
        if (above)
            crumbs.append(slash == 0 ? homeCrumb(index, page) : crumbOf(*above, page));
    }
    crumbs.append(crumbOf(page, page));
    return crumbs;
}

PageList listedOn(const SiteIndex &index, const PageValue &list, int number)
{
    const PageList &all = index.ofKind(index.kind(list.kind).listsKind, list.content.language.tag);
    const auto each = static_cast<size_t>(std::max(1, index.snapshot().site.postsPerPage));
    const size_t from = std::min(all.size(), each * static_cast<size_t>(number - 1));
    const size_t to = std::min(all.size(), from + each);
    return {all.begin() + static_cast<std::ptrdiff_t>(from),
            all.begin() + static_cast<std::ptrdiff_t>(to)};
}

} // namespace kakehashi::render
