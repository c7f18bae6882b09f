// A docroot that is a symbolic link, switched from one release to the next.
#include "base/file.h"
#include "publish/plan.h"
#include "publish/rollback/keptstates.h"
#include "support/faultyremotefiles.h"
#include "support/servedplace.h"

#include <QDir>
#include <QTest>

#include <filesystem>

#include <sys/stat.h>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

quint64 inodeOf(const QString &path)
{
    struct stat info = {};
    return lstat(qPrintable(path), &info) == 0 ? info.st_ino : 0;
}

QString linkText(const QString &path)
{
    return QString::fromStdString(
        std::filesystem::read_symlink(path.toStdString()).generic_string());
}

void pointTo(const QString &link, const QString &text)
{
    QFile::remove(link);
    if (!QFile::link(text, link))
        qFatal("%s cannot be made a link", qPrintable(link));
}

/// Another release for each number.
Files state(int n)
{
    return {{QStringLiteral("index.html"), "home " + QByteArray::number(n)},
            {QStringLiteral("kenmin/index.html"), "page, always the same"},
            {QStringLiteral("topics/%1.html").arg(n), "topic " + QByteArray::number(n)}};
}

QStringList releasesOf(const PublishPlace &place)
{
    return QDir(place.folder() + QStringLiteral("/srv/releases"))
        .entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

/// A folder of this machine as target, reached through faults.
struct LinkedPlace
{
    LinkedPlace() { place.makeLinked(); }

    Result<Report> publish(const Files &files, const PlanOptions &options = {})
    {
        Publisher publisher(place.params(), faultyConnector(faults));
        return publishAll(publisher, BuiltSite(files), options);
    }

    PublishPlace place;
    std::shared_ptr<Faults> faults = std::make_shared<Faults>();
};

} // namespace

