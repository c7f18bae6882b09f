#include "takeover/importplan.h"

#include "content/kind.h"
#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "takeover/hugo/links/bodylinks.h"
#include "takeover/hugo/links/frontlinks.h"
#include "takeover/hugo/markup/footnotes.h"
#include "takeover/hugo/markup/liquid.h"
#include "takeover/hugo/markup/shortcodes.h"
#include "takeover/hugo/mediaplan.h"
#include "takeover/hugo/place/missinglists.h"
#include "takeover/hugo/place/pagekind.h"
#include "takeover/hugo/place/pagepaths.h"
#include "takeover/hugo/translations.h"
#include "takeover/hugo/unpublished.h"
#include "takeover/oldaddresses.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

using content::PageWithRevision;

/// The steps from a folder to a plan.
class Planner
{
public:
    Planner(const workspace::SiteStores &stores, const workspace::ImportOptions &options,
            const JobContext &context)
        : m_stores(stores), m_options(options), m_context(context)
    {}

    Result<ImportPlan> make(const QString &folder)
    {
        auto tree = readTree(folder);
        if (!tree)
            return passOn(tree);
        m_tree = std::move(*tree);
        m_links.setSite(m_tree.config.base);
        m_plan.folder = folder;
        m_plan.isOwnExport = !m_tree.data.isEmpty();
        m_links.setOwnExport(m_plan.isOwnExport);
        using Step = Result<void> (Planner::*)();
        const Step steps[] = {&Planner::lookAtSite, &Planner::readParts,   &Planner::readMedia,
                              &Planner::readPages,  &Planner::placePages,  &Planner::addLists,
                              &Planner::leadLinks,  &Planner::decidePages, &Planner::addRedirects};
        for (const Step step : steps) {
            if (m_context.cancel.isCancelled())
                return cancelled();
            if (auto done = (this->*step)(); !done)
                return passOn(done);
        }
        for (const Issue &issue : std::as_const(m_tree.skipped))
            m_plan.items.append(
                {PlannedItem::What::Site, Fate::Skip, issue.place.file, {}, {}, issue.text});
        return std::move(m_plan);
    }

private:
    Result<void> lookAtSite()
    {
        auto kinds = content::builtInKinds();
        if (!kinds)
            return passOn(kinds);
        m_kinds = *kinds;
        auto pages = m_stores.pages.all(false);
        if (!pages)
            return passOn(pages);
        for (PageWithRevision &page : *pages)
            m_there.insert(page.page.path, std::move(page));
        auto media = m_stores.media.list();
        if (!media)
            return passOn(media);
        m_media = *media;
        auto redirects = m_stores.redirects.list();
        if (!redirects)
            return passOn(redirects);
        for (const content::Redirect &redirect : std::as_const(*redirects))
            m_redirects.insert(redirect.from, redirect.target);
        return {};
    }

    Result<void> readParts()
    {
        if (!m_plan.isOwnExport)
            return {};
        auto parts = workspace::readParts(m_tree.data);
        if (!parts)
            return passOn(parts);
        m_plan.parts = std::move(*parts);
        m_plan.items.append(
            {PlannedItem::What::Site,
             m_options.update ? Fate::Change : Fate::Add,
             QStringLiteral("data/"),
             {},
             Text::tr("Settings, menus, redirects, figures and banners"),
             m_options.update ? QString() : Text::tr("What the site has already stays as it is.")});
        return {};
    }

    Result<void> readMedia()
    {
        MediaPlan names(m_media, m_stores.clock.now().toTimeZone(japanTime()).date());
        ProgressMeter meter(m_context, Text::tr("Reading pictures and files"), m_tree.media.size());
        for (const SourceFile &file : std::as_const(m_tree.media)) {
            if (m_context.cancel.isCancelled())
                return cancelled();
            auto item = names.add(file, m_plan);
            if (item) {
                m_links.addMedia(file.key, item->target);
                noteTexts(file, item->target);
                m_plan.items.append(*item);
            } else {
                skip(PlannedItem::What::Media, file.shown, item.error());
            }
            meter.advance(1, 0, file.shown);
        }
        meter.finish();
        return {};
    }

    void noteTexts(const SourceFile &file, const QString &name)
    {
        const QString original = QFileInfo(file.key).fileName();
        if (!m_plan.isOwnExport || !file.key.startsWith(QStringLiteral("/media/")))
            return;
        m_plan.mediaNames.insert(original, name);
        if (!m_plan.media.isEmpty() && m_plan.media.last().name == name)
            m_plan.media.last().texts = m_plan.parts.media.value(original).toObject();
    }

