#include "render/site/sitebuilder.h"

#include "render/card/card.h"
#include "render/html.h"
#include "render/media/variants.h"
#include "render/server/redirects.h"
#include "render/server/sitefiles.h"
#include "render/site/document.h"
#include "render/site/parallel.h"
#include "render/theme/compiled.h"
#include "security/pathguard.h"

#include <QCoreApplication>
#include <QMutex>
#include <QMutexLocker>

#include <algorithm>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

QByteArrayView viewOf(const std::string &text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// Shown when a visitor asks for what is not there, unless the site has a page of its own for it.
std::unique_ptr<PageValue> standardNotFound()
{
    auto page = std::make_unique<PageValue>();
    page->kind = QStringLiteral("notfound");
    page->path = QStringLiteral("/404/");
    page->content.title = QStringLiteral("ページが見つかりません");
    page->content.body =
        QStringLiteral("お探しのページは、移動または削除された可能性があります。\n\n"
                       "[ホーム](/)からお探しください。\n");
    return page;
}

CommitGroup groupOf(const SiteIndex &index, const PageValue &page)
{
    if (page.path == QLatin1String("/"))
        return CommitGroup::Home;
    return index.kind(page.kind).listsKind.isEmpty() ? CommitGroup::Page : CommitGroup::Listing;
}

} // namespace

SiteBuilder::SiteBuilder(const SiteIndex &index, OutputSink &sink, const JobContext &context)
    : m_index(index), m_sink(sink), m_context(context)
{}

Result<SiteBuild> SiteBuilder::run()
{
    for (const auto step :
         {&SiteBuilder::planPages, &SiteBuilder::writePages, &SiteBuilder::writeMedia,
          &SiteBuilder::writeThemeFiles, &SiteBuilder::writeCards, &SiteBuilder::writeSearch,
          &SiteBuilder::writeSiteFiles, &SiteBuilder::writeServerFiles}) {
        if (m_context.cancel.isCancelled())
            return cancelled();
        if (auto done = (this->*step)(); !done)
            return passOn(done);
    }
    std::sort(m_build.tree.files.begin(), m_build.tree.files.end(),
              [](const OutputFile &a, const OutputFile &b) { return a.path < b.path; });
    return std::move(m_build);
}

Result<void> SiteBuilder::claim(const QString &path, const QString &owner)
{
    const auto before = m_owners.constFind(path);
    if (before == m_owners.constEnd()) {
        m_owners.insert(path, owner);
        return {};
    }
    return fail(ErrorCode::Conflict,
                Text::tr("\"%1\" and \"%2\" would both be %3. Change the path of one of them.")
                    .arg(*before, owner, path));
}

Result<void> SiteBuilder::planPages()
{
    for (const PageValue *page : m_index.displacedPages())
        m_build.issues.append({Severity::Must,
                               QStringLiteral("path-invalid"),
                               security::checkPagePath(page->path).error().text,
                               {page->path, {}, 0, 0, 0}});
    bool hasNotFound = false;
    for (const PageValue *page : m_index.openPages()) {
        hasNotFound = hasNotFound || page->kind == QLatin1String("notfound");
        const int last = m_index.listLength(*page);
        for (int number = 1; number <= last; ++number) {
            if (auto free = claim(outputPathOf(*page, number), page->content.title); !free)
                return free;
            m_jobs.push_back({page, number});
        }
    }
    if (const PageValue *search = m_index.searchPage()) {
        if (auto free = claim(outputPathOf(*search), search->content.title); !free)
            return free;
        m_jobs.push_back({search, 1});
    }
    if (!hasNotFound) {
        m_notFound = standardNotFound();
        m_jobs.push_back({m_notFound.get(), 1});
    }
    return {};
}

Result<void> SiteBuilder::writePages()
{
    std::vector<PageOutcome> outcomes(m_jobs.size());
    // What is made of the index alone goes first, beside the pages, so that no core waits for it.
    const auto job = [&](size_t number) -> Result<void> {
        if (number == 0) {
            m_siteFiles = siteFiles(m_index);
            return {};
        }
        const size_t at = number - 1;
        auto written = writePage(m_jobs[at]);
        if (!written)
            return passOn(written);
        outcomes[at] = std::move(*written);
        return {};
    };
    if (auto done = inParallel(m_jobs.size() + 1, m_index.options().threads, m_context,
                               Text::tr("Building pages"), job);
        !done)
        return done;
    m_uses.add(m_index.uses());
    addRedirected();
    m_build.tree.files.reserve(static_cast<qsizetype>(outcomes.size()) + 256);
    for (PageOutcome &outcome : outcomes) {
        m_build.tree.files.append(std::move(outcome.file));
        m_build.issues.append(outcome.issues);
        m_uses.add(outcome.uses);
        m_inlineSources.add(outcome.inlineSources);
        if (outcome.searchDocument)
            m_searchDocuments.push_back(std::move(*outcome.searchDocument));
    }
    return {};
}

