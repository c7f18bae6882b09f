// Fault tests 1 to 3 (publishing.md 5b): the publishing process is killed at every request that it
// makes, over OpenSSH's sftp-server at the end of a pipe, while a visitor reads the site by HTTP.
#include "support/publisherprocess.h"
#include "support/servedplace.h"
#include "support/webserver.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

using Recovery = Report::Recovery;

struct Tally
{
    int kills = 0;
    int finished = 0;
    int takenBack = 0;
    int untouched = 0;
};

enum class Way { Pipe, Ssh };

/// A docroot with files of somebody else and a visitor who never goes.
class Scene
{
public:
    Scene(int liveNumber, Way way, bool linked)
        : served("\n")
        , place(served.place)
        , m_linked(linked)
        , m_way(way)
        , m_before(liveNumber > 0 ? linkedState(liveNumber) : Files())
        , m_now(withOldAssets(linkedState(liveNumber + 1), m_before))
        , m_server(place.root())
    {
        if (linked)
            place.makeLinked();
        if (liveNumber > 0)
            served.publishLinked(liveNumber);
        served.writeForeign();
        m_before.insert(foreignFiles());
        m_now.insert(foreignFiles());
        writeFolder(stateFolder(), linkedState(liveNumber + 1));
        place.save();
        Visitor::Allowed allowed;
        Visitor::allow(allowed, m_before);
        Visitor::allow(allowed, m_now);
        const QStringList pages{QStringLiteral("/"), QStringLiteral("/topics/"),
                                QStringLiteral("/kenmin/"), QStringLiteral("/topics/1/")};
        const bool mayMiss = liveNumber == 0;
        visitor = std::make_unique<Visitor>(m_server.port(), pages, allowed, mayMiss);
    }

    QString stateFolder() const { return served.outside.filePath(QStringLiteral("state")); }
    const Files &before() const { return m_before; }
    const Files &now() const { return m_now; }
    const char *serverName() const { return m_server.name(); }

    void restore()
    {
        visitor->expectAnything();
        {
            const auto still = visitor->nobody();
            place.restore();
        }
        expectSwitch();
    }

    bool isLinked() const { return m_linked; }
    void expectSwitch()
    {
        if (m_linked)
            visitor->expectSwitch(m_before, m_now);
    }

    PublishParams params(const QString &machine) const { return served.params(machine); }
    Connector connector() const
    {
        return m_way == Way::Pipe ? pipeConnector() : standardConnector();
    }

    /// In a process of its own, killed at its request `at`. False: it made fewer.
    bool publishAndKill(int at, bool deliver, int *requests)
    {
        const QString id = served.outside.filePath(QStringLiteral("pid"));
        const QString ended = served.outside.filePath(QStringLiteral("ended"));
        const QByteArray rules = QByteArray(deliver ? "sigkilldeliver " : "sigkill ") +
                                 QByteArray::number(at) + ' ' + id.toUtf8() + "\nended " +
                                 ended.toUtf8() + '\n';
        PublishOrder order;
        order.params = params(QStringLiteral("alpha"));
        order.stateFolder = stateFolder();
        const QString rulesFile = writeRules(served.outside.path(), rules);
        if (m_way == Way::Pipe)
            order.rulesFile = rulesFile;
        order.processIdFile = id;
        PublisherProcess process(order);
        const bool byItself = process.waitForEnd();
        if (byItself && !process.succeeded())
            qFatal("%s", process.output().constData());
        *requests = requestsCounted(ended);
        served.setRules("\n");
        return !byItself;
    }

    ServedPlace served;
    PublishPlace &place;
    std::unique_ptr<Visitor> visitor;

private:
    bool m_linked;
    Way m_way;
    Files m_before;
    Files m_now;
    WebServer m_server;
};

/// A lock that was cut off before it was filled may only be taken over when it is a little older.
void makeUnfilledLockOld(const PublishPlace &place)
{
    const QFileInfo lock(place.controlFolder() + QStringLiteral("/lock"));
    if (lock.exists() && lock.size() == 0)
        place.ageLock(20);
}

QString listed(const Files &files)
{
    QStringList lines;
    for (auto file = files.begin(); file != files.end(); ++file)
        lines.append(file.key() + u'=' + QString::fromUtf8(file.value().left(60)));
    return lines.join(u'\n');
}

} // namespace

#define FITS(condition, words)                                               \
    do {                                                                     \
        if (!(condition))                                                    \
            return QStringLiteral("killed at request %1: ").arg(at) + words; \
    } while (false)

