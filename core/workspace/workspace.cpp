#include "workspace/workspace.h"

#include "banner/bannerrepository.h"
#include "base/file.h"
#include "base/privatefile.h"
#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "statistics/seriesrepository.h"
#include "store/backup.h"
#include "store/transaction.h"
#include "workspace/changenews.h"
#include "workspace/layout.h"
#include "workspace/parts/stores.h"
#include "workspace/schema.h"
#include "workspace/sitelock.h"
#include "workspace/snapshotbuilder.h"
#include "workspace/themefolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Workspace)
};

const QString homePath = QStringLiteral("/");

tl::unexpected<Error> readOnly(const QString &folder)
{
    return fail(ErrorCode::ReadOnly,
                Text::tr("The site folder %1 cannot be written to. Check its permissions, or copy "
                         "it to a place where you may write.")
                    .arg(QDir::toNativeSeparators(folder)));
}

Result<void> checkEmpty(const QString &folder)
{
    QStringList names = QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System |
                                               QDir::NoDotAndDotDot);
    // What file managers leave in every folder.
    names.removeAll(QStringLiteral(".DS_Store"));
    names.removeAll(QStringLiteral("desktop.ini"));
    if (names.isEmpty())
        return {};
    const QString shown = QDir::toNativeSeparators(folder);
    return fail(
        ErrorCode::AlreadyExists,
        names.contains(layout::databaseName)
            ? Text::tr("%1 holds a site already. Open it, or choose another folder.").arg(shown)
            : Text::tr("%1 is not empty. Choose an empty or a new folder.").arg(shown));
}

/// The folder, or one above it, into which this account may not look; what lies in one looks as if
/// it were not there.
QString closedFolder(const QString &folder)
{
    QFileInfo at(folder);
    const bool isThere = at.exists();
    while (!at.exists() && at.absolutePath() != at.absoluteFilePath())
        at = QFileInfo(at.absolutePath());
    const bool isOpen = at.isExecutable() && (!isThere || at.isReadable());
    return !at.isDir() || isOpen ? QString() : at.absoluteFilePath();
}

Result<void> checkPresent(const QString &folder)
{
    const QString shown = QDir::toNativeSeparators(folder);
    if (QFileInfo(folder).isFile())
        return fail(ErrorCode::Invalid,
                    Text::tr("%1 is a file. A site is a folder: choose the folder that holds "
                             "%2.")
                        .arg(shown, layout::databaseName));
    if (const QString closed = closedFolder(folder); !closed.isEmpty())
        return fail(ErrorCode::PermissionDenied,
                    Text::tr("The folder %1 may not be read by this account. Ask whoever owns it "
                             "to let you in.")
                        .arg(QDir::toNativeSeparators(closed)));
    if (!QFileInfo(folder).isDir())
        return fail(ErrorCode::NotFound,
                    Text::tr("The site folder %1 is not there. Check that it has not been moved "
                             "or renamed, and that its drive is connected.")
                        .arg(shown));
    if (!QFileInfo::exists(layout::databaseIn(folder)))
        return fail(ErrorCode::NotFound,
                    Text::tr("%1 holds no site: the file %2 is missing. Choose the folder that "
                             "has it, or put a backup there.")
                        .arg(shown, layout::databaseName));
    const bool writable =
        QFileInfo(folder).isWritable() && QFileInfo(layout::databaseIn(folder)).isWritable();
    return writable ? Result<void>() : readOnly(folder);
}

} // namespace

struct Workspace::Parts
{
    Parts(QString folderPath, const Clock &clockToUse)
        : folder(std::move(folderPath))
        , clock(clockToUse)
        , themeFolder(layout::themeIn(folder))
        , objects(layout::objectsIn(folder))
    {}

    SnapshotSources sources() const
    {
        return {*site, *pages, *media, *menus, *redirects, *series, *banners, kinds, clock};
    }

    Result<void> openDatabase();
    void keepPrivate();
    void makeRepositories();
    store::ChangeHook hook(Change::Kind kind)
    {
        return [this, kind](const Ulid &id) { Q_EMIT news.changed({kind, id}); };
    }

