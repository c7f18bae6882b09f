// Fault tests 6, 8 to 11, 13 and the last of 14 (publishing.md 5b) through sshd: files of somebody
// else, changes by other hands, lists that cannot be believed, poor servers, a wrong password.
#include "support/servedplace.h"

#include <QDir>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

Files finalState()
{
    Files now = withOldAssets(linkedState(2), linkedState(1));
    now.insert(foreignFiles());
    return now;
}

Files firstAndForeign()
{
    Files now = linkedState(1);
    now.insert(foreignFiles());
    return now;
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s", qPrintable(file.errorString()));
}

/// Writes other bytes of the same size there and sets the time back.
void forge(const QString &path)
{
    const QDateTime time = QFileInfo(path).lastModified();
    QByteArray bytes = readAll(path);
    bytes[0] = 'X';
    overwrite(path, bytes);
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) ||
        !file.setFileTime(time, QFileDevice::FileModificationTime))
        qFatal("%s", qPrintable(file.errorString()));
}

class Scene
{
public:
    explicit Scene(const QByteArray &rules = "\n") : served(rules)
    {
        served.publishLinked(1);
        served.writeForeign();
    }

    QString path(const QString &relative) const { return served.place.root() + u'/' + relative; }

    ServedPlace served;
};

} // namespace