Result<SiteBuilder::PageOutcome> SiteBuilder::writePage(const PageJob &job)
{
    auto document = renderDocument(m_index, *job.page, job.listNumber);
    if (!document)
        return passOn(document);
    const QByteArrayView bytes = viewOf(document->html);
    const auto group = groupOf(m_index, *job.page);
    const bool further = job.listNumber > 1;
    OutputFile file{outputPathOf(*job.page, job.listNumber),
                    Sha256::of(bytes),
                    bytes.size(),
                    group,
                    {further ? Origin::Kind::List : Origin::Kind::Page, job.page->id.toString(),
                     job.page->content.title}};
    if (auto written = m_sink.write(file.path, file.hash, bytes); !written)
        return passOn(written);
    PageOutcome outcome{std::move(file),
                        std::move(document->issues),
                        std::move(document->uses),
                        inlineSourcesOf(document->html),
                        {}};
    if (m_index.searchPage() && !further && isSearchable(*job.page))
        outcome.searchDocument =
            searchDocumentOf(*job.page, m_index.kind(job.page->kind), document->body);
    return outcome;
}

Result<void> SiteBuilder::writeMedia()
{
    std::vector<const content::MediaAsset *> assets;
    for (const Ulid &id : m_uses.assets())
        if (const content::MediaAsset *asset = m_index.media(id))
            assets.push_back(asset);
    std::sort(assets.begin(), assets.end(),
              [](const auto *a, const auto *b) { return a->fileName < b->fileName; });
    VariantCache cache(m_index.options().media);
    std::vector<QList<OutputFile>> files(assets.size());
    std::vector<Issues> issues(assets.size());
    const auto job = [&](size_t at) -> Result<void> {
        auto written = writeAsset(*assets[at], cache, issues[at]);
        if (!written)
            return passOn(written);
        files[at] = std::move(*written);
        return {};
    };
    if (auto done = inParallel(assets.size(), m_index.options().threads, m_context,
                               Text::tr("Preparing pictures and files"), job);
        !done)
        return done;
    for (size_t at = 0; at < assets.size(); ++at) {
        for (const OutputFile &file : files[at])
            if (auto free = claim(file.path, file.origin.label); !free)
                return free;
        m_build.tree.files.append(files[at]);
        m_build.issues.append(issues[at]);
    }
    return {};
}

Result<QList<OutputFile>> SiteBuilder::writeAsset(const content::MediaAsset &asset,
                                                  VariantCache &cache, Issues &issues)
{
    QList<OutputFile> files;
    const Origin origin{Origin::Kind::Media, asset.id.toString(), asset.fileName};
    const auto refuse = [&](const Error &error) {
        issues.append({Severity::Must,
                       QStringLiteral("media-refused"),
                       error.text,
                       {{}, asset.fileName, 0, 0, 0}});
        return files;
    };
    const auto put = [&](const QString &path, const StoredFile &stored) -> Result<void> {
        files.append({path, stored.hash, stored.size, CommitGroup::Asset, origin});
        return m_sink.writeFrom(path, stored.hash, stored.file);
    };
    if (const auto original = cache.original(asset); !original)
        return refuse(original.error());
    if (m_uses.has(asset.id, MediaUse::Original)) {
        const auto published = cache.published(asset);
        if (!published)
            return refuse(published.error());
        if (auto written = put(originalPath(asset), *published); !written)
            return passOn(written);
    }
    if (!m_uses.has(asset.id, MediaUse::Variants))
        return files;
    const auto wanted = variantsOf(asset, m_index.options().media);
    const auto made = cache.variants(asset, wanted);
    if (!made)
        return refuse(made.error());
    for (size_t at = 0; at < wanted.size(); ++at)
        if (auto written = put(wanted[at].publishedPath, (*made)[static_cast<qsizetype>(at)]);
            !written)
            return passOn(written);
    return files;
}

Result<void> SiteBuilder::writeCards()
{
    if (!canPaintCards(m_index.options()))
        return {};
    std::vector<Card> cards;
    QHash<QString, QString> labels; ///< by path: pages of one title share a card
    for (const PageJob &job : m_jobs) {
        Card card = cardOf(m_index, *job.page);
        const QString path = card.publishedPath();
        if (!hasCard(*job.page) || labels.contains(path))
            continue;
        labels.insert(path, card.title);
        cards.push_back(std::move(card));
    }
    VariantCache cache(m_index.options().media);
    std::vector<StoredFile> files(cards.size());
    const auto job = [&](size_t at) -> Result<void> {
        const Card &card = cards[at];
        const auto made = cache.made(QStringLiteral("card-") + card.key(), "png",
                                     [&card] { return paintCard(card); });
        if (!made)
            return passOn(made);
        files[at] = *made;
        return m_sink.writeFrom(card.publishedPath(), made->hash, made->file);
    };
    if (auto done = inParallel(cards.size(), m_index.options().threads, m_context,
                               Text::tr("Painting pictures for sharing"), job);
        !done)
        return done;
    for (size_t at = 0; at < cards.size(); ++at)
        m_build.tree.files.append({cards[at].publishedPath(),
                                   files[at].hash,
                                   files[at].size,
                                   CommitGroup::Asset,
                                   {Origin::Kind::Site, QStringLiteral("card"), cards[at].title}});
    return {};
}