    Result<void> readPages()
    {
        ProgressMeter meter(m_context, Text::tr("Reading pages"), m_tree.pages.size());
        for (const SourceFile &file : std::as_const(m_tree.pages)) {
            if (m_context.cancel.isCancelled())
                return cancelled();
            auto page = readSourcePage(file, m_plan.isOwnExport);
            if (page && m_plan.isOwnExport && !page->badDates.isEmpty()) {
                skip(PlannedItem::What::Page, file.shown, page->badDates.first());
            } else if (page) {
                QString &language = page->page.content.language.tag;
                if (language.isEmpty() && !m_plan.isOwnExport && !hasLanguage(file.key))
                    language = content::storedTag(m_tree.config.language);
                m_pages.append(std::move(*page));
            } else {
                skip(PlannedItem::What::Page, file.shown, page.error());
            }
            meter.advance(1, 0, file.shown);
        }
        meter.finish();
        if (!m_plan.isOwnExport)
            hideUnpublished(m_pages, m_tree.config, m_stores.clock.now());
        return {};
    }

    Result<void> placePages()
    {
        QHash<QString, QString> known;
        for (auto redirect = m_redirects.cbegin(); redirect != m_redirects.cend(); ++redirect) {
            if (m_there.contains(redirect.value()))
                known.insert(redirect.key(), redirect.value());
        }
        std::stable_sort(m_pages.begin(), m_pages.end(),
                         [](const SourcePage &left, const SourcePage &right) {
                             return placingOrder(left) < placingOrder(right);
                         });
        PagePaths paths(known, {m_tree.config, sectionsAmong(m_pages)});
        for (SourcePage &page : m_pages) {
            paths.place(page);
            setKind(page, m_kinds);
            m_links.addPage(page);
            m_places.insert(page.page.path);
        }
        for (auto page = m_there.cbegin(); page != m_there.cend(); ++page)
            m_links.addPath(page.key());
        return {};
    }

    /// Hugo makes the home page and a section's list by itself; here they are pages.
    Result<void> addLists()
    {
        if (m_plan.isOwnExport || m_pages.isEmpty())
            return {};
        // Pages that arrive approved are to be published; without a home page none could be.
        auto home = m_options.approve ? homeTitle() : Result<QString>(QString());
        if (!home)
            return passOn(home);
        const auto isThere = [this](const QString &path) {
            return m_places.contains(path) || m_there.contains(path);
        };
        for (SourcePage &page : missingLists(m_pages, m_kinds, isThere, *home)) {
            m_links.addPage(page);
            m_places.insert(page.page.path);
            m_pages.append(std::move(page));
        }
        return {};
    }

    /// Of the home page that the site still lacks; empty when it has one or gets one.
    Result<QString> homeTitle() const
    {
        const QString path = QStringLiteral("/");
        const auto home = m_there.constFind(path);
        auto blank =
            home == m_there.cend() ? Result<bool>(true) : workspace::isBlank(m_stores, home->page);
        if (!blank)
            return passOn(blank);
        if (!*blank || m_places.contains(path))
            return QString();
        auto site = m_stores.site.settings();
        if (!site)
            return passOn(site);
        return site->name;
    }

    Result<void> leadLinks()
    {
        for (const SourcePage &page : std::as_const(m_pages))
            if (!m_plan.isOwnExport)
                m_links.addAnchors(page.page.path, anchorsOf(page.page.content));
        for (SourcePage &page : m_pages) {
            if (m_context.cancel.isCancelled())
                return cancelled();
            content::PageContent &content = page.page.content;
            if (!m_plan.isOwnExport && isLiquid(m_tree.config, page))
                content.body = withoutLiquid(content.body, m_links, page);
            content.body = withOurLinks(m_links, page);
            if (!m_plan.isOwnExport) {
                tellOfFootnotes(page);
                content.body = withoutShortcodes(content.body, m_links, page);
            }
            leadFrontMatter(m_links, content::kindNamed(m_kinds, page.page.kind),
                            m_plan.isOwnExport, page);
        }
        return {};
    }

    /// A page that only sends visitors on is a redirect here.
    bool becomesRedirect(SourcePage &page)
    {
        if (page.redirectTo.isEmpty() || m_plan.isOwnExport || page.page.draft)
            return false;
        page.redirectTo = m_links.target(page.redirectTo, page).target.value_or(page.redirectTo);
        page.oldAddresses.append(page.page.path);
        m_places.remove(page.page.path);
        m_plan.items.append({PlannedItem::What::Site, Fate::Add, page.source.shown, page.redirectTo,
                             page.page.content.title,
                             Text::tr("It only sends visitors on, and becomes a redirect.")});
        m_plan.issues += page.issues;
        return true;
    }