class TestFaultsOthers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// 6: one file cannot be written, everything else can.
    void oneRefusedWritePublishesNothing_data()
    {
        QTest::addColumn<QByteArray>("rule");
        const Files files = linkedState(2);
        const QByteArray page =
            Sha256::of(files.value(QStringLiteral("topics/2/index.html"))).toString().toLatin1();
        QTest::newRow("WRITE") << QByteArray("denypath WRITE " + page + " 4");
        QTest::newRow("CLOSE") << QByteArray("denypath CLOSE " + page + " 4");
        QTest::newRow("OPEN") << QByteArray("denypath OPEN " + page + " 3");
        QTest::newRow("all WRITEs") << QByteArray("deny WRITE 0 4");
        QTest::newRow("the journal") << QByteArray("denypath OPEN journal.new 4");
        QTest::newRow("its flush") << QByteArray("deny fsync 1 4");
    }

    void oneRefusedWritePublishesNothing()
    {
        QFETCH(QByteArray, rule);
        const Scene scene;
        const QString log = scene.served.outside.filePath(QStringLiteral("log"));
        scene.served.setRules(rule + "\nlog " + log.toUtf8() + '\n');
        Publisher publisher(scene.served.params());
        const auto report = publishAll(publisher, BuiltSite(linkedState(2)));
        QVERIFY(!report);
        QCOMPARE(scene.served.place.files(), firstAndForeign());
        const QList<QByteArray> requests = readAll(log).split('\n');
        for (const QByteArray &request : requests)
            QVERIFY2(!request.startsWith("posix-rename"), request.constData());
        publisher.disconnect();
        scene.served.setRules("\n");
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(2))));
        QCOMPARE(scene.served.place.files(), finalState());
    }

    /// 6: a busy server that refuses once is asked once more.
    void aWriteThatIsRefusedOnceIsSentAgain()
    {
        const Scene scene;
        scene.served.setRules("deny WRITE 4 4\n");
        Publisher publisher(scene.served.params());
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(2))));
        QCOMPARE(scene.served.place.files(), finalState());
    }

    /// Locks stay behind there. Nobody publishes meanwhile, and nobody is told so.
    void whereNothingMayBeRemovedNobodyIsCalledPublishing()
    {
        const ServedPlace served({}, {QStringLiteral("ForceCommand internal-sftp -P remove")});
        int number = 1;
        for (const auto *machine : {"alpha", "alpha", "beta", "beta", "alpha"}) {
            Publisher publisher(served.params(QString::fromLatin1(machine)));
            number = 3 - number;
            REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(number))));
        }
    }

    /// 8: between the plan and the publish.
    void aForeignFileAtANewPathIsKept()
    {
        const Scene scene;
        Publisher publisher(scene.served.params());
        const BuiltSite site(linkedState(2));
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        QDir().mkpath(scene.path(QStringLiteral("topics/2")));
        overwrite(scene.path(QStringLiteral("topics/2/index.html")), "somebody's");
        const auto report = publisher.publish(*plan, site, rulesOf(plan->guards));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Conflict);
        QVERIFY(report.error().text.contains(QLatin1String("topics/2")));
        Files expected = firstAndForeign();
        expected.insert(QStringLiteral("topics/2/index.html"), "somebody's");
        QCOMPARE(scene.served.place.files(), expected);
    }

    /// 8: when the plan's look is long past, during the commit itself.
    void aForeignFileDuringTheCommitIsKept()
    {
        const Scene scene;
        const auto appear = [&scene](const Batch &batch) {
            for (const Operation &operation : batch) {
                if (operation.kind == Operation::Kind::Move &&
                    operation.to.endsWith(QLatin1String("www/topics/2/index.html")))
                    scene.served.place.write(QStringLiteral("topics/2/index.html"), "somebody's");
            }
        };
        Publisher publisher(scene.served.params(),
                            impatientConnector(*scene.served.server, 0, {}, appear));
        const auto report = publishAll(publisher, BuiltSite(linkedState(2)));
        QVERIFY(!report);
        QVERIFY2(report.error().text.contains(QLatin1String("topics/2/index.html")),
                 qPrintable(report.error().text));
        Files expected = firstAndForeign();
        expected.insert(QStringLiteral("topics/2/index.html"), "somebody's");
        QCOMPARE(scene.served.place.files(), expected);
    }

    /// 9: old/ loses its only page of ours and holds one of theirs.
    void aForeignFileInARemovedFolderIsKept()
    {
        const Scene scene;
        Publisher publisher(scene.served.params());
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(2))));
        QCOMPARE(scene.served.place.files(), finalState());
        QCOMPARE(scene.served.place.read(QStringLiteral("old/theirs.txt")), "theirs");
    }

    /// 10: by other hands, with or without a trace in the listing.
    void aChangeByOtherHandsIsSeen_data()
    {
        QTest::addColumn<bool>("forged"); // same size, time set back
        QTest::newRow("size and time") << false;
        QTest::newRow("content only") << true;
    }

    void aChangeByOtherHandsIsSeen()
    {
        QFETCH(bool, forged);
        const Scene scene;
        const QString page = scene.path(QStringLiteral("kenmin/index.html"));
        if (forged)
            forge(page);
        else
            overwrite(page, "defaced");
        Publisher publisher(scene.served.params());
        for (const auto level : {Publisher::Level::Listing, Publisher::Level::Content}) {
            const auto drifts = publisher.verify(level);
            REQUIRE_OK(drifts);
            const auto changed =
                std::count_if(drifts->cbegin(), drifts->cend(), [](const Drift &drift) {
                    return drift.kind == Drift::Kind::Changed &&
                           drift.path == QLatin1String("kenmin/index.html");
                });
            QCOMPARE(changed, forged && level == Publisher::Level::Listing ? 0 : 1);
        }
        const auto report = publishAll(publisher, BuiltSite(linkedState(2)));
        QCOMPARE(report.has_value(), forged);
        if (!forged)
            QCOMPARE(readAll(page), "defaced");
    }

    /// 11: the list on the server is not to be believed, so nothing is removed because of it.
    void aListThatCannotBeBelievedStops_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("changed") << QByteArray("kenmin/") << QByteArray("Kenmin/");
        QTest::newRow("other site") << QByteArray("01SITE") << QByteArray("01ELSE");
        QTest::newRow("cut short") << QByteArray("topics/") << QByteArray();
    }

    void aListThatCannotBeBelievedStops()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        const Scene scene;
        const QString manifest = scene.served.place.controlFolder() + QStringLiteral("/manifest");
        QByteArray bytes = readAll(manifest);
        const qsizetype at = bytes.indexOf(from);
        bytes = to.isEmpty() ? bytes.left(at) : bytes.left(at) + to + bytes.mid(at + from.size());
        overwrite(manifest, bytes);
        const Files before = scene.served.place.files();
        Publisher publisher(scene.served.params(QStringLiteral("beta")));
        const BuiltSite site({{QStringLiteral("index.html"), "alone"}});
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        QVERIFY(!plan->guards.isEmpty());
        QCOMPARE(plan->count(PlanItem::Action::Remove), 0);
        QVERIFY(!publisher.publish(*plan, site));
        QCOMPARE(scene.served.place.files(), before);
    }

    /// 13: the whole story on servers that lack something or answer strangely.
    void poorServersEndInTheSameState_data()
    {
        QTest::addColumn<QByteArray>("rules");
        const QByteArray rename = "hide posix-rename@openssh.com\n";
        const QByteArray link = "hide hardlink@openssh.com\n";
        const QByteArray fsync = "hide fsync@openssh.com\n";
        const QByteArray limits = "hide limits@openssh.com\n";
        QTest::newRow("no posix-rename") << rename;
        QTest::newRow("no hardlink") << link;
        QTest::newRow("no fsync") << fsync;
        QTest::newRow("no limits") << limits;
        QTest::newRow("no statvfs") << QByteArray("hide statvfs@openssh.com\n");
        QTest::newRow("no setstat") << QByteArray("deny SETSTAT 0 8\ndeny FSETSTAT 0 8\n");
        QTest::newRow("none of it") << rename + link + fsync + limits +
                                           "hide statvfs@openssh.com\ndeny SETSTAT 0 8\n"
                                           "deny FSETSTAT 0 8\n";
        QTest::newRow("out of order") << QByteArray("reorder\n");
        QTest::newRow("single bytes") << QByteArray("fragment 1\n");
        QTest::newRow("out of order in pieces, none of it")
            << rename + link + fsync + limits + "reorder\nfragment 7\n";
    }

    void poorServersEndInTheSameState()
    {
        QFETCH(QByteArray, rules);
        const ServedPlace served(rules);
        Publisher publisher(served.params());
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(1))));
        QCOMPARE(served.place.files(), linkedState(1));
        served.writeForeign();
        REQUIRE_OK(publishAll(publisher, BuiltSite(linkedState(2))));
        QCOMPARE(served.place.files(), finalState());
        const auto drifts = publisher.verify(Publisher::Level::Content);
        REQUIRE_OK(drifts);
        QCOMPARE(drifts->size(), 3); // two files, and the folder old/, which is not ours any more
        const auto kept = publisher.generations();
        REQUIRE_OK(kept);
        const auto back = publishAll(publisher, treeOf(kept->last()), BuiltSite(linkedState(1)));
        REQUIRE_OK(back);
        QCOMPARE(served.place.read(QStringLiteral("index.html")),
                 linkedState(1).value(QStringLiteral("index.html")));
        QCOMPARE(served.place.read(QStringLiteral("old/theirs.txt")), "theirs");
        const auto probe = publisher.probe();
        REQUIRE_OK(probe);
        const bool isPoor =
            rules.contains("posix-rename") || rules.contains("hardlink") || rules.contains("fsync");
        QCOMPARE(rulesOf(probe->notes).join(u' ').contains(QLatin1String("publish-no-")), isPoor);
    }

    /// 14: what tests/ssh shows for a session holds for the whole program.
    void aWrongPasswordIsTriedOnce()
    {
        const ServedPlace served({}, {QStringLiteral("PasswordAuthentication yes")});
        PublishParams params = served.params();
        params.target.auth = Target::Auth::Password;
        params.access.secret = ssh::Secret(QStringLiteral("not the password"));
        Publisher publisher(params);
        const auto plan = publisher.plan(BuiltSite(linkedState(1)).tree());
        QCOMPARE(plan.error().code, ErrorCode::AuthenticationFailed);
        QTRY_VERIFY(served.server->log().contains("Disconnect"));
        QCOMPARE(served.server->log().count("Failed password"), 1);
        QCOMPARE(served.server->log().count("Connection from"), 1);
    }
};

QTEST_GUILESS_MAIN(TestFaultsOthers)
#include "test_faults_others.moc"