Result<void> SiteBuilder::writeBytes(OutputFile file, QByteArrayView bytes)
{
    if (auto free = claim(file.path, file.origin.label); !free)
        return free;
    if (auto written = m_sink.write(file.path, file.hash, bytes); !written)
        return written;
    m_build.tree.files.append(std::move(file));
    return {};
}

Result<void> SiteBuilder::writeThemeFiles()
{
    const Theme::Compiled &theme = m_index.theme().compiled();
    for (const Theme::Asset &asset : theme.assets)
        if (auto written = writeBytes({asset.publishedPath,
                                       asset.hash,
                                       asset.bytes.size(),
                                       CommitGroup::Asset,
                                       {Origin::Kind::Theme, asset.name, asset.name}},
                                      asset.bytes);
            !written)
            return written;
    for (auto each = theme.rootFiles.begin(); each != theme.rootFiles.end(); ++each)
        if (auto written = writeBytes({each.key(),
                                       Sha256::of(each.value()),
                                       each.value().size(),
                                       CommitGroup::Asset,
                                       {Origin::Kind::Theme, each.key(), each.key()}},
                                      each.value());
            !written)
            return written;
    return {};
}

Result<void> SiteBuilder::writeText(const QString &path, const QString &label,
                                    const std::string &text, CommitGroup group)
{
    const QByteArrayView bytes = viewOf(text);
    return writeBytes(
        {path, Sha256::of(bytes), bytes.size(), group, {Origin::Kind::Site, path, label}}, bytes);
}

Result<void> SiteBuilder::writeSearch()
{
    if (!m_index.searchPage())
        return {};
    QMutex mutex;
    const Origin origin{Origin::Kind::Site, QStringLiteral("search"), Text::tr("Site search")};
    const SearchIndex search(std::move(m_searchDocuments));
    return search.write(m_index.options().threads, m_context, [&](const SearchFile &file) {
        const QByteArrayView bytes = viewOf(file.bytes);
        const Sha256 hash = Sha256::of(bytes);
        auto written = m_sink.write(file.path, hash, bytes);
        const QMutexLocker lock(&mutex);
        m_build.tree.files.append({file.path, hash, bytes.size(), CommitGroup::Listing, origin});
        return written;
    });
}

Result<void> SiteBuilder::writeSiteFiles()
{
    for (const SiteFile &file : m_siteFiles) {
        // A theme's own file of that name is meant.
        if (m_owners.contains(file.path))
            continue;
        if (auto written = writeText(file.path, file.label, file.text); !written)
            return written;
    }
    return {};
}

Result<void> SiteBuilder::writeServerFiles()
{
    if (m_index.snapshot().site.server == content::ServerKind::Other)
        return writeRedirectPages();
    QStringList paths;
    for (const OutputFile &file : m_build.tree.files)
        paths.append(file.path);
    // With the home page, last of all: what it says holds for every file.
    return writeText(QStringLiteral(".htaccess"), Text::tr("Settings of the web server"),
                     htaccess(m_index, m_inlineSources, paths), CommitGroup::Home);
}

/// Files that old addresses lead to, though perhaps no page.
void SiteBuilder::addRedirected()
{
    for (const content::Redirect &redirect : m_index.snapshot().redirects) {
        const QString path = targetOf(m_index, redirect);
        if (!path.startsWith(QLatin1String("/media/")) || !isInForce(m_index, redirect))
            continue;
        if (const content::MediaAsset *asset = m_index.mediaNamed(path.section(u'/', -1)))
            m_uses.add(asset->id, MediaUse::Original);
    }
}

Result<void> SiteBuilder::writeRedirectPages()
{
    for (const content::Redirect &redirect : m_index.snapshot().redirects) {
        const QString path = redirectOutputPath(redirect);
        if (path.isEmpty() || m_owners.contains(path) || !isInForce(m_index, redirect))
            continue;
        if (auto written = writeText(path, Text::tr("Redirect from %1").arg(redirect.from),
                                     redirectPage(m_index, redirect));
            !written)
            return written;
    }
    return {};
}

} // namespace kakehashi::render
