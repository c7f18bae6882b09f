#include "render/site/siteindex.h"

#include "render/jsonld/nodes.h"
#include "render/media/mediause.h"
#include "render/search/searchpage.h"
#include "render/site/menutree.h"
#include "render/site/settledtemplates.h"
#include "render/site/sitedata.h"
#include "render/theme/compiled.h"
#include "security/pathguard.h"

#include <algorithm>

namespace kakehashi::render {
namespace {

bool newestFirst(const PageValue *a, const PageValue *b)
{
    const QDate &left = a->content.date;
    const QDate &right = b->content.date;
    if (left != right)
        return left > right; // an invalid date comes before all others, so it is listed last
    return a->position != b->position ? a->position < b->position : a->path < b->path;
}

/// Pages in other languages have lists of their own.
QString kindKey(const QString &kind, const QString &language)
{
    return language.isEmpty() ? kind : QString(kind + u' ' + language);
}

} // namespace

SiteIndex::SiteIndex(const SiteSnapshot &snapshot, const Theme &theme, const RenderOptions &options)
    : m_snapshot(snapshot), m_theme(theme), m_options(options)
{
    m_rootUrl = snapshot.site.url.toString(QUrl::FullyEncoded).toStdString();
    if (m_rootUrl.ends_with('/')) // QUrl keeps the slash of a bare host even when told to strip it
        m_rootUrl.pop_back();
    for (const content::Kind &kind : snapshot.kinds)
        m_kinds[kind.name] = &kind;
    m_plainKind.name = m_plainKind.templateName = QStringLiteral("page");
    indexPages();
    for (const content::Redirect &redirect : snapshot.redirects)
        m_redirects.insert(redirect.from);
    if (theme.compiled().templates.contains(QStringLiteral("search"))) {
        m_searchKind = searchKind();
        m_kinds.try_emplace(m_searchKind.name, &m_searchKind);
        m_searchPage = makeSearchPage();
    }
    JsonText graph;
    writeOrganization(*this, graph);
    writeWebSite(*this, graph);
    m_sharedGraph = graph.take();
    m_menu = std::make_unique<MenuTree>(snapshot);
    m_settled = std::make_unique<SettledTemplates>(pageLayerNames());
    m_uses = std::make_unique<MediaUses>();
    m_siteData[QString()] = std::make_unique<Data>(siteDataOf(*this, {}, *m_uses));
    for (const QString &tag : m_translations.otherTags())
        m_siteData[tag] = std::make_unique<Data>(siteDataOf(*this, tag, *m_uses));
}

SiteIndex::~SiteIndex() = default;

void SiteIndex::indexPages()
{
    m_pages.reserve(static_cast<size_t>(m_snapshot.pages.size()));
    m_open.reserve(m_snapshot.pages.size());
    for (const auto &page : m_snapshot.pages) {
        if (!page->content.window.isOpenAt(m_snapshot.asOf))
            continue;
        if (page->kind != QLatin1String("notfound") && !security::checkPagePath(page->path)) {
            m_displaced.push_back(page.get());
            continue;
        }
        m_pages.push_back(page.get());
        m_open.insert(page.get());
        const content::Language &language = page->content.language;
        m_byKind[kindKey(page->kind, content::isSiteLanguage(language) ? QString() : language.tag)]
            .push_back(page.get());
    }
    m_translations = Translations(m_snapshot, m_pages);
    for (PageList &pages : m_byKind)
        std::sort(pages.begin(), pages.end(), newestFirst);
}

const content::Kind &SiteIndex::kind(const QString &name) const
{
    const auto found = m_kinds.find(name);
    if (found != m_kinds.end())
        return *found->second;
    const auto plain = m_kinds.find(m_plainKind.name);
    return plain != m_kinds.end() ? *plain->second : m_plainKind;
}

const PageList &SiteIndex::ofKind(const QString &kind, const QString &language) const
{
    static const PageList none;
    const auto found = m_byKind.constFind(kindKey(kind, language));
    return found != m_byKind.constEnd() ? *found : none;
}

bool SiteIndex::answers(const QString &path) const
{
    return m_redirects.contains(path) || stands(path);
}

bool SiteIndex::stands(const QString &path) const
{
    if (openAt(path) || (m_searchPage && path == m_searchPage->path) ||
        m_theme.compiled().rootFiles.contains(path.mid(1)))
        return true;
    static const QSet<QString> always{
        QStringLiteral("/feed.xml"),   QStringLiteral("/sitemap.xml"),
        QStringLiteral("/robots.txt"), QStringLiteral("/404.html"),
        QStringLiteral("/atom.xml"),   QStringLiteral("/manifest.webmanifest")};
    if (always.contains(path))
        return true;
    const ListPlace place = placeInList(path);
    const PageValue *list = place.number > 1 ? openAt(place.listPath) : nullptr;
    return list && place.number <= listLength(*list);
}

const PageValue *SiteIndex::openAt(const QString &path) const
{
    const PageValue *page = m_snapshot.pageAt(path);
    return page && isOpen(*page) ? page : nullptr;
}

const content::MediaAsset *SiteIndex::media(const Ulid &id) const
{
    const auto found = m_snapshot.media.constFind(id);
    return found != m_snapshot.media.constEnd() ? &*found : nullptr;
}

const content::MediaAsset *SiteIndex::mediaNamed(const QString &fileName) const
{
    const auto found = m_snapshot.mediaByName.constFind(fileName);
    return found != m_snapshot.mediaByName.constEnd() ? media(*found) : nullptr;
}

const statistics::SeriesData *SiteIndex::series(const QString &name) const
{
    const auto found =
        std::find_if(m_snapshot.series.begin(), m_snapshot.series.end(),
                     [&](const statistics::SeriesData &data) { return data.series.name == name; });
    return found != m_snapshot.series.end() ? &*found : nullptr;
}

int SiteIndex::listLength(const PageValue &list) const
{
    const QString &listed = kind(list.kind).listsKind;
    if (listed.isEmpty())
        return 1;
    const auto total = static_cast<int>(ofKind(listed, list.content.language.tag).size());
    const int each = std::max(1, m_snapshot.site.postsPerPage);
    return std::max(1, (total + each - 1) / each);
}

const Data &SiteIndex::siteData(const PageValue &page) const
{
    const auto found = m_siteData.find(page.content.language.tag);
    return found != m_siteData.end() ? *found->second : *m_siteData.at(QString());
}

const Data &SiteIndex::menuFor(const QString &path) const
{
    return m_menu->dataFor(path);
}

const MediaUses &SiteIndex::uses() const
{
    return *m_uses;
}

QString listPath(const QString &path, int number)
{
    return number <= 1 ? path : QStringLiteral("%1page/%2/").arg(path).arg(number);
}

ListPlace placeInList(const QString &path)
{
    const qsizetype at = path.lastIndexOf(QLatin1String("/page/"));
    if (at < 0 || !path.endsWith(u'/'))
        return {};
    bool isNumber = false;
    const QString digits = path.mid(at + 6, path.size() - at - 7);
    const int number = digits.toInt(&isNumber);
    // "/page/02/" would be a second address of the same page.
    if (!isNumber || number < 2 || QString::number(number) != digits)
        return {};
    return {path.left(at + 1), number};
}

} // namespace kakehashi::render
