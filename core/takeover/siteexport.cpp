#include "takeover/siteexport.h"

#include "base/file.h"
#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "takeover/hugo/links/bodylinks.h"
#include "takeover/hugo/matter/mattertext.h"
#include "workspace/parts/siteparts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Export)
};

Result<void> checkFree(const QString &folder)
{
    const QFileInfo info(folder);
    const bool used = info.exists() && (!info.isDir() || !QDir(folder).isEmpty());
    if (!used)
        return {};
    return fail(ErrorCode::AlreadyExists,
                Text::tr("%1 is not empty. Choose an empty or a new folder.")
                    .arg(QDir::toNativeSeparators(folder)));
}

/// Without the flush of writeFile(), which takes milliseconds for each of ten thousand pages: the
/// whole folder gets its name only at the end.
Result<void> writeStaged(const QString &path, const QByteArray &bytes)
{
    if (auto made = makeFolder(QFileInfo(path).path()); !made)
        return made;
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        return writeError(path, file);
    return {};
}

/// Writes beside the folder and gives it its name at the end.
class Exporter
{
public:
    Exporter(const workspace::SiteStores &stores, const QString &folder, const JobContext &context)
        : m_stores(stores), m_stage(folder + QStringLiteral(".part")), m_context(context)
    {}

    Result<void> run()
    {
        using Step = Result<void> (Exporter::*)();
        const Step steps[] = {&Exporter::readSite, &Exporter::writeMedia, &Exporter::writePages,
                              &Exporter::writeData, &Exporter::writeConfig};
        for (const Step step : steps) {
            if (m_context.cancel.isCancelled())
                return cancelled();
            if (auto finished = (this->*step)(); !finished)
                return finished;
        }
        return {};
    }

    ExportDone done;

private:
    QString in(const QString &name) const { return m_stage + QLatin1Char('/') + name; }

    Result<void> readSite()
    {
        auto media = m_stores.media.list();
        if (!media)
            return passOn(media);
        m_media = *media;
        for (const content::MediaAsset &asset : std::as_const(m_media))
            m_mediaNames.insert(asset.id, asset.fileName);
        auto pages = m_stores.pages.all(false);
        if (!pages)
            return passOn(pages);
        m_pages = *pages;
        for (const content::PageWithRevision &page : std::as_const(m_pages))
            m_paths.insert(page.page.id, page.page.path);
        for (const content::PageWithRevision &page : std::as_const(m_pages))
            m_parents.insert(page.page.path.section(QLatin1Char('/'), 0, -3) + QLatin1Char('/'));
        auto redirects = m_stores.redirects.list();
        if (!redirects)
            return passOn(redirects);
        for (const content::Redirect &redirect : std::as_const(*redirects)) {
            if (!redirect.from.contains(QLatin1Char('?')))
                m_aliases[redirect.target].append(redirect.from);
        }
        return {};
    }

    Result<void> writeMedia()
    {
        const QString folder = in(QStringLiteral("static/media"));
        if (auto made = makeFolder(folder); !made)
            return made;
        ProgressMeter meter(m_context, Text::tr("Copying pictures and files"), m_media.size());
        for (const content::MediaAsset &asset : std::as_const(m_media)) {
            if (m_context.cancel.isCancelled())
                return cancelled();
            QFile original(m_stores.media.pathOf(asset));
            const QString copy = folder + QLatin1Char('/') + asset.fileName;
            if (!original.copy(copy))
                return fail(ErrorCode::Failed,
                            Text::tr("%1 could not be copied to %2: %3. Check the disk and try "
                                     "again.")
                                .arg(asset.fileName, QDir::toNativeSeparators(copy),
                                     original.errorString()));
            ++done.media;
            meter.advance(1, asset.bytes, asset.fileName);
        }
        meter.finish();
        return {};
    }

    Result<void> writePages()
    {
        LinkMap links;
        for (const content::MediaAsset &asset : std::as_const(m_media))
            links.addExported(asset.fileName);
        ProgressMeter meter(m_context, Text::tr("Writing pages"), m_pages.size());
        for (const content::PageWithRevision &page : std::as_const(m_pages)) {
            if (m_context.cancel.isCancelled())
                return cancelled();
            const QString path = in(QStringLiteral("content/") + fileOf(page));
            const QString text =
                writtenPage(fileFrom(page, links), m_aliases.value(page.page.path));
            if (auto written = writeStaged(path, text.toUtf8()); !written)
                return written;
            ++done.pages;
            meter.advance(1, 0, page.page.path);
        }
        meter.finish();
        return {};
    }

