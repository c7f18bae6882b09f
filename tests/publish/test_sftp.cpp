#include "publish/sftp/sftpfiles.h"
#include "support/delayproxy.h"
#include "support/publishfixture.h"
#include "support/sshserver.h"

#include <QDir>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

/// A docroot that a real OpenSSH serves.
class ServedPlace
{
public:
    ServedPlace() : server(startServer()) { QDir().mkpath(place.root()); }

    PublishParams params(quint16 port = 0) const
    {
        PublishParams params = place.params();
        params.target.kind = Target::Kind::Sftp;
        params.target.host = server->host();
        params.target.port = port ? port : server->port();
        params.target.user = server->user();
        params.target.auth = Target::Auth::KeyFile;
        params.target.keyFile = server->clientKeyFile();
        params.target.hostKey = server->fingerprint();
        return params;
    }

    PublishPlace place;
    std::unique_ptr<ThrowawayServer> server;
};

Files manyFiles(int count, qsizetype bytes)
{
    Files files{{QStringLiteral("index.html"), "home"}};
    for (int i = 1; i < count; ++i) {
        QByteArray content = QByteArray::number(i) + ' ';
        content.append(bytes - content.size(), 'x');
        files.insert(QStringLiteral("p/%1/%2.html").arg(i % 50).arg(i), content);
    }
    return files;
}

} // namespace

class TestSftp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishesChangesAndRemoves()
    {
        const ServedPlace served;
        Publisher publisher(served.params());
        const auto first = publishAll(publisher, BuiltSite(firstState()));
        REQUIRE_OK(first);
        QCOMPARE(served.place.files(), firstState());
        const auto second = publishAll(publisher, BuiltSite(secondState()));
        REQUIRE_OK(second);
        QCOMPARE(second->added + second->replaced + second->removed, 7);
        Files expected = secondState();
        expected.insert(QStringLiteral("assets/style.11111111.css"), "style 1");
        QCOMPARE(served.place.files(), expected);
        const QFileInfo page(served.place.root() + QStringLiteral("/award/2026/index.html"));
        QCOMPARE(int(page.permissions() & 0x0077), 0x0044);
        const auto plan = publisher.plan(BuiltSite(secondState()).tree());
        REQUIRE_OK(plan);
        QVERIFY(!plan->hasChanges());
        const auto drift = publisher.verify(Publisher::Level::Content);
        REQUIRE_OK(drift);
        QVERIFY(drift->isEmpty());
    }

    void probeTellsWhatIsThere()
    {
        const ServedPlace served;
        served.place.write(QStringLiteral("index.html"), "theirs");
        Publisher publisher(served.params());
        const auto probe = publisher.probe();
        REQUIRE_OK(probe);
        QVERIFY(probe->exists && probe->writable && !probe->empty && !probe->ours);
        QCOMPARE(probe->foreignFiles, QStringList(QStringLiteral("index.html")));
        QCOMPARE(probe->hostKey, served.server->fingerprint());
        QVERIFY(probe->features.replace && probe->features.hardLink && probe->features.flush);
        QVERIFY(probe->server.contains(QLatin1String("OpenSSH")));
        QVERIFY(probe->freeBytes > 0);
    }

    void aChangedHostKeyStopsEverything()
    {
        const ServedPlace served;
        PublishParams params = served.params();
        params.target.hostKey =
            QStringLiteral("SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        Publisher publisher(params);
        const auto plan = publisher.plan(BuiltSite(firstState()).tree());
        QCOMPARE(plan.error().code, ErrorCode::HostKeyChanged);
        QVERIFY(served.place.files().isEmpty());
    }

    void aMissingDocrootIsNamed()
    {
        const ServedPlace served;
        PublishParams params = served.params();
        params.target.path = served.place.folder() + QStringLiteral("/nowhere/www");
        Publisher publisher(params);
        const auto plan = publisher.plan(BuiltSite(firstState()).tree());
        QCOMPARE(plan.error().code, ErrorCode::NotFound);
        QVERIFY(plan.error().text.contains(QLatin1String("nowhere/www")));
    }

    void aCutConnectionIsResumed_data()
    {
        QTest::addColumn<qint64>("bytes");
        for (const qint64 bytes : {6000, 20000, 60000, 120000, 200000, 260000, 300000, 330000})
            QTest::addRow("after %lld bytes", bytes) << bytes;
    }

    void aCutConnectionIsResumed()
    {
        QFETCH(qint64, bytes);
        const ServedPlace served;
        const Files old = manyFiles(60, 4000);
        Files now = old;
        for (auto file = now.begin(); file != now.end(); ++file)
            file.value().append(" changed");
        {
            Publisher publisher(served.params());
            REQUIRE_OK(publishAll(publisher, BuiltSite(old)));
        }
        const BuiltSite site(now);
        {
            DelayProxy proxy(served.server->port());
            proxy.cutAfter(bytes);
            Publisher publisher(served.params(proxy.port()));
            const auto report = publishAll(publisher, site);
            if (!report)
                QVERIFY2(report.error().code == ErrorCode::Interrupted ||
                             report.error().code == ErrorCode::Network,
                         qPrintable(report.error().text + report.error().detail));
        }
        Publisher again(served.params());
        const auto recovered = again.recover();
        REQUIRE_OK(recovered);
        const Files seen = served.place.files();
        QVERIFY(seen == old || seen == now);
        REQUIRE_OK(publishAll(again, site));
        QCOMPARE(served.place.files(), now);
    }

    void nothingChangedCostsFewRoundTrips()
    {
        const ServedPlace served;
        const BuiltSite site(manyFiles(5000, 100));
        {
            Publisher publisher(served.params());
            REQUIRE_OK(publishAll(publisher, site));
        }
        const RemoteFiles *files = nullptr;
        Publisher publisher(served.params(),
                            [&files](const auto &target, const auto &access, const auto &context) {
                                auto opened = SftpFiles::open(target, access, context);
                                files = opened ? opened->get() : nullptr;
                                return opened;
                            });
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        QVERIFY(!plan->hasChanges());
        QCOMPARE(plan->unchanged, 5000);
        QVERIFY(files);
        QVERIFY2(files->roundTrips() <= 3, qPrintable(QString::number(files->roundTrips())));
    }
};

QTEST_GUILESS_MAIN(TestSftp)
#include "test_sftp.moc"