class TestSwitching : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyLinkedDocrootGetsItsFirstRelease()
    {
        ServedPlace served;
        served.place.makeLinked();
        Publisher publisher(served.params());
        const auto plan = publisher.plan(BuiltSite(firstState()).tree());
        REQUIRE_OK(plan);
        QVERIFY(plan->switches && plan->guards.isEmpty());
        REQUIRE_OK(publisher.publish(*plan, BuiltSite(firstState())));
        QCOMPARE(served.place.files(), firstState());
        QVERIFY(linkText(served.place.root()).startsWith(QLatin1String("releases/000001-")));
        const QString first = served.place.folder() + QStringLiteral("/srv/first");
        QVERIFY(QDir(first).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
        QVERIFY(!publisher.plan(BuiltSite(firstState()).tree())->hasChanges());
        QVERIFY(publisher.verify(Publisher::Level::Content)->isEmpty());
    }

    void whatStaysIsLinkedAndTheOldReleaseIsWhole()
    {
        ServedPlace served;
        served.place.makeLinked();
        Publisher publisher(served.params());
        REQUIRE_OK(publishAll(publisher, BuiltSite(firstState())));
        const QString old = served.place.release();
        const Files before = filesBelow(old);
        const auto report = publishAll(publisher, BuiltSite(secondState()));
        REQUIRE_OK(report);
        QVERIFY(served.place.release() != old);
        QCOMPARE(served.place.files(), withOldAssets(secondState(), firstState()));
        QCOMPARE(filesBelow(old), before);
        const QString logo = QStringLiteral("/media/logo.png");
        QCOMPARE(inodeOf(served.place.release() + logo), inodeOf(old + logo));
        QVERIFY(publisher.verify(Publisher::Level::Content)->isEmpty());
        QVERIFY(!QDir(served.place.controlFolder()).exists(QStringLiteral("stage")));
    }

    void othersFilesGoAlongAsTheyAre()
    {
        ServedPlace served;
        served.place.makeLinked();
        served.place.write(QStringLiteral("theirs.html"), "theirs");
        served.place.write(QStringLiteral("cgi/data/counter.txt"), "42");
        QDir(served.place.root()).mkpath(QStringLiteral("upload/empty"));
        const QString upload = served.place.root() + QStringLiteral("/upload");
        chmod(qPrintable(upload), 02775);
        QDir(served.place.folder()).mkpath(QStringLiteral("srv/shared"));
        pointTo(served.place.root() + QStringLiteral("/photos"), QStringLiteral("../shared"));
        const quint64 inode = inodeOf(served.place.root() + QStringLiteral("/theirs.html"));
        Publisher publisher(served.params());
        for (const Files &files : {firstState(), secondState()}) {
            REQUIRE_OK(publishAll(publisher, BuiltSite(files)));
            QCOMPARE(inodeOf(served.place.root() + QStringLiteral("/theirs.html")), inode);
            QCOMPARE(served.place.read(QStringLiteral("cgi/data/counter.txt")), "42");
            QVERIFY(QFileInfo::exists(upload + QStringLiteral("/empty")));
            struct stat folder = {};
            QCOMPARE(stat(qPrintable(upload), &folder), 0);
            QCOMPARE(int(folder.st_mode & 07777), 02775);
            QCOMPARE(QFileInfo(served.place.root() + QStringLiteral("/photos")).canonicalFilePath(),
                     QString(served.place.folder() + QStringLiteral("/srv/shared")));
        }
    }

    void goingBackIsASwitchThatSendsNothing()
    {
        ServedPlace served;
        served.place.makeLinked();
        const PublishParams params = served.params();
        Publisher publisher(params);
        REQUIRE_OK(publishAll(publisher, BuiltSite(state(1))));
        const quint64 home = inodeOf(served.place.root() + QStringLiteral("/index.html"));
        REQUIRE_OK(publishAll(publisher, BuiltSite(state(2))));
        served.place.write(QStringLiteral("later.txt"), "appeared since");
        Files former = state(1);
        former.insert(QStringLiteral("later.txt"), "appeared since");
        for (const qint64 wanted : {1, 2, 1}) {
            const auto kept = KeptStates(params.journalFolder, params.target).manifest(wanted);
            REQUIRE_OK(kept);
            PlanOptions options;
            options.again = wanted;
            const auto report =
                publishAll(publisher, treeOf(*kept), BuiltSite(state(int(wanted))), options);
            REQUIRE_OK(report);
            QCOMPARE(report->bytesSent, 0);
            QCOMPARE(served.place.read(QStringLiteral("index.html")),
                     "home " + QByteArray::number(wanted));
        }
        QCOMPARE(served.place.files(), former);
        QCOMPARE(inodeOf(served.place.root() + QStringLiteral("/index.html")), home);
    }

    void aChangedFormerReleaseIsNotTakenForTheSame()
    {
        ServedPlace served;
        served.place.makeLinked();
        const PublishParams params = served.params();
        Publisher publisher(params);
        REQUIRE_OK(publishAll(publisher, BuiltSite(state(1))));
        served.place.write(QStringLiteral("index.html"), "forged");
        PlanOptions options;
        options.conflicts = Resolution::TakeOurs;
        REQUIRE_OK(publishAll(publisher, BuiltSite(state(2)), options));
        options.again = 1;
        const auto kept = KeptStates(params.journalFolder, params.target).manifest(1);
        const auto report = publishAll(publisher, treeOf(*kept), BuiltSite(state(1)), options);
        REQUIRE_OK(report);
        QCOMPARE(report->bytesSent, 6);
        QCOMPARE(served.place.files(), state(1));
    }

    void aLinkThatSomebodyElsePointedElsewhereStops_data()
    {
        QTest::addColumn<int>("kind"); // of the operation before which it happens
        QTest::newRow("before the release is made") << int(Operation::Kind::List);
        QTest::newRow("just before the switch") << int(Operation::Kind::SymLink);
    }

    void aLinkThatSomebodyElsePointedElsewhereStops()
    {
        QFETCH(int, kind);
        LinkedPlace linked;
        REQUIRE_OK(linked.publish(state(1)));
        const QString theirs = QStringLiteral("theirs");
        QDir(linked.place.folder()).mkpath(QStringLiteral("srv/theirs"));
        const BuiltSite site(state(2));
        Publisher publisher(linked.place.params(), faultyConnector(linked.faults));
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        linked.faults->before = [&](const Operation &operation) {
            if (int(operation.kind) == kind)
                pointTo(linked.place.root(), theirs);
        };
        const auto report = publisher.publish(*plan, site);
        QVERIFY(!report);
        QCOMPARE(int(report.error().code), int(ErrorCode::Conflict));
        QCOMPARE(linkText(linked.place.root()), theirs);
        QVERIFY(!QFile::exists(linked.place.controlFolder() + QStringLiteral("/journal")));
        linked.faults->before = {};
        const auto again = publisher.plan(site.tree());
        REQUIRE_OK(again);
        QVERIFY(rulesOf(again->guards).contains(QLatin1String(guard::linkMoved)));
        QVERIFY(!publisher.publish(*again, site));
        REQUIRE_OK(publisher.publish(*again, site, rulesOf(again->guards)));
        QCOMPARE(linked.place.files(), state(2));
    }

    void aServerThatCannotSwitchIsToldAndAsked_data()
    {
        QTest::addColumn<bool>("replace");
        QTest::addColumn<bool>("hardLink");
        QTest::addColumn<bool>("link");
        QTest::newRow("no posix-rename") << false << true << true;
        QTest::newRow("no hard links") << true << false << true;
        QTest::newRow("no link") << true << true << false;
    }

    void aServerThatCannotSwitchIsToldAndAsked()
    {
        QFETCH(bool, link);
        LinkedPlace linked;
        QFETCH(bool, replace);
        QFETCH(bool, hardLink);
        linked.faults->features.replace = replace;
        linked.faults->features.hardLink = hardLink;
        if (!link) {
            QFile::remove(linked.place.root());
            QDir().mkdir(linked.place.root());
        }
        const QString folder = linked.place.release();
        Publisher publisher(linked.place.params(), faultyConnector(linked.faults));
        const BuiltSite site(state(1));
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        QCOMPARE(rulesOf(plan->guards), QStringList(QLatin1String(guard::noSwitch)));
        QVERIFY(!plan->switches && !publisher.publish(*plan, site));
        REQUIRE_OK(publisher.publish(*plan, site, rulesOf(plan->guards)));
        QCOMPARE(linked.place.release(), folder);
        QCOMPARE(linked.place.files(), state(1));
    }

    void aServerThatRefusesTheLinkChangesNothing()
    {
        LinkedPlace linked;
        REQUIRE_OK(linked.publish(state(1)));
        for (const auto kind : {Operation::Kind::SymLink, Operation::Kind::Link}) {
            linked.faults->refuse = [kind](const Operation &operation) {
                return operation.kind == kind ? Outcome::Status::Denied : Outcome::Status::Ok;
            };
            const auto refused = linked.publish(state(2));
            QVERIFY(!refused);
            QCOMPARE(linked.place.files(), state(1));
            linked.faults->refuse = {};
        }
        REQUIRE_OK(linked.publish(state(2)));
        QCOMPARE(linked.place.files(), state(2));
        QCOMPARE(releasesOf(linked.place).size(), 2); // the half-made ones were swept
    }

    void driftIsSeenThroughTheLink()
    {
        LinkedPlace linked;
        REQUIRE_OK(linked.publish(state(1)));
        linked.place.write(QStringLiteral("index.html"), "tampered with");
        linked.place.write(QStringLiteral("new.php"), "theirs");
        Publisher publisher(linked.place.params(), faultyConnector(linked.faults));
        const auto drifts = publisher.verify(Publisher::Level::Content);
        REQUIRE_OK(drifts);
        QCOMPARE(drifts->size(), 2);
        QCOMPARE(drifts->first().path, QStringLiteral("index.html"));
        QCOMPARE(*publisher.read(QStringLiteral("new.php"), 100), "theirs");
    }

    void whatAppearsInTheLastMomentIsTakenAlong()
    {
        LinkedPlace linked;
        REQUIRE_OK(linked.publish(state(1)));
        const QString old = linked.place.release();
        linked.faults->before = [&](const Operation &operation) {
            const bool isSwitch =
                operation.kind == Operation::Kind::Replace && operation.to == linked.place.root();
            if (!isSwitch)
                return;
            linked.place.write(QStringLiteral("form/answer.txt"), "just now");
            linked.place.write(QStringLiteral("topics/2.html"), "theirs, at our new name");
        };
        const auto report = linked.publish(state(2));
        REQUIRE_OK(report);
        QCOMPARE(linked.place.read(QStringLiteral("form/answer.txt")), "just now");
        QCOMPARE(linked.place.read(QStringLiteral("topics/2.html")), "topic 2");
        QCOMPARE(rulesOf(report->notes), QStringList(QStringLiteral("publish-left-behind")));
        QCOMPARE(filesBelow(old).value(QStringLiteral("topics/2.html")), "theirs, at our new name");
    }

    void oldReleasesGoButNothingOfOthers()
    {
        LinkedPlace linked;
        linked.place.write(QStringLiteral("given-up.txt"), "removed by its owner");
        REQUIRE_OK(linked.publish(state(1)));
        const QString first = linked.place.release();
        for (int n = 2; n <= 4; ++n)
            REQUIRE_OK(linked.publish(state(n)));
        linked.place.write(QStringLiteral("theirs.txt"), "stays");
        QFile::remove(linked.place.root() + QStringLiteral("/given-up.txt"));
        if (auto late = writeFile(first + QStringLiteral("/late.txt"), "by a slow program"); !late)
            QFAIL("not written");
        for (int n = 5; n <= 10; ++n)
            REQUIRE_OK(linked.publish(state(n)));
        QCOMPARE(releasesOf(linked.place).size(), 6); // the live one and five to go back to
        QVERIFY(!QFile::exists(first));
        Files expected = state(10);
        expected.insert(QStringLiteral("theirs.txt"), "stays");
        expected.insert(QStringLiteral("late.txt"), "by a slow program");
        QCOMPARE(linked.place.files(), expected);
        QVERIFY(QFileInfo::exists(linked.place.folder() + QStringLiteral("/srv/first")));
    }

    void filesInPlaceThroughALinkStayPossible()
    {
        LinkedPlace linked;
        PublishParams params = linked.place.params();
        params.target.switching = Target::Switching::InPlace;
        const QString folder = linked.place.release();
        Publisher publisher(params);
        REQUIRE_OK(publishAll(publisher, BuiltSite(state(1))));
        REQUIRE_OK(publishAll(publisher, BuiltSite(state(2))));
        QCOMPARE(linked.place.release(), folder);
        QCOMPARE(linked.place.files(), state(2));
    }

    void aSiteThatWasPutInPlaceIsTakenOver()
    {
        LinkedPlace linked;
        linked.place.write(QStringLiteral("theirs.txt"), "theirs");
        PublishParams params = linked.place.params();
        params.target.switching = Target::Switching::InPlace;
        {
            Publisher publisher(params);
            REQUIRE_OK(publishAll(publisher, BuiltSite(state(1))));
        }
        Publisher publisher(linked.place.params());
        const auto plan = publisher.plan(BuiltSite(state(2)).tree());
        REQUIRE_OK(plan);
        QVERIFY2(plan->guards.isEmpty(), qPrintable(rulesOf(plan->guards).join(u' ')));
        QCOMPARE(plan->count(PlanItem::Action::Remove), 1); // its own page of then
        REQUIRE_OK(publisher.publish(*plan, BuiltSite(state(2))));
        Files expected = state(2);
        expected.insert(QStringLiteral("theirs.txt"), "theirs");
        QCOMPARE(linked.place.files(), expected);
        const auto refused = Publisher(params).plan(BuiltSite(state(3)).tree());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
    }

    void theProbeSaysWhetherItCanBeSwitched_data()
    {
        QTest::addColumn<int>("refused"); // kind of operation; -1: none
        QTest::addColumn<bool>("byLink");
        QTest::addColumn<bool>("can");
        QTest::newRow("yes") << -1 << true << true;
        QTest::newRow("in place so far") << -1 << false << true;
        QTest::newRow("no hard links") << int(Operation::Kind::Link) << true << false;
        QTest::newRow("no symbolic links") << int(Operation::Kind::SymLink) << true << false;
        QTest::newRow("no replacing") << int(Operation::Kind::Replace) << true << false;
    }

    void theProbeSaysWhetherItCanBeSwitched()
    {
        QFETCH(int, refused);
        QFETCH(bool, byLink);
        QFETCH(bool, can);
        LinkedPlace linked;
        PublishParams params = linked.place.params();
        if (!byLink)
            params.target.switching = Target::Switching::InPlace;
        linked.faults->refuse = [refused](const Operation &operation) {
            return int(operation.kind) == refused ? Outcome::Status::Failed : Outcome::Status::Ok;
        };
        Publisher publisher(params, faultyConnector(linked.faults));
        const auto probe = publisher.probe();
        REQUIRE_OK(probe);
        QCOMPARE(probe->canSwitch(), can);
        QCOMPARE(probe->linkText, QStringLiteral("first"));
        QCOMPARE(rulesOf(probe->notes).contains(QLatin1String(guard::noSwitch)), !can);
        const QDir srv(linked.place.folder() + QStringLiteral("/srv"));
        QCOMPARE(srv.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 (QStringList{QStringLiteral("first"), QStringLiteral("www")}));
        QVERIFY(QDir(linked.place.root())
                    .isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }

    void howManyFlightsItTakes()
    {
        QList<int> flights;
        for (const bool linked : {false, true}) {
            ServedPlace served;
            if (linked)
                served.place.makeLinked();
            Publisher publisher(served.params());
            const auto first = publishAll(publisher, BuiltSite(state(1)));
            REQUIRE_OK(first);
            const auto report = publishAll(publisher, BuiltSite(state(2)));
            REQUIRE_OK(report);
            flights.append(report->roundTrips - first->roundTrips);
        }
        qInfo("flights of a change: %d in place, %d by link", flights.first(), flights.last());
        QVERIFY(flights.last() <= flights.first() + 6);
    }
};

QTEST_GUILESS_MAIN(TestSwitching)
#include "test_switching.moc"