    QString folder;
    const Clock &clock;
    std::unique_ptr<SiteLock> lock;
    std::unique_ptr<store::Database> database;
    ChangeNews news;
    QList<content::Kind> kinds;
    ThemeFolder themeFolder;
    render::ObjectStore objects;
    Issues findings;
    std::unique_ptr<content::SiteRepository> site;
    std::unique_ptr<content::PageRepository> pages;
    std::unique_ptr<content::MediaRepository> media;
    std::unique_ptr<content::MenuRepository> menus;
    std::unique_ptr<content::RedirectRepository> redirects;
    std::unique_ptr<statistics::SeriesRepository> series;
    std::unique_ptr<banner::BannerRepository> banners;
};

Result<void> Workspace::Parts::openDatabase()
{
    auto taken = SiteLock::take(folder, clock);
    if (!taken)
        return passOn(taken);
    lock = std::move(*taken);
    if (const auto &left = lock->left())
        findings.append({Severity::Ask, QStringLiteral("lock-left"),
                         Text::tr("Last time the program ended without closing the site (%1). Its "
                                  "lock is taken away; nothing that was typed is lost.")
                             .arg(describe(*left))});
    auto known = content::builtInKinds();
    if (!known)
        return passOn(known);
    kinds = *known;
    const auto backUp = [this](store::Database &old) -> Result<void> {
        auto made = store::BackupFolder(layout::backupsIn(folder), clock).make(old);
        return made ? Result<void>() : passOn(made);
    };
    auto opened = store::Database::open(layout::databaseIn(folder), schema(), backUp);
    if (!opened)
        return passOn(opened);
    database = std::move(*opened);
    makeRepositories();
    return {};
}

/// On a file system that knows no accounts one can still work; without being told one cannot.
void Workspace::Parts::keepPrivate()
{
    if (auto kept = layout::keepPrivate(folder); !kept)
        findings.append({Severity::Should, QStringLiteral("site-not-private"), kept.error().text});
}

void Workspace::Parts::makeRepositories()
{
    using Kind = Change::Kind;
    site = std::make_unique<content::SiteRepository>(*database, hook(Kind::Site));
    pages = std::make_unique<content::PageRepository>(*database, clock, hook(Kind::Page),
                                                      hook(Kind::Draft));
    media = std::make_unique<content::MediaRepository>(*database, layout::mediaIn(folder), clock,
                                                       hook(Kind::Media));
    menus = std::make_unique<content::MenuRepository>(*database, hook(Kind::Menu));
    redirects = std::make_unique<content::RedirectRepository>(*database, hook(Kind::Redirect));
    series = std::make_unique<statistics::SeriesRepository>(*database, hook(Kind::Series));
    banners = std::make_unique<banner::BannerRepository>(*database, hook(Kind::Banner));
    media->addUseFinder(
        [this](const content::MediaAsset &asset) { return banners->usesOf(asset); });
}

Workspace::Workspace() = default;
Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::create(const QString &folder, const QString &name,
                                                     const Clock &clock)
{
    if (auto empty = checkEmpty(folder); !empty)
        return passOn(empty);
    const bool isNew = !QFileInfo::exists(folder);
    if (auto made = makeFolder(folder); !made)
        return passOn(made);
    if (isNew) // what cannot be had is told at the end
        static_cast<void>(kakehashi::keepPrivate(folder, Sharing::AsAbove));
    std::unique_ptr<Workspace> workspace(new Workspace);
    workspace->m_parts = std::make_unique<Parts>(folder, clock);
    Parts &parts = *workspace->m_parts;
    auto filled = parts.openDatabase();
    if (filled)
        filled = makeFolder(layout::mediaIn(folder));
    if (filled)
        filled = parts.themeFolder.fill();
    if (filled)
        filled = workspace->fillEmpty(name);
    if (filled)
        parts.keepPrivate();
    if (filled)
        return workspace;
    workspace.reset();
    layout::removeAll(folder);
    return passOn(filled);
}

