#include "support/testsite.h"
#include "workspace/layout.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#ifndef Q_OS_WIN
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace kakehashi;
using namespace kakehashi::workspace;

namespace {

constexpr auto others = QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
constexpr auto group = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup;

/// What another account of the machine can reach below `folder`, without the theme.
QStringList reachable(const QString &folder, QFile::Permissions who)
{
    QStringList paths;
    QDirIterator entries(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    while (entries.hasNext()) {
        entries.next();
        if (entries.fileName() != QStringLiteral("theme") &&
            (entries.fileInfo().permissions() & who))
            paths.append(entries.fileName());
    }
    paths.sort();
    return paths;
}

void open(const QString &folder, QFile::Permissions more)
{
    QFile::setPermissions(folder, QFile::permissions(folder) | more);
}

} // namespace

/// Drafts are nobody's business but the editors'.
class TestPrivate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#ifdef Q_OS_WIN
        QSKIP("access comes from the folder above");
#endif
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aNewSiteIsPrivate()
    {
        const auto made = Workspace::create(site(), QStringLiteral("見本"), m_clock);
        VERIFY_OK(made);
        QCOMPARE(reachable(site(), others | group), QStringList());
        QVERIFY(!(QFileInfo(site()).permissions() & (others | group)));
    }

    void anOlderSiteBecomesPrivateWhenItIsOpened()
    {
        {
            VERIFY_OK(Workspace::create(site(), QStringLiteral("見本"), m_clock));
        }
        for (const QString &path : {site(), layout::databaseIn(site()), layout::mediaIn(site())})
            open(path, QFile::ReadOther | QFile::ReadGroup);
        QVERIFY(QDir().mkpath(layout::objectsIn(site())));
        QVERIFY(QDir().mkpath(site() + QStringLiteral("/publish")));
        const auto opened = Workspace::open(site(), m_clock);
        VERIFY_OK(opened);
        QCOMPARE(reachable(site(), others | group), QStringList());
        const QString backups = layout::backupsIn(site());
        QVERIFY(!QDir(backups).entryList(QDir::Files).isEmpty());
        QCOMPARE(reachable(backups, others | group), QStringList());
    }

    void aTeamsFolderStaysTheTeams()
    {
        open(m_folder->path(), group);
        QVERIFY(QDir().mkpath(site()));
        open(site(), group);
        const auto made = Workspace::create(site(), QStringLiteral("見本"), m_clock);
        VERIFY_OK(made);
        QCOMPARE(reachable(site(), others), QStringList());
        QVERIFY(QFileInfo(site()).permission(QFile::WriteGroup));
        QVERIFY(QFileInfo(layout::databaseIn(site())).permission(QFile::ReadGroup));
    }

    void aFolderHandedToAGroupStaysTheGroups()
    {
#ifndef Q_OS_WIN
        {
            VERIFY_OK(Workspace::create(site(), QStringLiteral("見本"), m_clock));
        }
        const auto modeOf = [](const QString &path) {
            struct stat now = {};
            return ::stat(qPrintable(path), &now) == 0 ? int(now.st_mode & 07777) : -1;
        };
        const QString database = layout::databaseIn(site());
        QCOMPARE(::chmod(qPrintable(site()), 02775), 0);
        QCOMPARE(::chmod(qPrintable(database), 0664), 0);
        QCOMPARE(::chmod(qPrintable(layout::mediaIn(site())), 02775), 0);
        VERIFY_OK(Workspace::open(site(), m_clock));
        QCOMPARE(modeOf(site()), 02770);
        QCOMPARE(modeOf(database), 0660);
        QCOMPARE(modeOf(layout::mediaIn(site())), 02770);
        QCOMPARE(reachable(layout::backupsIn(site()), others), QStringList());
#endif
    }

    void aFolderThatMayNotBeReadIsNoMissingSite()
    {
#ifdef Q_OS_LINUX
        {
            VERIFY_OK(Workspace::create(site(), QStringLiteral("見本"), m_clock));
        }
        open(m_folder->path(), others | QFile::ReadGroup | QFile::ExeGroup);
        const bool isRoot = ::getuid() == 0;
        if (isRoot)
            QCOMPARE(::setresuid(65534, 65534, 0), 0);
        else
            QFile::setPermissions(site(), {});
        const auto opened = Workspace::open(site(), m_clock);
        const auto below = Workspace::open(site() + QStringLiteral("/media/x"), m_clock);
        if (isRoot)
            QCOMPARE(::setresuid(0, 0, 0), 0);
        QFile::setPermissions(site(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        VERIFY_FAILS(opened, ErrorCode::PermissionDenied);
        VERIFY_FAILS(below, ErrorCode::PermissionDenied);
#endif
    }

private:
    QString site() const
    {
        return m_folder->filePath(QStringLiteral("site"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    const Clock &m_clock = Clock::system();
};

QTEST_GUILESS_MAIN(TestPrivate)
#include "test_private.moc"
