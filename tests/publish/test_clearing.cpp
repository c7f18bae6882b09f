#include "support/faultyremotefiles.h"
#include "support/publishfixture.h"

#include <QDir>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

enum class Obstacle { LinkForFile, FolderForFile, LinkForFolder };
enum class Server { Full, NoHardLink, NoReplace };

Features featuresOf(Server server)
{
    Features features;
    features.hardLink = server == Server::Full;
    features.replace = server != Server::NoReplace;
    features.inOrder = server == Server::Full;
    return features;
}

/// A published site in which somebody put something else in a page's place.
class Scene
{
public:
    Scene(Obstacle what, Server server) : obstacle(what)
    {
        faults->features = featuresOf(server);
        Publisher publisher(place.params());
        if (!publishAll(publisher, BuiltSite(firstState())))
            qFatal("the first publish failed");
        QDir(place.folder()).mkpath(outside());
        put(outside() + QStringLiteral("/index.html"), "theirs");
        const bool isFolder = obstacle == Obstacle::LinkForFolder;
        path = place.root() +
               (isFolder ? QStringLiteral("/topics") : QStringLiteral("/topics/index.html"));
        if (isFolder)
            QDir(path).removeRecursively();
        else
            QFile::remove(path);
        if (obstacle == Obstacle::FolderForFile) {
            QDir().mkpath(path);
            put(path + QStringLiteral("/own.txt"), "theirs");
        } else {
            QFile::link(isFolder ? outside() : outside() + QStringLiteral("/index.html"), path);
        }
    }

    QString outside() const { return place.folder() + QStringLiteral("/outside"); }
    bool isAsFound(const QString &at) const
    {
        const QFileInfo info(at);
        return obstacle == Obstacle::FolderForFile
                   ? QFileInfo::exists(at + QStringLiteral("/own.txt"))
                   : info.isSymLink();
    }
    /// Somewhere in undo/.
    bool isPutAside() const
    {
        const QDir undo(place.controlFolder() + QStringLiteral("/undo"));
        for (const QString &folder : undo.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            const QDir inside(undo.filePath(folder));
            for (const QString &name : inside.entryList(QDir::AllEntries | QDir::System |
                                                        QDir::Hidden | QDir::NoDotAndDotDot)) {
                if (isAsFound(inside.filePath(name)))
                    return true;
            }
        }
        return false;
    }
    Result<Report> publish(int killAfter)
    {
        faults->operations = 0;
        faults->killAfter = killAfter;
        Publisher publisher(params(), faultyConnector(faults));
        return publishAll(publisher, BuiltSite(secondState()), {.conflicts = Resolution::TakeOurs});
    }
    PublishParams params() const
    {
        PublishParams params = place.params();
        params.reconnectFor = std::chrono::seconds(0);
        return params;
    }

    static void put(const QString &file, const QByteArray &bytes)
    {
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file));
    }

    PublishPlace place;
    std::shared_ptr<Faults> faults = std::make_shared<Faults>();
    Obstacle obstacle;
    QString path;
};

} // namespace

/// A link or a folder where a file or a folder of the site belongs, and a person who wants ours.
class TestClearing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsPutAsideAndNeverFollowed_data()
    {
        QTest::addColumn<Obstacle>("obstacle");
        QTest::addColumn<Server>("server");
        const QList<std::pair<const char *, Obstacle>> obstacles{
            {"link for a file", Obstacle::LinkForFile},
            {"folder for a file", Obstacle::FolderForFile},
            {"link for a folder", Obstacle::LinkForFolder}};
        const QList<std::pair<const char *, Server>> servers{{"full", Server::Full},
                                                             {"no hard links", Server::NoHardLink},
                                                             {"no replace", Server::NoReplace}};
        for (const auto &[what, obstacle] : obstacles) {
            for (const auto &[name, server] : servers)
                QTest::addRow("%s, %s", what, name) << obstacle << server;
        }
    }

    void itIsPutAsideAndNeverFollowed()
    {
        QFETCH(Obstacle, obstacle);
        QFETCH(Server, server);
        Scene scene(obstacle, server);
        const auto report = scene.publish(-1);
        REQUIRE_OK(report);
        QVERIFY(report->amiss.isEmpty());
        QVERIFY(scene.isPutAside());
        QVERIFY(!scene.isAsFound(scene.path));
        const Files now = scene.place.files();
        for (const auto &[path, bytes] : secondState().asKeyValueRange())
            QCOMPARE(now.value(path), bytes);
        QFile theirs(scene.outside() + QStringLiteral("/index.html"));
        QVERIFY(theirs.open(QIODevice::ReadOnly));
        QCOMPARE(theirs.readAll(), QByteArray("theirs"));
    }

    void aCutLeavesTheOldOrTheNew_data()
    {
        QTest::addColumn<Obstacle>("obstacle");
        QTest::addColumn<Server>("server");
        QTest::newRow("link for a folder, full") << Obstacle::LinkForFolder << Server::Full;
        QTest::newRow("link for a folder, no replace")
            << Obstacle::LinkForFolder << Server::NoReplace;
        QTest::newRow("folder for a file, no hard links")
            << Obstacle::FolderForFile << Server::NoHardLink;
    }

    void aCutLeavesTheOldOrTheNew()
    {
        QFETCH(Obstacle, obstacle);
        QFETCH(Server, server);
        bool wasCut = true;
        for (int at = 1; wasCut; at += 3) {
            Scene scene(obstacle, server);
            wasCut = !scene.publish(at);
            scene.faults->killAfter = -1;
            scene.faults->isDown = false;
            Publisher publisher(scene.params(), faultyConnector(scene.faults));
            const auto recovered = publisher.recover(Publisher::Direction::Automatic);
            QVERIFY2(recovered, qPrintable(QStringLiteral("cut at %1: ").arg(at) +
                                           (recovered ? QString() : recovered.error().text)));
            const bool isNew = scene.place.files().value(QStringLiteral("topics/index.html")) ==
                               secondState().value(QStringLiteral("topics/index.html"));
            const bool isWhole = isNew ? scene.isPutAside() : scene.isAsFound(scene.path);
            QVERIFY2(isWhole, qPrintable(QStringLiteral("cut at %1").arg(at)));
            QVERIFY(QFile::exists(scene.outside() + QStringLiteral("/index.html")));
        }
    }
};

QTEST_GUILESS_MAIN(TestClearing)
#include "test_clearing.moc"
