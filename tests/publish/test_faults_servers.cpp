// Servers that are not OpenSSH: the same publish, verify, cut line and rollback end in the same
// state. Fault test 13 (publishing.md 5b) on real programs.
#include "support/delayproxy.h"
#include "support/otherserver.h"
#include "support/publishfixture.h"

#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

class Scene
{
public:
    explicit Scene(OtherServer::Kind kind) : server(OtherServer::start(kind)) {}

    PublishParams params(quint16 port = 0) const
    {
        PublishParams params = place.params();
        Target &target = params.target;
        target.kind = Target::Kind::Sftp;
        target.host = QStringLiteral("127.0.0.1");
        target.port = port ? port : server->port();
        target.user = server->user();
        target.auth = Target::Auth::KeyFile;
        target.keyFile = server->clientKeyFile();
        target.hostKey = server->fingerprint();
        return params;
    }

    void writeForeign() const
    {
        const Files theirs = foreignFiles();
        for (auto file = theirs.begin(); file != theirs.end(); ++file)
            place.write(file.key(), file.value());
    }

    PublishPlace place;
    std::unique_ptr<OtherServer> server;
};

Files with(Files files, const Files &more)
{
    files.insert(more);
    return files;
}

Files afterSecond()
{
    return with(withOldAssets(linkedState(2), linkedState(1)), foreignFiles());
}

void addServers()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("ProFTPD mod_sftp") << int(OtherServer::Kind::ProFtpd);
    QTest::newRow("AsyncSSH") << int(OtherServer::Kind::AsyncSsh);
}

} // namespace

#define SCENE(scene)                                   \
    QFETCH(int, kind);                                 \
    Scene scene(static_cast<OtherServer::Kind>(kind)); \
    if (!scene.server)                                 \
    QSKIP("this server is not installed")

class TestFaultsServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishesVerifiesAndGoesBack_data() { addServers(); }

    void publishesVerifiesAndGoesBack()
    {
        SCENE(scene);
        Publisher publisher(scene.params());
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(1))));
        QCOMPARE(scene.place.files(), linkedState(1));
        scene.writeForeign();
        const auto changed = publishAll(publisher, BuiltSite(linkedState(2)));
        REQUIRE_OK(changed);
        QCOMPARE(scene.place.files(), afterSecond());
        const auto drifts = publisher.verify(Publisher::Level::Content);
        REQUIRE_OK(drifts);
        for (const Drift &drift : *drifts)
            QVERIFY2(drift.kind == Drift::Kind::Unknown, qPrintable(drift.path));
        const auto kept = publisher.generations();
        REQUIRE_OK(kept);
        QCOMPARE(kept->size(), 2);
        REQUIRE_OK(publishAll(publisher, treeOf(kept->last()), BuiltSite(linkedState(1))));
        const Files first = linkedState(1);
        for (auto file = first.begin(); file != first.end(); ++file)
            QCOMPARE(scene.place.read(file.key()), file.value());
        QVERIFY(!QFile::exists(scene.place.controlFolder() + QStringLiteral("/lock")));
        const auto probe = publisher.probe();
        REQUIRE_OK(probe);
        const Features can = probe->features;
        qInfo("%s: replace %d, hard link %d, flush %d, free space %d, set time %d; %d round trips "
              "for the change; notes: %s",
              qPrintable(probe->server), can.replace, can.hardLink, can.flush, can.freeSpace,
              can.setTime, changed->roundTrips, qPrintable(rulesOf(probe->notes).join(u' ')));
    }

    void nothingChangedIsNothingToDo_data() { addServers(); }

    void nothingChangedIsNothingToDo()
    {
        SCENE(scene);
        {
            Publisher publisher(scene.params());
            REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(3))));
        }
        Publisher publisher(scene.params());
        const auto plan = publisher.plan(BuiltSite(linkedState(3)).tree());
        REQUIRE_OK(plan);
        QVERIFY(!plan->hasChanges());
    }

    /// Where the server can; else it says so, and files go in place once a person agrees.
    void aLinkedDocrootIsSwitchedOrTold_data() { addServers(); }

    void aLinkedDocrootIsSwitchedOrTold()
    {
        SCENE(scene);
        scene.place.makeLinked();
        Publisher publisher(scene.params());
        const auto probe = publisher.probe();
        REQUIRE_OK(probe);
        qInfo("%s can switch: %d %s", qPrintable(probe->server), probe->canSwitch(),
              qPrintable(probe->switchProblem));
        scene.writeForeign();
        for (const int number : {1, 2}) {
            const BuiltSite site(linkedState(number));
            const auto plan = publisher.plan(site.tree());
            REQUIRE_OK(plan);
            QCOMPARE(plan->switches, probe->canSwitch());
            const QString before = scene.place.release();
            REQUIRE_OK(publisher.publish(*plan, site, rulesOf(plan->guards)));
            QCOMPARE(scene.place.release() != before, probe->canSwitch());
        }
        QCOMPARE(scene.place.files(), afterSecond());
    }

    /// The line is cut after so many bytes; over all, in each phase.
    void aCutLineEndsWell_data() { addServers(); }

    void aCutLineEndsWell()
    {
        SCENE(scene);
        {
            Publisher publisher(scene.params());
            REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(1))));
        }
        scene.writeForeign();
        PublishPlace &place = scene.place;
        place.save();
        int cuts = 0;
        int untouched = 0;
        for (qint64 bytes = 4500; bytes < 60000; bytes += 3100) {
            place.restore();
            DelayProxy proxy(scene.server->port());
            proxy.cutAfter(bytes);
            bool wasCut = false;
            {
                Publisher publisher(scene.params(proxy.port()));
                wasCut = !publishAll(publisher, BuiltSite(linkedState(2)));
            }
            if (!wasCut)
                continue; // before the lock a lost connection is opened anew
            ++cuts;
            Publisher again(scene.params());
            QTRY_VERIFY_WITH_TIMEOUT(again.recover().has_value(), 10000);
            const Files found = place.files();
            const Files before = with(linkedState(1), foreignFiles());
            QVERIFY2(found == before || found == afterSecond(), qPrintable(QString::number(bytes)));
            untouched += found == before ? 1 : 0;
            REQUIRE_OK(publishAll(again, BuiltSite(linkedState(2))));
            QCOMPARE(place.files(), afterSecond());
        }
        qInfo("%d cuts, after %d of them the old site was there", cuts, untouched);
        QVERIFY(cuts > 1);
    }
};

QTEST_GUILESS_MAIN(TestFaultsServers)
#include "test_faults_servers.moc"