    Result<void> decidePages()
    {
        joinTranslations(m_pages);
        for (SourcePage &page : m_pages) {
            if (becomesRedirect(page))
                continue;
            PlannedItem item{PlannedItem::What::Page, Fate::Add, page.source.shown, page.page.path,
                             page.page.content.title, {}};
            auto fate = fateOf(page);
            if (!fate)
                return passOn(fate);
            item.fate = *fate;
            if (item.fate == Fate::Keep)
                page.notes.append(Text::tr("The site has this page already; it stays as it is."));
            if (item.fate == Fate::Change)
                page.notes.append(Text::tr("A new revision of the page that is there."));
            if (page.page.draft && m_plan.isOwnExport)
                page.notes.append(Text::tr("A draft."));
            item.reason = page.notes.join(QLatin1Char(' '));
            m_plan.items.append(item);
            m_plan.issues += page.issues;
            if (item.fate == Fate::Add || item.fate == Fate::Change)
                m_plan.pages.files.append(page.page);
        }
        return {};
    }

    Result<Fate> fateOf(const SourcePage &page) const
    {
        const auto there = m_there.constFind(page.page.path);
        if (there == m_there.cend())
            return Fate::Add;
        auto blank = workspace::isBlank(m_stores, there->page);
        if (!blank)
            return passOn(blank);
        content::PageContent now = there->revision.content;
        now.picture = page.page.content.picture;
        now.language.original = {};
        const bool isToBeApproved = *blank && m_options.approve && !page.page.draft;
        if (!isToBeApproved && now == page.page.content && there->page.kind == page.page.kind &&
            pictureName(there->revision.content.picture) == page.page.picture &&
            pathOf(there->revision.content.language.original) == page.page.translationOf)
            return Fate::Same;
        if (m_options.update)
            return Fate::Change;
        return *blank ? Fate::Change : Fate::Keep;
    }

    QString pathOf(const Ulid &id) const
    {
        for (const PageWithRevision &page : m_there)
            if (!id.isNull() && page.page.id == id)
                return page.page.path;
        return {};
    }

    QString pictureName(const Ulid &id) const
    {
        for (const content::MediaAsset &asset : m_media) {
            if (asset.id == id)
                return asset.fileName;
        }
        return {};
    }

    Result<void> addRedirects()
    {
        if (m_plan.isOwnExport)
            return {}; // site.json has them
        const auto isPage = [this](const QString &address) { return isPageAt(address); };
        for (const SourcePage &page : std::as_const(m_pages))
            planRedirects(page, isPage, m_redirects, m_plan);
        return {};
    }

    /// Whether the address is a page's own, "/a/index.html" as well as "/a/".
    bool isPageAt(const QString &address) const
    {
        QString path = address;
        for (const auto *file : {"/index.html", "/index.htm"})
            if (path.endsWith(QLatin1String(file)))
                path.chop(QLatin1String(file).size() - 1);
        if (!path.endsWith(u'/'))
            path += u'/';
        return m_places.contains(path) || m_there.contains(path);
    }

    void skip(PlannedItem::What what, const QString &file, const Error &error)
    {
        m_plan.items.append({what, Fate::Skip, file, {}, {}, error.text});
    }

    const workspace::SiteStores &m_stores;
    const workspace::ImportOptions &m_options;
    const JobContext &m_context;
    SourceTree m_tree;
    QList<content::Kind> m_kinds;
    QHash<QString, PageWithRevision> m_there;
    QList<content::MediaAsset> m_media;
    QHash<QString, QString> m_redirects;
    LinkMap m_links;
    QList<SourcePage> m_pages;
    QSet<QString> m_places; ///< paths of these pages
    ImportPlan m_plan;
};

} // namespace

int ImportPlan::count(PlannedItem::What what, Fate fate) const
{
    return int(std::count_if(items.cbegin(), items.cend(), [&](const PlannedItem &item) {
        return item.what == what && item.fate == fate;
    }));
}

Result<ImportPlan> planImport(const QString &folder, const workspace::SiteStores &stores,
                              const workspace::ImportOptions &options, const JobContext &context)
{
    return Planner(stores, options, context).make(folder);
}

} // namespace kakehashi::takeover
