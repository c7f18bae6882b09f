// "Published" is what was seen to be so: before saying that nothing is to be done, and after a
// commit, everything that is said to be on the server is looked at.
#include "support/faultyremotefiles.h"
#include "support/servedplace.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <filesystem>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

const QString home = QStringLiteral("index.html");
const QString page = QStringLiteral("kenmin/index.html");

int modeOf(const QString &path)
{
    namespace fs = std::filesystem;
    return static_cast<int>(fs::status(path.toStdString()).permissions());
}

void setMode(const QString &path, int mode)
{
    std::filesystem::permissions(path.toStdString(), std::filesystem::perms(mode));
}

/// A site that was published once, from this machine.
struct Published
{
    explicit Published(bool byLink = false)
    {
        if (byLink)
            place.makeLinked();
        if (auto done = publishAll(publisher(), site); !done)
            qFatal("%s", qPrintable(done.error().text));
    }

    /// As the program starts anew each time.
    Publisher &publisher(const QString &machine = QStringLiteral("alpha"))
    {
        current = std::make_unique<Publisher>(place.params(machine));
        return *current;
    }

    QString path(const QString &relative) const { return place.root() + u'/' + relative; }

    PublishPlace place;
    BuiltSite site{firstState()};
    std::unique_ptr<Publisher> current;
};

Files manyFiles(int count)
{
    Files files{{home, "home"}};
    for (int i = 1; i < count; ++i)
        files.insert(QStringLiteral("p%1/f%2.html").arg(i % 200).arg(i), QByteArray::number(i));
    return files;
}

} // namespace

