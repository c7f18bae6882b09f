#include "publish/drift/driftrepository.h"
#include "publish/drift/evidence.h"
#include "support/publishfixture.h"
#include "support/testsite.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

using Kind = Drift::Kind;
using Level = Publisher::Level;

const QString page = QStringLiteral("kenmin/index.html");

/// What somebody does to the server by other means.
enum class Deed {
    Nothing,
    Change,
    Forge,
    Remove,
    Add,
    AddInOurFolder,
    AddFolder,
    ReplaceByFolder,
    Touch
};

void setTime(const QString &file, const QDateTime &time)
{
    QFile opened(file);
    if (!opened.open(QIODevice::ReadWrite) ||
        !opened.setFileTime(time, QFileDevice::FileModificationTime))
        qFatal("%s", qPrintable(file));
}

void commit(Deed deed, const PublishPlace &place)
{
    const QString file = place.root() + u'/' + page;
    const QDateTime time = QFileInfo(file).lastModified();
    switch (deed) {
    case Deed::Nothing:
        return;
    case Deed::Change:
        return place.write(page, "defaced by somebody");
    case Deed::Forge: // same size, same time
        place.write(page, QByteArray(place.read(page).size(), 'x'));
        return setTime(file, time);
    case Deed::Touch:
        return setTime(file, time.addSecs(-3600));
    case Deed::Remove:
        QFile::remove(file);
        return;
    case Deed::Add:
        return place.write(QStringLiteral("shell.php"), "<?php");
    case Deed::AddInOurFolder:
        return place.write(QStringLiteral("kenmin/.htaccess"), "Redirect");
    case Deed::AddFolder:
        QDir().mkpath(place.root() + QStringLiteral("/empty"));
        return place.write(QStringLiteral("evil/deep/x.php"), "<?php");
    case Deed::ReplaceByFolder:
        QFile::remove(file);
        QDir().mkpath(file);
        return;
    }
}

struct Watched
{
    Watched()
    {
        if (auto done = publishAll(publisher, site); !done)
            qFatal("%s", qPrintable(done.error().text));
    }

    QList<Drift> look(Level level = Level::Content)
    {
        const auto drifts = publisher.verify(level);
        if (!drifts)
            qFatal("%s", qPrintable(drifts.error().text));
        return *drifts;
    }

    /// As the window does it: the live state again, looking at these paths only.
    Result<Report> restore(const QList<Drift> &drifts)
    {
        PlanOptions options;
        for (const Drift &drift : drifts) {
            options.recheck.insert(drift.path);
            options.byPath.insert(drift.path, Resolution::TakeOurs);
        }
        const auto plan = publisher.plan(treeOf(*publisher.published()), options);
        if (!plan)
            return passOn(plan);
        return publisher.publish(*plan, site, rulesOf(plan->guards));
    }

    PublishPlace place;
    BuiltSite site{firstState()};
    Publisher publisher{place.params()};
};

} // namespace

Q_DECLARE_METATYPE(Drift::Kind)

class TestDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDeedIsSeen_data()
    {
        QTest::addColumn<int>("deed");
        QTest::addColumn<bool>("inListing");
        QTest::addColumn<bool>("inContent");
        QTest::addColumn<Drift::Kind>("kind");
        const auto row = [](const char *name, Deed deed, bool listing, bool content, Kind kind) {
            QTest::newRow(name) << int(deed) << listing << content << kind;
        };
        row("nothing", Deed::Nothing, false, false, Kind::Changed);
        row("changed", Deed::Change, true, true, Kind::Changed);
        row("forged", Deed::Forge, false, true, Kind::Changed);
        row("touched", Deed::Touch, true, true, Kind::Changed);
        row("removed", Deed::Remove, true, true, Kind::Missing);
        row("added", Deed::Add, true, true, Kind::Unknown);
        row("added in our folder", Deed::AddInOurFolder, true, true, Kind::Unknown);
        row("added a folder", Deed::AddFolder, true, true, Kind::Unknown);
        row("replaced by a folder", Deed::ReplaceByFolder, true, true, Kind::Changed);
    }

    void everyDeedIsSeen()
    {
        QFETCH(int, deed);
        QFETCH(bool, inListing);
        QFETCH(bool, inContent);
        Watched watched;
        commit(Deed(deed), watched.place);
        const QList<Drift> listing = watched.look(Level::Listing);
        const QList<Drift> content = watched.look(Level::Content);
        QCOMPARE(listing.size(), inListing ? 1 : 0);
        QCOMPARE(content.size(), inContent ? 1 : 0);
        if (inContent)
            QTEST(content.first().kind, "kind");
    }

    void oursComesBackAndTheirsIsPutAside_data()
    {
        QTest::addColumn<int>("deed");
        QTest::newRow("changed") << int(Deed::Change);
        QTest::newRow("forged") << int(Deed::Forge);
        QTest::newRow("touched") << int(Deed::Touch);
        QTest::newRow("removed") << int(Deed::Remove);
    }

    void oursComesBackAndTheirsIsPutAside()
    {
        QFETCH(int, deed);
        Watched watched;
        commit(Deed(deed), watched.place);
        const QByteArray theirs = watched.place.read(page);
        REQUIRE_OK(watched.restore(watched.look()));
        QCOMPARE(watched.place.files(), firstState());
        QVERIFY(watched.look().isEmpty());
        if (Deed(deed) == Deed::Remove || Deed(deed) == Deed::Touch)
            return;
        const QDir undo(watched.place.controlFolder() + QStringLiteral("/undo"));
        QByteArrayList kept;
        for (const QString &folder : undo.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            kept.append(contentOf(undo.filePath(folder + QStringLiteral("/0"))));
        QVERIFY(kept.contains(theirs));
    }

    void anIgnoredFileIsReportedAgainWhenItChanges()
    {
        Watched watched;
        const TestDatabase site;
        DriftRepository watch(*site.database);
        const Ulid target = watched.place.params().target.id;
        commit(Deed::AddInOurFolder, watched.place);
        const Drift found = watched.look().first();
        QVERIFY(!found.foundHash.isNull());
        REQUIRE_OK(watch.decide({target, found.path, DriftDecision::Kind::Ignore, found.found,
                                 found.foundHash, QStringLiteral("Aoi"), firstMorning()}));
        QVERIFY(undecided(watched.look(), *watch.decisions(target)).isEmpty());
        watched.place.write(found.path, "Redirect permanent / https://example.jp/");
        QCOMPARE(undecided(watched.look(), *watch.decisions(target)).size(), 1);
        REQUIRE_OK(watch.forget(target, found.path));
        QVERIFY(watch.decisions(target)->isEmpty());
    }

    void anAdoptedFileStaysThroughPublishes()
    {
        Watched watched;
        const TestDatabase site;
        DriftRepository watch(*site.database);
        const Ulid target = watched.place.params().target.id;
        commit(Deed::Change, watched.place);
        const Drift found = watched.look().first();
        REQUIRE_OK(watch.decide({target, found.path, DriftDecision::Kind::Adopt, found.found,
                                 found.foundHash, QStringLiteral("Aoi"), firstMorning()}));
        PlanOptions options;
        options.kept = keptOf(*watch.decisions(target));
        Files next = secondState();
        next.insert(page, "our new text");
        REQUIRE_OK(publishAll(watched.publisher, BuiltSite(next), options));
        QCOMPARE(watched.place.read(page), "defaced by somebody");
        QCOMPARE(watched.place.read(QStringLiteral("index.html")), "home 2");
        // It is no longer ours, and still nobody is asked about it, until it is changed again.
        next.insert(page, "our newer text");
        REQUIRE_OK(publishAll(watched.publisher, BuiltSite(next), options));
        QVERIFY(undecided(watched.look(), *watch.decisions(target)).isEmpty());
        watched.place.write(page, "defaced once more, by somebody else");
        const auto stopped = watched.publisher.plan(BuiltSite(next).tree(), options);
        REQUIRE_OK(stopped);
        QCOMPARE(stopped->count(PlanItem::Action::Conflict), 1);
        QCOMPARE(undecided(watched.look(), *watch.decisions(target)).size(), 1);
    }

    void withoutADecisionAChangedFileStopsThePublish()
    {
        Watched watched;
        commit(Deed::Change, watched.place);
        Files next = secondState();
        next.insert(page, "our new text");
        const auto report = publishAll(watched.publisher, BuiltSite(next));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Conflict);
        QCOMPARE(watched.place.read(QStringLiteral("index.html")), "home 1");
    }

    void theLastCheckIsNoted()
    {
        const TestDatabase site;
        DriftRepository watch(*site.database);
        const Ulid target = Ulid::generate();
        QVERIFY(!watch.lastCheck(target)->has_value());
        REQUIRE_OK(watch.noteCheck(target, {firstMorning(), Level::Listing, 3}));
        REQUIRE_OK(watch.noteCheck(target, {firstMorning().addDays(1), Level::Content, 0}));
        const auto last = watch.lastCheck(target);
        REQUIRE_OK(last);
        QCOMPARE((*last)->at, firstMorning().addDays(1));
        QCOMPARE((*last)->level, Level::Content);
        QCOMPARE((*last)->findings, 0);
    }

    void theEvidenceHoldsNoContent()
    {
        Watched watched;
        commit(Deed::Change, watched.place);
        Evidence evidence;
        evidence.siteName = QStringLiteral("県民会議");
        evidence.target = watched.place.params().target;
        evidence.manifest = watched.publisher.published()->head;
        evidence.level = Level::Content;
        evidence.seen = firstMorning();
        evidence.drifts = watched.look();
        const QByteArray html = toHtml(evidence);
        QVERIFY(html.contains(page.toUtf8()));
        QVERIFY(html.contains(Sha256::of("defaced by somebody").toString().toUtf8()));
        QVERIFY(!html.contains("defaced by somebody"));
    }

    void theEvidenceNamesWhoApprovedThePublish()
    {
        Evidence evidence;
        evidence.manifest.approval = QStringLiteral("課長 田中、起案 2026-118");
        QVERIFY(toHtml(evidence).contains("課長 田中、起案 2026-118"));
        const QJsonObject compared =
            toJson(evidence).value(QLatin1String("comparedWith")).toObject();
        QCOMPARE(compared.value(QLatin1String("approval")).toString(), evidence.manifest.approval);
        QVERIFY(!toHtml(Evidence()).contains("Approved by"));
    }
};

QTEST_GUILESS_MAIN(TestDrift)
#include "test_drift.moc"
