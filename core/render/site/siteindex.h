#pragma once

#include "render/render.h"
#include "render/site/translations.h"
#include "render/templates/template.h"

#include <QSet>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kakehashi::render {

using PageList = std::vector<const PageValue *>;

class MediaUses;
class MenuTree;
class SettledTemplates;

/// "/topics/page/2/"; the first page of a list is at the list's own path.
QString listPath(const QString &path, int number);

struct ListPlace
{
    QString listPath = {};
    int number = 0; ///< 0: the path is not one of a list's further pages
};
ListPlace placeInList(const QString &path);

/// What all pages of a snapshot share, found or built once. Any thread may read it. The snapshot,
/// theme and options must outlive it.
class SiteIndex
{
public:
    SiteIndex(const SiteSnapshot &snapshot, const Theme &theme, const RenderOptions &options);
    ~SiteIndex();

    const SiteSnapshot &snapshot() const { return m_snapshot; }
    const Theme &theme() const { return m_theme; }
    const RenderOptions &options() const { return m_options; }

    const content::Kind &kind(const QString &name) const;
    bool isOpen(const PageValue &page) const { return m_open.contains(&page); }
    const PageList &openPages() const { return m_pages; } ///< by path
    /// Pages that would be open, but not where they are: they are left out and nothing leads there.
    const PageList &displacedPages() const { return m_displaced; }
    /// Open pages of a kind in one language (empty: the site's), newest first; pages without date
    /// by position and path.
    const PageList &ofKind(const QString &kind, const QString &language = {}) const;
    const Translations &translations() const { return m_translations; }

    /// True when visitors find something at the path: an open page, a redirect, a list's page or
    /// a file that every site has.
    bool answers(const QString &path) const;
    /// The same without redirects, which make way for what stands there.
    bool stands(const QString &path) const;
    const PageValue *openAt(const QString &path) const;

    const content::MediaAsset *media(const Ulid &id) const;
    const content::MediaAsset *mediaNamed(const QString &fileName) const;
    const statistics::SeriesData *series(const QString &name) const;

    /// Pages that a list page has, at least 1.
    int listLength(const PageValue &list) const;

    /// Where visitors search; nullptr when the theme has no template "search".
    const PageValue *searchPage() const { return m_searchPage.get(); }

    /// "https://www.example.jp", encoded, without the slash.
    const std::string &rootUrl() const { return m_rootUrl; }

    /// The nodes that every page's structured data begins with, as JSON text.
    const std::string &sharedGraph() const { return m_sharedGraph; }

    /// What all pages in the language of `page` share.
    const Data &siteData(const PageValue &page) const;
    /// The main menu with `current` and `ancestor` for a page at this path.
    const Data &menuFor(const QString &path) const;
    const SettledTemplates &settledTemplates() const { return *m_settled; }
    /// What the shared data (banners) needs published.
    const MediaUses &uses() const;

private:
    void indexPages();

    const SiteSnapshot &m_snapshot;
    const Theme &m_theme;
    const RenderOptions &m_options;
    std::map<QString, const content::Kind *> m_kinds;
    content::Kind m_plainKind;
    content::Kind m_searchKind;
    std::unique_ptr<PageValue> m_searchPage;
    PageList m_pages;
    PageList m_displaced;
    QSet<const PageValue *> m_open;
    QHash<QString, PageList> m_byKind;
    Translations m_translations;
    QSet<QString> m_redirects;
    std::string m_rootUrl;
    std::string m_sharedGraph;
    std::map<QString, std::unique_ptr<Data>> m_siteData; ///< by language; empty: the site's
    std::unique_ptr<MediaUses> m_uses;
    std::unique_ptr<MenuTree> m_menu;
    std::unique_ptr<SettledTemplates> m_settled;
};

} // namespace kakehashi::render