Result<void> Workspace::fillEmpty(const QString &name)
{
    content::SiteSettings settings;
    settings.id = Ulid::generate(m_parts->clock);
    settings.name = name;
    if (auto saved = site().save(settings); !saved)
        return saved;
    content::NewPage home;
    home.kind = QStringLiteral("home");
    home.path = homePath;
    home.content.title = name;
    auto created = pages().create(home);
    return created ? Result<void>() : passOn(created);
}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &folder, const Clock &clock)
{
    if (auto present = checkPresent(folder); !present)
        return passOn(present);
    std::unique_ptr<Workspace> workspace(new Workspace);
    workspace->m_parts = std::make_unique<Parts>(folder, clock);
    Parts &parts = *workspace->m_parts;
    if (auto opened = parts.openDatabase(); !opened)
        return passOn(opened);
    if (auto settings = parts.site->settings(); !settings)
        return passOn(settings);
    parts.keepPrivate();
    if (auto removed = parts.media->removeLeftBytes(); !removed)
        return passOn(removed);
    // Without a backup one can still work; without being told one cannot.
    auto backedUp =
        store::BackupFolder(layout::backupsIn(folder), clock).makeWhenDue(*parts.database);
    if (!backedUp)
        parts.findings.append(
            {Severity::Should, QStringLiteral("backup-failed"),
             Text::tr("Today's backup could not be made. %1").arg(backedUp.error().text)});
    return workspace;
}

QString Workspace::folder() const
{
    return m_parts->folder;
}

const Clock &Workspace::clock() const
{
    return m_parts->clock;
}

content::SiteRepository &Workspace::site()
{
    return *m_parts->site;
}

content::PageRepository &Workspace::pages()
{
    return *m_parts->pages;
}

content::MediaRepository &Workspace::media()
{
    return *m_parts->media;
}

content::MenuRepository &Workspace::menus()
{
    return *m_parts->menus;
}

content::RedirectRepository &Workspace::redirects()
{
    return *m_parts->redirects;
}

statistics::SeriesRepository &Workspace::series()
{
    return *m_parts->series;
}

banner::BannerRepository &Workspace::banners()
{
    return *m_parts->banners;
}

store::Database &Workspace::database()
{
    return *m_parts->database;
}

SiteStores Workspace::stores()
{
    Parts &parts = *m_parts;
    return {parts.folder, parts.clock,  *parts.database,  *parts.site,   *parts.pages,
            *parts.media, *parts.menus, *parts.redirects, *parts.series, *parts.banners};
}

ChangeNews &Workspace::news()
{
    return m_parts->news;
}

const QList<content::Kind> &Workspace::kinds() const
{
    return m_parts->kinds;
}

const Issues &Workspace::findings() const
{
    return m_parts->findings;
}

Result<render::SnapshotPtr> Workspace::snapshot(const SnapshotOptions &options) const
{
    return buildSnapshot(m_parts->sources(), options);
}

Result<render::SnapshotPtr> Workspace::renewed(const render::SiteSnapshot &former,
                                               const QList<Change> &changes) const
{
    return workspace::renewed(former, changes, m_parts->sources());
}

Result<render::ThemePtr> Workspace::theme(Issue *issue) const
{
    auto settings = m_parts->site->settings();
    return m_parts->themeFolder.load(issue, settings ? settings->accentColor : QString());
}

render::RenderOptions Workspace::renderOptions() const
{
    render::RenderOptions options;
    options.media.originals = layout::mediaIn(m_parts->folder);
    options.media.variants = layout::variantsIn(m_parts->folder);
    return options;
}

render::ObjectStore &Workspace::objects()
{
    return m_parts->objects;
}

Result<void> Workspace::allOrNothing(const std::function<Result<void>()> &work)
{
    auto transaction = store::Transaction::begin(*m_parts->database);
    if (!transaction)
        return passOn(transaction);
    if (auto done = work(); !done)
        return done;
    return transaction->commit();
}

Result<QString> Workspace::backup()
{
    return store::BackupFolder(layout::backupsIn(m_parts->folder), m_parts->clock)
        .make(*m_parts->database);
}

} // namespace kakehashi::workspace