class TestLooking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsGoneIsSentAgain_data()
    {
        QTest::addColumn<QString>("machine");
        QTest::addColumn<bool>("byLink");
        QTest::newRow("from the same machine") << QStringLiteral("alpha") << false;
        QTest::newRow("from a clean one") << QStringLiteral("beta") << false;
        QTest::newRow("by link") << QStringLiteral("alpha") << true;
    }

    void whatIsGoneIsSentAgain()
    {
        QFETCH(QString, machine);
        QFETCH(bool, byLink);
        Published live(byLink);
        QVERIFY(QFile::remove(live.path(home)));
        QVERIFY(QDir(live.path(QStringLiteral("topics"))).removeRecursively());
        const auto plan = live.publisher(machine).plan(live.site.tree());
        REQUIRE_OK(plan);
        QVERIFY(plan->hasChanges());
        QCOMPARE(plan->missing,
                 QStringList({QStringLiteral("index.html"), QStringLiteral("topics/index.html")}));
        QVERIFY(rulesOf(plan->notes).contains(QLatin1String("publish-missing")));
        const auto report = live.current->publish(*plan, live.site, rulesOf(plan->guards));
        REQUIRE_OK(report);
        QCOMPARE(report->restored, 2);
        QVERIFY(report->amiss.isEmpty());
        QCOMPARE(live.place.files(), firstState());
    }

    void anEmptiedDocrootIsFilledAgain()
    {
        Published live;
        for (const QString &name :
             QDir(live.place.root()).entryList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot)) {
            QDir(live.path(name)).removeRecursively();
            QFile::remove(live.path(name));
        }
        Files next = firstState();
        next.insert(page, "kenmin, edited");
        const auto report = publishAll(live.publisher(), BuiltSite(next));
        REQUIRE_OK(report);
        QCOMPARE(report->restored, 5);
        QCOMPARE(live.place.files(), next);
    }

    void whatOthersChangedIsPutRightAndTheirsIsKept_data()
    {
        QTest::addColumn<QByteArray>("theirs");
        QTest::newRow("longer") << QByteArray("defaced by somebody");
        QTest::newRow("cut short") << QByteArray();
    }

    void whatOthersChangedIsPutRightAndTheirsIsKept()
    {
        QFETCH(QByteArray, theirs);
        Published live;
        live.place.write(page, theirs);
        const auto report = publishAll(live.publisher(), live.site);
        REQUIRE_OK(report);
        QCOMPARE(report->mended, 1);
        QVERIFY(rulesOf(report->notes).contains(QLatin1String("publish-altered")));
        QCOMPARE(live.place.files(), firstState());
        QDirIterator kept(live.place.controlFolder() + QStringLiteral("/undo"), QDir::Files,
                          QDirIterator::Subdirectories);
        QByteArrayList found;
        while (kept.hasNext()) {
            QFile file(kept.next());
            if (file.open(QIODevice::ReadOnly))
                found.append(file.readAll());
        }
        QVERIFY(found.contains(theirs));
    }

    void aFolderInAFilesPlaceIsForAPersonToDecide()
    {
        Published live;
        QFile::remove(live.path(page));
        QDir().mkpath(live.path(page));
        const auto report = publishAll(live.publisher(), live.site);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Conflict);
    }

    void theSameBytesAreNotSentAgain()
    {
        Published live;
        live.place.write(home, firstState().value(home)); // another time
        QFile file(live.path(home));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-3),
                                 QFileDevice::FileModificationTime));
        file.close();
        const auto report = publishAll(live.publisher(), live.site);
        REQUIRE_OK(report);
        QCOMPARE(report->bytesSent, 0);
        QVERIFY(live.publisher().verify(Publisher::Level::Content)->isEmpty());
    }

    void whatAPersonAcceptedIsLeftAlone()
    {
        Published live;
        live.place.write(page, "by the ministry");
        const auto drifts = live.publisher().verify(Publisher::Level::Listing);
        REQUIRE_OK(drifts);
        PlanOptions options;
        options.accepted.insert(page, drifts->first().found);
        const auto plan = live.current->plan(live.site.tree(), options);
        REQUIRE_OK(plan);
        QVERIFY(!plan->hasChanges());
        live.place.write(page, "by somebody else");
        QCOMPARE(live.publisher().plan(live.site.tree(), options)->altered, QStringList(page));
    }

    void whatVanishesDuringTheCommitIsTold()
    {
        const Published live;
        const auto faults = std::make_shared<Faults>();
        faults->before = [&live](const Operation &operation) {
            if (operation.kind == Operation::Kind::Replace &&
                operation.to.endsWith(QLatin1String("/manifest")))
                QFile::remove(live.path(QStringLiteral("media/logo.png")));
        };
        Files next = firstState();
        next.insert(page, "kenmin, edited");
        Publisher publisher(live.place.params(), faultyConnector(faults));
        const auto report = publishAll(publisher, BuiltSite(next));
        REQUIRE_OK(report);
        QCOMPARE(report->amiss.size(), 1);
        QCOMPARE(report->amiss.first().path, QStringLiteral("media/logo.png"));
        QCOMPARE(report->amiss.first().kind, Drift::Kind::Missing);
        QVERIFY(rulesOf(report->notes).contains(QLatin1String("publish-amiss")));
    }

    void whatCannotBeLookedAtAfterwardsIsNotCalledMissing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("rule");
        QTest::newRow("forbidden")
            << int(Outcome::Status::Denied) << QStringLiteral("publish-amiss");
        QTest::newRow("failed") << int(Outcome::Status::Failed)
                                << QStringLiteral("publish-not-looked-at");
    }

    void whatCannotBeLookedAtAfterwardsIsNotCalledMissing()
    {
        QFETCH(int, status);
        QFETCH(QString, rule);
        const Published live;
        const auto faults = std::make_shared<Faults>();
        faults->refuse = [status, isLive = false](const Operation &operation) mutable {
            isLive = isLive || (operation.kind == Operation::Kind::Replace &&
                                operation.to.endsWith(QLatin1String("/manifest")));
            const bool isShut = isLive && operation.kind == Operation::Kind::Look &&
                                operation.path.endsWith(QLatin1String("media/logo.png"));
            return isShut ? Outcome::Status(status) : Outcome::Status::Ok;
        };
        Files next = firstState();
        next.insert(page, "kenmin, edited");
        Publisher publisher(live.place.params(), faultyConnector(faults));
        const auto report = publishAll(publisher, BuiltSite(next));
        REQUIRE_OK(report);
        QVERIFY(rulesOf(report->notes).contains(rule));
        for (const Drift &drift : report->amiss)
            QCOMPARE(drift.kind, Drift::Kind::Unreadable);
    }

    void whatVisitorsCannotReadIsMended_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("mended");
        QTest::newRow("a page") << page << 0600 << 0644;
        QTest::newRow("for nobody") << page << 0 << 0644;
        QTest::newRow("a folder") << QStringLiteral("kenmin") << 0700 << 0755;
        QTest::newRow("a folder, for the group") << QStringLiteral("kenmin") << 02770 << 02775;
    }

    void whatVisitorsCannotReadIsMended()
    {
        QFETCH(QString, path);
        QFETCH(int, mode);
        QFETCH(int, mended);
        Published live;
        setMode(live.path(path), mode);
        const auto drifts = live.publisher().verify(Publisher::Level::Listing);
        REQUIRE_OK(drifts);
        QCOMPARE(drifts->size(), 1);
        QCOMPARE(drifts->first().kind, Drift::Kind::Unreadable);
        const auto plan = live.publisher().plan(live.site.tree());
        REQUIRE_OK(plan);
        QVERIFY(plan->hasChanges());
        const auto report = live.current->publish(*plan, live.site);
        REQUIRE_OK(report);
        QCOMPARE(report->modesMended, 1);
        QCOMPARE(report->generation, 1);
        QCOMPARE(modeOf(live.path(path)), mended);
        QVERIFY(live.publisher().verify(Publisher::Level::Content)->isEmpty());
    }

    void whatTheAccountItselfMayNotReadIsAFinding()
    {
        const Published live;
        const auto faults = std::make_shared<Faults>();
        faults->refuse = [](const Operation &operation) {
            const bool isShut = operation.kind == Operation::Kind::Read &&
                                operation.path.endsWith(QLatin1String("www/kenmin/index.html"));
            return isShut ? Outcome::Status::Denied : Outcome::Status::Ok;
        };
        Publisher publisher(live.place.params(), faultyConnector(faults));
        const auto drifts = publisher.verify(Publisher::Level::Content);
        REQUIRE_OK(drifts);
        QCOMPARE(drifts->size(), 1);
        QCOMPARE(drifts->first().kind, Drift::Kind::Unreadable);
    }

    /// The account makes everything for itself alone; the web server is another one.
    void aClosedUmaskMakesAnOpenSite_data()
    {
        QTest::addColumn<bool>("byLink");
        QTest::newRow("files in place") << false;
        QTest::newRow("by link") << true;
    }

    void aClosedUmaskMakesAnOpenSite()
    {
        QFETCH(bool, byLink);
        ServedPlace served({}, {QStringLiteral("ForceCommand internal-sftp -u 077")});
        QDir().mkpath(served.place.root() + QStringLiteral("/theirs/private"));
        setMode(served.place.root() + QStringLiteral("/theirs/private"), 0700);
        if (byLink)
            served.place.makeLinked();
        Publisher publisher(served.params());
        REQUIRE_OK(publishAll(publisher, BuiltSite(firstState())));
        const auto second = publishAll(publisher, BuiltSite(secondState()));
        REQUIRE_OK(second);
        QVERIFY(second->amiss.isEmpty());
        QDirIterator all(served.place.release(), QDir::AllEntries | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            const bool isTheirs = path.endsWith(QLatin1String("/theirs/private"));
            const int wanted = isTheirs ? 0700 : all.fileInfo().isDir() ? 0755 : 0644;
            QVERIFY2(modeOf(path) == wanted,
                     qPrintable(path + u' ' + QString::number(modeOf(path), 8)));
        }
        if (byLink)
            QCOMPARE(modeOf(QFileInfo(served.place.release()).path()), 0755);
    }

    void aServerThatLetsNoPermissionsBeSetIsNamedAsTheCause()
    {
        const ServedPlace served(
            {}, {QStringLiteral("ForceCommand internal-sftp -u 077 -P setstat,fsetstat")});
        Publisher publisher(served.params());
        for (int time = 0; time < 2; ++time) {
            const auto report = publishAll(publisher, BuiltSite(firstState()));
            REQUIRE_OK(report);
            QVERIFY(!report->amiss.isEmpty());
            const QStringList rules = rulesOf(report->notes);
            QVERIFY(rules.contains(QStringLiteral("publish-modes-refused")));
            QVERIFY(!rules.contains(QStringLiteral("publish-amiss")));
            QVERIFY(!rules.contains(QStringLiteral("publish-unreadable")));
        }
    }

    void newFoldersAreTheGroupsWhereTheirParentIs()
    {
        const ServedPlace served;
        setMode(served.place.root(), 02775);
        Publisher publisher(served.params());
        REQUIRE_OK(publishAll(publisher, BuiltSite(secondState())));
        QCOMPARE(modeOf(served.place.root() + QStringLiteral("/award")), 02775);
        QCOMPARE(modeOf(served.place.root() + QStringLiteral("/award/2026")), 02775);
        QCOMPARE(modeOf(served.place.root() + QStringLiteral("/award/2026/index.html")), 0644);
    }

    /// However many files there are: they are asked for together, beside what is asked anyway.
    void lookingAtAllTakesNoFurtherFlight()
    {
        const auto flightsOf = [](int files) {
            const ServedPlace served;
            const BuiltSite site(manyFiles(files));
            Publisher first(served.params());
            if (!publishAll(first, site))
                return -1;
            int flights = 0;
            const auto count = [&flights](const Batch &batch) {
                flights += batch.isEmpty() ? 0 : 1;
            };
            Publisher publisher(served.params(), impatientConnector(*served.server, 0, {}, count));
            const auto plan = publisher.plan(site.tree());
            return plan && !plan->hasChanges() && plan->unchanged == files ? flights : -1;
        };
        const int few = flightsOf(3);
        QVERIFY(few > 0 && few <= 3);
        QCOMPARE(flightsOf(3000), few);
    }
};

QTEST_GUILESS_MAIN(TestLooking)
#include "test_looking.moc"
