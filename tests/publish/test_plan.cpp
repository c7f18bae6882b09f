#include "publish/historyrepository.h"
#include "publish/journal.h"
#include "publish/planning/planner.h"
#include "publish/targetrepository.h"
#include "support/faultyremotefiles.h"
#include "support/publishfixture.h"

#include <QDir>
#include <QTest>

#include <chrono>
#include <filesystem>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

using Action = PlanItem::Action;

FileInfo fileOf(qint64 size, qint64 time)
{
    return {FileInfo::Kind::File, size, time, 0644};
}

/// The first state as it would be published, at a time of its own.
Manifest manifestOf(const Files &files)
{
    Manifest manifest;
    manifest.head.site = QStringLiteral("01SITE");
    manifest.head.generation = 1;
    const render::OutputTree tree = BuiltSite(files).tree();
    for (const render::OutputFile &file : tree.files)
        manifest.files.insert(file.path, {file.hash, file.size, 1000, file.group, 0});
    return manifest;
}

const PlanItem *itemAt(const Plan &plan, const QString &path)
{
    for (const PlanItem &item : plan.items) {
        if (item.path == path)
            return &item;
    }
    return nullptr;
}

void publishFirst(const PublishPlace &place)
{
    Publisher publisher(place.params());
    const auto report = publishAll(publisher, BuiltSite(firstState()));
    if (!report)
        qFatal("%s", qPrintable(report.error().text));
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCaseHasItsAction_data()
    {
        QTest::addColumn<bool>("known"); // in the manifest
        QTest::addColumn<FileInfo>("found");
        QTest::addColumn<bool>("sameBytes");
        QTest::addColumn<Resolution>("resolution");
        QTest::addColumn<Action>("action");
        const FileInfo none;
        const FileInfo clean = fileOf(6, 1000);
        const FileInfo other = fileOf(9, 2000);
        const FileInfo link{FileInfo::Kind::Link, 0, 0, 0};
        QTest::newRow("new") << false << none << false << Resolution::Stop << Action::Add;
        QTest::newRow("changed") << true << clean << false << Resolution::Stop << Action::Replace;
        QTest::newRow("gone") << true << none << false << Resolution::Stop << Action::Add;
        QTest::newRow("theirs") << false << other << false << Resolution::Stop << Action::Conflict;
        QTest::newRow("edited") << true << other << false << Resolution::Stop << Action::Conflict;
        QTest::newRow("same") << false << other << true << Resolution::Stop << Action::Adopt;
        QTest::newRow("link") << false << link << false << Resolution::Stop << Action::Conflict;
        QTest::newRow("keep") << true << other << false << Resolution::KeepTheirs
                              << Action::Foreign;
        QTest::newRow("take") << true << other << false << Resolution::TakeOurs << Action::Replace;
        const FileInfo folder{FileInfo::Kind::Folder, 0, 0, 0};
        QTest::newRow("take a link's place")
            << false << link << false << Resolution::TakeOurs << Action::Replace;
        QTest::newRow("take a folder's place")
            << true << folder << false << Resolution::TakeOurs << Action::Replace;
    }

    void everyCaseHasItsAction()
    {
        QFETCH(bool, known);
        QFETCH(FileInfo, found);
        QFETCH(bool, sameBytes);
        QFETCH(Resolution, resolution);
        const QString path = QStringLiteral("index.html");
        const Manifest base = known ? manifestOf({{path, "home 1"}}) : Manifest();
        const BuiltSite site({{path, "home two"}});
        const render::OutputTree tree = site.tree();
        PlanInput input{tree, base, 2, {resolution, {}}, {{path, found}}, {}};
        if (sameBytes)
            input.sameBytes.insert(path);
        const Plan plan = makePlan(input);
        QCOMPARE(plan.items.size(), 1);
        QTEST(plan.items.first().action, "action");
        QVERIFY(!plan.items.first().reason.isEmpty());
        const bool stops = plan.items.first().action == Action::Conflict;
        QCOMPARE(rulesOf(plan.guards).contains(QLatin1String(guard::conflict)), stops);
    }

    void nothingGoesThroughALinkedFolder()
    {
        const render::OutputTree tree = BuiltSite({{QStringLiteral("a/b/c.html"), "x"}}).tree();
        const Manifest base;
        const PlanInput input{
            tree, base, 1, {}, {{QStringLiteral("a"), {FileInfo::Kind::Link, 0, 0, 0}}}, {}};
        const Plan plan = makePlan(input);
        QCOMPARE(plan.items.first().action, Action::Conflict);
        QVERIFY(plan.items.first().reason.contains(QStringLiteral("“a”")));
    }

    void whatCannotBePutAsideIsForHands()
    {
        const render::OutputTree tree = BuiltSite({{QStringLiteral("a/b/c.html"), "x"}}).tree();
        const Manifest base;
        PlanOptions options{.conflicts = Resolution::TakeOurs};
        options.clearsTheWay = false;
        const PlanInput input{
            tree, base, 1, options, {{QStringLiteral("a"), {FileInfo::Kind::Link, 0, 0, 0}}}, {}};
        const Plan plan = makePlan(input);
        QCOMPARE(plan.onlyByHand(), QStringList{QStringLiteral("a/b/c.html")});
        const auto conflict =
            std::find_if(plan.guards.cbegin(), plan.guards.cend(), [](const Issue &issue) {
                return issue.rule == QLatin1String(guard::conflict);
            });
        QVERIFY(conflict != plan.guards.cend());
        QVERIFY2(conflict->text.contains(QStringLiteral("by hand")), qPrintable(conflict->text));
    }

    void itemsGoLiveInASafeOrder()
    {
        const Manifest base = manifestOf(firstState());
        const render::OutputTree tree = BuiltSite(secondState()).tree();
        PlanInput input{tree, base, 2, {}, {}, {}};
        for (auto file = base.files.begin(); file != base.files.end(); ++file)
            input.found.insert(file.key(), file->info());
        const Plan plan = makePlan(input);
        QStringList order;
        for (const PlanItem &item : plan.items)
            order.append(item.path);
        QCOMPARE(
            order,
            QStringList({QStringLiteral("assets/style.22222222.css"),
                         QStringLiteral("media/copy.png"), QStringLiteral("award/2026/index.html"),
                         QStringLiteral("kenmin/index.html"), QStringLiteral("topics/index.html"),
                         QStringLiteral("index.html"), QStringLiteral("old/index.html")}));
        QCOMPARE(plan.items.last().action, Action::Remove);
    }

    void guardsStopWhatNobodyMeans_data()
    {
        QTest::addColumn<Files>("files");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<bool>("mayConfirm");
        const QString index = QStringLiteral("index.html");
        QTest::newRow("empty") << Files() << QString::fromLatin1(guard::emptyBuild) << false;
        QTest::newRow("no home") << Files{{QStringLiteral("a.html"), "a"}}
                                 << QString::fromLatin1(guard::homeMissing) << true;
        QTest::newRow("outside") << Files{{index, "h"}, {QStringLiteral("../x.html"), "x"}}
                                 << QString::fromLatin1(guard::unsafePath) << false;
        QTest::newRow("case") << Files{{index, "h"}, {QStringLiteral("Index.html"), "x"}}
                              << QString::fromLatin1(guard::unsafePath) << false;
        QTest::newRow("ours") << Files{{index, "h"}, {QStringLiteral(".kakehashi-x/a"), "x"}}
                              << QString::fromLatin1(guard::unsafePath) << false;
    }

    void guardsStopWhatNobodyMeans()
    {
        QFETCH(Files, files);
        QFETCH(QString, rule);
        QFETCH(bool, mayConfirm);
        const render::OutputTree tree = BuiltSite(files).tree();
        const Manifest base;
        const Plan plan = makePlan({tree, base, 1, {}, {}, {}});
        QVERIFY(rulesOf(plan.guards).contains(rule));
        const Issues open = plan.openGuards({rule});
        QCOMPARE(rulesOf(open).contains(rule), !mayConfirm);
    }

    void manyRemovalsMustBeConfirmed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("had");
        QTest::addColumn<int>("removed");
        QTest::addColumn<bool>("asks");
        const QString page = QStringLiteral("p/%1.html");
        const QString card = QStringLiteral("assets/card/card.%1.png");
        QTest::newRow("a third") << page << 15 << 5 << true;
        QTest::newRow("few of a small site") << page << 5 << 4 << false;
        QTest::newRow("51 of many") << page << 5000 << 51 << true;
        QTest::newRow("50 of many") << page << 5000 << 50 << false;
        QTest::newRow("pictures for sharing") << card << 200 << 100 << false;
    }

    void manyRemovalsMustBeConfirmed()
    {
        QFETCH(QString, name);
        QFETCH(int, had);
        QFETCH(int, removed);
        Files files{{QStringLiteral("index.html"), "h"}};
        for (int i = 1; i < had; ++i)
            files.insert(name.arg(i, 16, 16, QLatin1Char('0')), QByteArray::number(i));
        Manifest base = manifestOf(files);
        files.insert(QStringLiteral("index.html"), "other"); // alone, tidying up waits
        for (int i = 1; i <= removed; ++i) {
            const QString path = name.arg(i, 16, 16, QLatin1Char('0'));
            files.remove(path);
            base.files[path].retired = path.startsWith(QLatin1String("assets/")) ? 1 : 0;
        }
        const render::OutputTree tree = BuiltSite(files).tree();
        PlanInput input{tree, base, 2, {}, {}, {}};
        for (auto file = base.files.begin(); file != base.files.end(); ++file)
            input.found.insert(file.key(), file->info());
        const bool asks =
            rulesOf(makePlan(input).guards).contains(QLatin1String(guard::manyRemovals));
        QTEST(asks, "asks");
    }

    void aDocrootOfSomeoneElseNeedsAWord()
    {
        const PublishPlace place;
        place.write(QStringLiteral("wp-config.php"), "theirs");
        place.write(QStringLiteral("index.html"), "their home");
        const BuiltSite site(firstState());
        Publisher publisher(place.params());
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        QVERIFY(rulesOf(plan->guards).contains(QLatin1String(guard::foreignRoot)));
        QCOMPARE(itemAt(*plan, QStringLiteral("index.html"))->action, Action::Conflict);
        const auto refused = publisher.publish(*plan, site);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        const auto report = publishAll(publisher, site, {Resolution::KeepTheirs, {}});
        REQUIRE_OK(report);
        QCOMPARE(place.read(QStringLiteral("index.html")), "their home");
        QCOMPARE(place.read(QStringLiteral("wp-config.php")), "theirs");
    }

    void theirsIsPutAsideWhenOursIsTaken()
    {
        const PublishPlace place;
        place.write(QStringLiteral("index.html"), "their home");
        Publisher publisher(place.params());
        REQUIRE_OK(publishAll(publisher, BuiltSite(firstState()), {Resolution::TakeOurs, {}}));
        QCOMPARE(place.files(), firstState());
        QDir undo(place.controlFolder() + QStringLiteral("/undo"));
        const QString folder = undo.entryList(QDir::Dirs | QDir::NoDotAndDotDot).first();
        QFile kept(undo.filePath(folder + QStringLiteral("/0")));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), "their home");
    }

    void aLostManifestIsMadeAgainByComparing()
    {
        const PublishPlace place;
        publishFirst(place);
        QDir(place.controlFolder()).removeRecursively();
        place.write(QStringLiteral("index.html"), "HOME 1");
        Publisher publisher(place.params(QStringLiteral("beta")));
        const auto plan = publisher.plan(BuiltSite(firstState()).tree());
        REQUIRE_OK(plan);
        QCOMPARE(plan->count(Action::Adopt), 5);
        QCOMPARE(plan->count(Action::Conflict), 1);
        QCOMPARE(plan->bytesToSend, 0);
    }

    void aManifestThatCannotBeBelievedStops_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("rule");
        const QString damaged = QString::fromLatin1(guard::damagedManifest);
        QTest::newRow("other hash")
            << QByteArray("\"size\":6") << QByteArray("\"size\":7") << damaged;
        QTest::newRow("other author") << QByteArray("Aoi") << QByteArray("Eve") << damaged;
        QTest::newRow("cut short") << QByteArray("topics/") << QByteArray() << damaged;
        QTest::newRow("empty line") << QByteArray("{") << QByteArray("\n{") << damaged;
    }

    void aManifestThatCannotBeBelievedStops()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, rule);
        const PublishPlace place;
        PublishParams params = place.params();
        params.manifestKey = "secret key";
        const BuiltSite site(firstState());
        {
            Publisher publisher(params);
            REQUIRE_OK(publishAll(publisher, site));
        }
        QFile file(place.controlFolder() + QStringLiteral("/manifest"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        const qsizetype at = bytes.indexOf(from);
        bytes = to.isEmpty() ? bytes.left(at) : bytes.left(at) + to + bytes.mid(at + from.size());
        file.resize(0);
        file.seek(0);
        file.write(bytes);
        file.close();
        params.journalFolder += QStringLiteral("-other");
        Publisher publisher(params);
        BuiltSite smaller(firstState());
        smaller.remove(QStringLiteral("old/index.html"));
        const auto plan = publisher.plan(smaller.tree());
        REQUIRE_OK(plan);
        QVERIFY2(rulesOf(plan->guards).contains(rule), bytes.constData());
        QCOMPARE(plan->count(Action::Remove), 0);
        QVERIFY(!publisher.publish(*plan, smaller));
    }

    void anotherSiteIsNotReplaced()
    {
        const PublishPlace place;
        publishFirst(place);
        PublishParams params = place.params(QStringLiteral("beta"));
        params.siteId = QStringLiteral("01OTHER");
        Publisher publisher(params);
        const BuiltSite site({{QStringLiteral("index.html"), "other"}});
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        QVERIFY(rulesOf(plan->guards).contains(QLatin1String(guard::otherSite)));
        QCOMPARE(plan->count(Action::Remove), 0);
        QCOMPARE(plan->count(Action::Conflict), 1);
    }

    void anOlderManifestIsNoticed()
    {
        const PublishPlace place;
        publishFirst(place);
        const QString manifest = place.controlFolder() + QStringLiteral("/manifest");
        QVERIFY(QFile::copy(manifest, manifest + QStringLiteral(".old")));
        Publisher publisher(place.params());
        REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
        QFile::remove(manifest);
        QVERIFY(QFile::rename(manifest + QStringLiteral(".old"), manifest));
        const auto plan = publisher.plan(BuiltSite(secondState()).tree());
        REQUIRE_OK(plan);
        QVERIFY(rulesOf(plan->guards).contains(QLatin1String(guard::olderManifest)));
        QVERIFY(plan->result.head.generation > 2);
    }

    void badDocroots_data()
    {
        QTest::addColumn<QString>("path"); // below the place's folder, or absolute
        QTest::addColumn<int>("code");
        QTest::newRow("missing") << QStringLiteral("srv/nowhere") << int(ErrorCode::NotFound);
        QTest::newRow("a file") << QStringLiteral("srv/file") << int(ErrorCode::Invalid);
        QTest::newRow("dangling link")
            << QStringLiteral("srv/dangling") << int(ErrorCode::NotFound);
    }

    void badDocroots()
    {
        QFETCH(QString, path);
        QFETCH(int, code);
        const PublishPlace place;
        place.write(QStringLiteral("../file"), "x");
        QFile::link(QStringLiteral("nowhere"), place.folder() + QStringLiteral("/srv/dangling"));
        PublishParams params = place.params();
        params.target.path = place.folder() + u'/' + path;
        Publisher publisher(params);
        const auto plan = publisher.plan(BuiltSite(firstState()).tree());
        QVERIFY(!plan);
        QCOMPARE(int(plan.error().code), code);
        QVERIFY(plan.error().text.contains(QFileInfo(path).fileName()));
    }

    void aDocrootBehindALinkIsPublishedWhereItLeads()
    {
        const PublishPlace place;
        const QString link = place.folder() + QStringLiteral("/srv/current");
        QVERIFY(QFile::link(place.root(), link));
        PublishParams params = place.params();
        params.target.path = link;
        Publisher publisher(params);
        const auto probe = publisher.probe();
        REQUIRE_OK(probe);
        QVERIFY(probe->reachedByLink);
        QVERIFY(probe->writable && probe->empty && !probe->ours);
        REQUIRE_OK(publishAll(publisher, BuiltSite(firstState())));
        QCOMPARE(place.files(), firstState());
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(place.controlFolder().endsWith(QLatin1String(".kakehashi-www")));
    }

    void withoutAPlaceBesideItTheControlFolderIsHiddenInside()
    {
        const PublishPlace place;
        const auto faults = std::make_shared<Faults>();
        faults->refuse = [](const Operation &operation) {
            return operation.path.endsWith(QLatin1String("srv/.kakehashi-www"))
                       ? Outcome::Status::Denied
                       : Outcome::Status::Ok;
        };
        const auto connector = faultyConnector(faults);
        Publisher first(place.params(), connector);
        REQUIRE_OK(publishAll(first, BuiltSite(firstState())));
        QVERIFY(place.controlFolder().startsWith(place.root()));
        QVERIFY(QFileInfo(place.controlFolder()).fileName().size() > 40);
        QVERIFY(QFile::exists(place.controlFolder() + QStringLiteral("/.htaccess")));
        Publisher other(place.params(QStringLiteral("beta")), connector);
        const auto plan = other.plan(BuiltSite(firstState()).tree());
        REQUIRE_OK(plan);
        QVERIFY(!plan->hasChanges());
    }

    void aRefusalWithoutAReasonSaysWhatIsLikely()
    {
        const PublishPlace place;
        const auto faults = std::make_shared<Faults>();
        faults->refuse = [](const Operation &operation) {
            const bool makes = operation.kind == Operation::Kind::MakeFolder;
            return makes ? Outcome::Status::Failed : Outcome::Status::Ok;
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const auto report = publishAll(publisher, BuiltSite(firstState()));
        QVERIFY(!report);
        QVERIFY2(report.error().text.contains(QLatin1String("read-only")),
                 qPrintable(report.error().text));
        QVERIFY(report.error().text.contains(place.root()));
    }

    void aTrialThatWasKilledIsSwept()
    {
        const PublishPlace place;
        const auto made = [&place](const char *name, const char *inside, int hoursAgo) {
            const QDir folder(place.root() + u'/' + QLatin1String(name));
            QVERIFY(QDir().mkpath(folder.path()));
            if (inside)
                place.write(QLatin1String(name) + u'/' + QLatin1String(inside), "x");
            const auto ago =
                std::filesystem::file_time_type::clock::now() - std::chrono::hours(hoursAgo);
            std::filesystem::last_write_time(folder.path().toStdString(), ago);
        };
        made(".kakehashi-probe-1a", nullptr, 2);
        made(".kakehashi-probe", "trial-9-1", 2);
        made(".kakehashi-probe-2b", nullptr, 0); // somebody may be trying right now
        made(".kakehashi-probe-3c", "somebodys.txt", 2);
        Publisher publisher(place.params());
        REQUIRE_OK(publisher.probe());
        const auto isThere = [&place](const char *name) {
            return QFile::exists(place.root() + u'/' + QLatin1String(name));
        };
        QVERIFY(!isThere(".kakehashi-probe-1a") && !isThere(".kakehashi-probe"));
        QVERIFY(isThere(".kakehashi-probe-2b"));
        QVERIFY(isThere(".kakehashi-probe-3c/somebodys.txt"));
    }

    void aReadOnlyDocrootIsSaidBeforeAnythingIsSent()
    {
        const PublishPlace place;
        const auto faults = std::make_shared<Faults>();
        faults->refuse = [](const Operation &operation) {
            const bool looks = operation.kind == Operation::Kind::Look ||
                               operation.kind == Operation::Kind::List ||
                               operation.kind == Operation::Kind::Read;
            return looks ? Outcome::Status::Ok : Outcome::Status::Denied;
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const auto probe = publisher.probe();
        REQUIRE_OK(probe);
        QVERIFY(!probe->writable);
        const auto report = publishAll(publisher, BuiltSite(firstState()));
        QCOMPARE(report.error().code, ErrorCode::PermissionDenied);
        QVERIFY(report.error().text.contains(place.root()));
    }

    void aJournalComesBackAsItWent()
    {
        Journal journal;
        journal.site = QStringLiteral("01SITE");
        journal.transaction = QStringLiteral("01TX");
        journal.generation = 3;
        journal.started = QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC);
        JournalStep step;
        step.kind = JournalStep::Kind::Replace;
        step.path = QStringLiteral("kenmin/県民.html");
        step.stage = Sha256::of("x").toString();
        step.undo = QStringLiteral("0");
        step.before = {FileInfo::Kind::File, 1, 2, 0};
        step.after = {FileInfo::Kind::File, 3, 4, 0};
        step.afterHash = Sha256::of("x");
        journal.steps = {step};
        const auto read = Journal::fromBytes(journal.toBytes());
        REQUIRE_OK(read);
        QCOMPARE(read->steps, journal.steps);
        QCOMPARE(read->transaction, journal.transaction);
        QByteArray evil = journal.toBytes();
        evil.chop(3);
        QCOMPARE(Journal::fromBytes(evil).error().code, ErrorCode::Corrupt);
        journal.steps[0].path = QStringLiteral("../../etc/passwd");
        QCOMPARE(Journal::fromBytes(journal.toBytes()).error().code, ErrorCode::Corrupt);
    }

    void aManifestOfANewerVersionIsLeftAlone()
    {
        const auto head = manifestHead("{\"body\":\"\",\"format\":99}\n", {});
        QCOMPARE(head.error().code, ErrorCode::NewerVersion);
    }
};

QTEST_GUILESS_MAIN(TestPlan)
#include "test_plan.moc"