    /// "/award/" → "award.md", or "award/_index.md" where there are pages below it.
    QString fileOf(const content::PageWithRevision &page) const
    {
        const QString &path = page.page.path;
        const QString end = page.revision.content.format == content::BodyFormat::Html
                                ? QStringLiteral(".html")
                                : QStringLiteral(".md");
        if (path == QLatin1String("/") || m_parents.contains(path))
            return path.mid(1) + QStringLiteral("_index") + end;
        return path.mid(1).chopped(1) + end;
    }

    content::MarkdownFile fileFrom(const content::PageWithRevision &page,
                                   const LinkMap &links) const
    {
        content::MarkdownFile file;
        file.kind = page.page.kind;
        file.path = page.page.path;
        file.position = page.page.position;
        file.draft = page.page.live == 0;
        file.content = page.revision.content;
        file.translationOf = m_paths.value(page.revision.content.language.original);
        file.picture = m_mediaNames.value(page.revision.content.picture);
        file.others.insert(QStringLiteral("updated"), toStored(page.revision.createdAt));
        SourcePage source;
        source.page = file;
        file.content.body = withOurLinks(links, source);
        return file;
    }

    Result<void> writeData()
    {
        auto parts = workspace::partsOf(m_stores);
        if (!parts)
            return passOn(parts);
        return workspace::writeParts(*parts, in(QStringLiteral("data")));
    }

    Result<void> writeConfig()
    {
        auto settings = m_stores.site.settings();
        if (!settings)
            return passOn(settings);
        auto menus = m_stores.menus.list();
        if (!menus)
            return passOn(menus);
        QString text = QStringLiteral("baseURL = ") + jsonText(settings->url.toString()) +
                       QStringLiteral("\ntitle = ") + jsonText(settings->name) +
                       QStringLiteral("\nlanguageCode = \"ja\"\n");
        for (const content::MenuItem &item : std::as_const(*menus)) {
            text += QStringLiteral("\n[[menu.%1]]\nidentifier = %2\nname = %3\nurl = %4\n"
                                   "weight = %5\n")
                        .arg(item.menu, jsonText(item.id.toString()), jsonText(item.label),
                             jsonText(item.target), QString::number(item.position + 1));
            if (!item.parent.isNull())
                text += QStringLiteral("parent = ") + jsonText(item.parent.toString()) +
                        QLatin1Char('\n');
        }
        return writeFile(in(QStringLiteral("hugo.toml")), text.toUtf8());
    }

    const workspace::SiteStores &m_stores;
    QString m_stage;
    const JobContext &m_context;
    QList<content::MediaAsset> m_media;
    QHash<Ulid, QString> m_mediaNames;
    QList<content::PageWithRevision> m_pages;
    QHash<Ulid, QString> m_paths;
    QSet<QString> m_parents;
    QHash<QString, QStringList> m_aliases;
};

} // namespace

Result<ExportDone> exportSite(const workspace::SiteStores &stores, const QString &folder,
                              const JobContext &context)
{
    const QString target = QDir::cleanPath(folder);
    if (auto free = checkFree(target); !free)
        return passOn(free);
    const QString stage = target + QStringLiteral(".part");
    if (auto free = checkFree(stage); !free)
        return passOn(free);
    Exporter exporter(stores, target, context);
    if (auto done = exporter.run(); !done) {
        QDir(stage).removeRecursively();
        return passOn(done);
    }
    QDir().rmdir(target); // an empty one was chosen
    if (!QDir().rename(stage, target)) {
        QDir(stage).removeRecursively();
        return fail(ErrorCode::Failed,
                    Text::tr("The folder could not be given the name %1. Choose another one.")
                        .arg(QDir::toNativeSeparators(target)));
    }
    exporter.done.folder = target;
    return exporter.done;
}

} // namespace kakehashi::takeover