class TestFaultsKill : public QObject
{
    Q_OBJECT

private:
    /// What is wrong after a kill, or nothing.
    static QString endsWell(Scene &scene, int at, Tally &tally)
    {
        const bool sameMachine = at % 4 != 3;
        if (sameMachine)
            makeUnfilledLockOld(scene.place);
        else if (!scene.place.controlFolder().isEmpty())
            scene.place.ageLock(200);
        const auto machine = sameMachine ? QStringLiteral("alpha") : QStringLiteral("beta");
        Publisher again(scene.params(machine), scene.connector());
        const auto direction =
            at % 2 == 0 ? Publisher::Direction::TakeBack : Publisher::Direction::Automatic;
        const bool takesBack = direction == Publisher::Direction::TakeBack;
        if (takesBack)
            scene.visitor->expectAnything();
        scene.visitor->expectTakingBack(takesBack);
        const auto recovered = again.recover(direction);
        scene.visitor->expectTakingBack(false);
        FITS(recovered, recovered.error().text + recovered.error().detail);
        ++tally.kills;
        tally.finished += *recovered == Recovery::Finished ? 1 : 0;
        tally.takenBack += *recovered == Recovery::TakenBack ? 1 : 0;
        tally.untouched += *recovered == Recovery::None ? 1 : 0;
        const Files found = scene.place.files();
        FITS(found == scene.before() || found == scene.now(), listed(found));
        const bool isNew = *recovered == Recovery::Finished;
        FITS(*recovered == Recovery::None || found == (isNew ? scene.now() : scene.before()),
             listed(found));
        for (int repeated = 0; repeated < 2; ++repeated) {
            const auto nothing = again.recover();
            FITS(nothing && *nothing == Recovery::None, QStringLiteral("recovered twice"));
        }
        FITS(scene.place.files() == found, QStringLiteral("recovering twice changed files"));
        scene.expectSwitch();
        const FolderSite site(scene.stateFolder());
        const auto report = publishAll(again, site.tree(), site);
        FITS(report, report.error().text + report.error().detail);
        FITS(scene.place.files() == scene.now(), listed(scene.place.files()));
        // Who has nothing to publish takes over nothing; whoever publishes next does.
        FITS(report->nothingToDo ||
                 !QFile::exists(scene.place.controlFolder() + QStringLiteral("/lock")),
             QStringLiteral("a lock is left"));
        return {};
    }

    /// Kills at every `step`th request; the scene is set anew for each.
    static void sweep(Scene &scene, bool deliver, int step)
    {
        Tally tally;
        int requests = 0;
        QElapsedTimer took;
        took.start();
        for (int at = 1;; at += step) {
            scene.restore();
            if (!scene.publishAndKill(at, deliver, &requests))
                break;
            const QString wrong = endsWell(scene, at, tally);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
        const Visitor::Seen seen = scene.visitor->seen();
        qInfo("%d kills over %d requests in %lld ms: %d finished, %d taken back, %d untouched; %s: "
              "%d GETs, %.0f/s, %d missing, %d partial, %d mixed",
              tally.kills, requests, took.elapsed(), tally.finished, tally.takenBack,
              tally.untouched, scene.serverName(), seen.requests, seen.perSecond(), seen.missing,
              seen.partial, seen.mixed);
        QVERIFY2(seen.wrong() == 0, qPrintable(seen.first));
        QVERIFY(seen.requests > tally.kills); // someone looked all the time
        QVERIFY(tally.kills >= requests / step && tally.finished + tally.takenBack > 0);
    }

private Q_SLOTS:
    void aKillAtEveryRequest_data()
    {
        QTest::addColumn<int>("live"); // the state that was published before; 0: none
        QTest::addColumn<bool>("deliver");
        QTest::addColumn<int>("step");
        QTest::addColumn<bool>("ssh");
        QTest::addColumn<bool>("linked"); // the docroot is a link that is switched
        QTest::newRow("first publish") << 0 << false << 1 << false << false;
        QTest::newRow("change") << 1 << false << 1 << false << false;
        QTest::newRow("first publish, the rest arrives") << 0 << true << 3 << false << false;
        QTest::newRow("change, the rest arrives") << 1 << true << 3 << false << false;
        QTest::newRow("change, through sshd") << 1 << false << 7 << true << false;
        QTest::newRow("switched, first publish") << 0 << false << 1 << false << true;
        QTest::newRow("switched") << 1 << false << 1 << false << true;
        QTest::newRow("switched, the rest arrives") << 1 << true << 3 << false << true;
        QTest::newRow("switched, through sshd") << 1 << false << 13 << true << true;
    }

    void aKillAtEveryRequest()
    {
        QFETCH(int, live);
        QFETCH(bool, deliver);
        QFETCH(int, step);
        QFETCH(bool, ssh);
        QFETCH(bool, linked);
        Scene scene(live, ssh ? Way::Ssh : Way::Pipe, linked);
        sweep(scene, deliver, step);
    }

private:
    /// At the last of `requests` that leaves a record of the commit behind.
    static bool killLateInTheCommit(Scene &scene, int requests)
    {
        for (int at = requests - 1; at > 0; --at) {
            scene.restore();
            int total = 0;
            if (scene.publishAndKill(at, false, &total) &&
                QFile::exists(scene.place.controlFolder() + QStringLiteral("/journal")))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    /// The program was killed in the middle of the commit, and so is the one that recovers.
    void aKillWhileRecovering_data()
    {
        QTest::addColumn<bool>("linked");
        QTest::newRow("in place") << false;
        QTest::newRow("switched") << true;
    }

    void aKillWhileRecovering()
    {
        QFETCH(bool, linked);
        Scene scene(1, Way::Pipe, linked);
        int requests = 0;
        QVERIFY(!scene.publishAndKill(100000, false, &requests));
        QVERIFY(killLateInTheCommit(scene, requests));
        scene.place.save();
        sweep(scene, false, 2);
    }
};

QTEST_GUILESS_MAIN(TestFaultsKill)
#include "test_faults_kill.moc"
