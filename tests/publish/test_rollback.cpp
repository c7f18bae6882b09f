#include "publish/historyrepository.h"
#include "publish/journal.h"
#include "publish/local/localfiles.h"
#include "publish/rollback/prune.h"
#include "render/sinks.h"
#include "support/faultyremotefiles.h"
#include "support/publishfixture.h"
#include "support/testsite.h"

#include <QDir>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

/// The site as its nth publish leaves it: one page changes, one appears, one goes.
Files state(int n)
{
    return {{QStringLiteral("index.html"), "home " + QByteArray::number(n)},
            {QStringLiteral("kenmin/index.html"), "page, always the same"},
            {QStringLiteral("topics/%1.html").arg(n), "topic " + QByteArray::number(n)}};
}

void publishStates(const PublishPlace &place, int last, int first = 1)
{
    Publisher publisher(place.params());
    for (int n = first; n <= last; ++n) {
        const auto report = publishAll(publisher, BuiltSite(state(n)));
        if (!report)
            qFatal("%s", qPrintable(report.error().text));
    }
}

/// Publishes generation `wanted` again with what `publisher` finds in undo/ alone.
Result<Report> goBack(Publisher &publisher, qint64 wanted)
{
    const auto kept = publisher.generations();
    if (!kept)
        return passOn(kept);
    for (const Manifest &manifest : *kept) {
        if (manifest.head.generation != wanted)
            continue;
        const QTemporaryDir folder;
        render::ObjectStore objects(folder.path());
        if (auto fetched = publisher.fetchMissing(manifest, objects, objects); !fetched)
            return passOn(fetched);
        const auto plan = publisher.plan(treeOf(manifest));
        if (!plan)
            return passOn(plan);
        return publisher.publish(*plan, objects, rulesOf(plan->guards));
    }
    return fail(ErrorCode::NotFound, QStringLiteral("generation %1 is not kept").arg(wanted));
}

QList<qint64> generationsOf(Publisher &publisher)
{
    QList<qint64> numbers;
    const auto kept = publisher.generations();
    for (const Manifest &manifest : kept ? *kept : QList<Manifest>())
        numbers.append(manifest.head.generation);
    return numbers;
}

} // namespace

class TestRollback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theApprovalIsKeptWithThePublish()
    {
        const PublishPlace place;
        const TestDatabase site;
        PublishParams params = place.params();
        params.approval = QStringLiteral(" 課長 田中\n起案 2026-118 ");
        Publisher publisher(params);
        const auto plan = publisher.plan(BuiltSite(state(1)).tree());
        REQUIRE_OK(plan);
        const auto report = publisher.publish(*plan, BuiltSite(state(1)), rulesOf(plan->guards));
        REQUIRE_OK(report);
        const QString expected = QStringLiteral("課長 田中 起案 2026-118");
        QCOMPARE(publisher.published()->head.approval, expected);
        HistoryRepository history(*site.database);
        const auto id = history.add(params, *plan, *report);
        REQUIRE_OK(id);
        QCOMPARE(history.entry(*id)->approval, expected);
        const QDir undo(place.controlFolder() + QStringLiteral("/undo"));
        const QString folder = undo.entryList(QDir::Dirs | QDir::NoDotAndDotDot).first();
        const auto journal =
            Journal::fromBytes(contentOf(undo.filePath(folder + QStringLiteral("/journal"))));
        QCOMPARE(journal->approval, expected);
    }

    void aLongApprovalLeavesTheHeadReadable()
    {
        const PublishPlace place;
        PublishParams params = place.params();
        params.approval = QString(100'000, QChar(u'可'));
        Publisher publisher(params);
        REQUIRE_OK(publishAll(publisher, BuiltSite(state(1))));
        const auto plan = publisher.plan(BuiltSite(state(1)).tree());
        REQUIRE_OK(plan);
        QVERIFY(!plan->hasChanges() && plan->guards.isEmpty());
    }

    void everyKeptStateCanBePublishedAgain_data()
    {
        QTest::addColumn<Features>("features");
        Features noReplace;
        noReplace.replace = false;
        Features noLinks;
        noLinks.hardLink = false;
        QTest::newRow("full") << Features();
        QTest::newRow("no atomic replace") << noReplace;
        QTest::newRow("no hard links") << noLinks;
    }

    void everyKeptStateCanBePublishedAgain()
    {
        QFETCH(Features, features);
        const PublishPlace place;
        const auto faults = std::make_shared<Faults>();
        faults->features = features;
        Publisher office(place.params(), faultyConnector(faults));
        for (int n = 1; n <= 4; ++n)
            REQUIRE_OK(publishAll(office, BuiltSite(state(n))));
        Publisher home(place.params(QStringLiteral("beta")), faultyConnector(faults));
        for (const int wanted : {1, 4, 2, 3}) {
            REQUIRE_OK(goBack(home, wanted));
            QCOMPARE(place.files(), state(wanted));
        }
        QCOMPARE(generationsOf(home).first(), 8);
    }

    void oldStatesGoFromTheServer_data()
    {
        QTest::addColumn<int>("published");
        QTest::addColumn<QList<qint64>>("kept");
        QTest::newRow("4") << 4 << QList<qint64>{4, 3, 2, 1};
        QTest::newRow("9") << 9 << QList<qint64>{9, 8, 7, 6, 5, 4, 3, 2, 1};
        QTest::newRow("10, now it is time") << 10 << QList<qint64>{10, 9, 8, 7, 6, 5};
        QTest::newRow("12") << 12 << QList<qint64>{12, 11, 10, 9, 8, 7, 6, 5};
    }

    void oldStatesGoFromTheServer()
    {
        QFETCH(int, published);
        const PublishPlace place;
        publishStates(place, published);
        Publisher home(place.params(QStringLiteral("beta")));
        const QList<qint64> kept = generationsOf(home);
        QTEST(kept, "kept");
        for (const qint64 wanted : {kept.last(), kept.at(1)}) {
            REQUIRE_OK(goBack(home, wanted));
            QCOMPARE(place.files(), state(int(wanted)));
        }
    }

    void muchGoesAtOnceAndTheLastStateStays()
    {
        const PublishPlace place;
        publishStates(place, 4);
        LocalFiles files;
        const ControlFolder control{place.root(), place.controlFolder()};
        REQUIRE_OK(pruneUndo({files, control, {}}, 4, {5, 1}));
        Publisher home(place.params(QStringLiteral("beta")));
        QCOMPARE(generationsOf(home), (QList<qint64>{4, 3}));
        REQUIRE_OK(goBack(home, 3));
        QCOMPARE(place.files(), state(3));
    }

    void whatNeverWentLiveIsTidiedUp()
    {
        const PublishPlace place;
        publishStates(place, 3);
        const auto faults = std::make_shared<Faults>();
        faults->refuse = [](const Operation &operation) {
            return operation.path.endsWith(QLatin1String("journal.new")) &&
                           operation.kind == Operation::Kind::Move
                       ? Outcome::Status::Denied
                       : Outcome::Status::Ok;
        };
        const QDir undo(place.controlFolder() + QStringLiteral("/undo"));
        for (int i = 0; i < 3; ++i) {
            Publisher unlucky(place.params(), faultyConnector(faults));
            QVERIFY(!publishAll(unlucky, BuiltSite(state(4))));
        }
        Publisher home(place.params(QStringLiteral("beta")));
        QCOMPARE(generationsOf(home), (QList<qint64>{3, 2, 1}));
        publishStates(place, 5, 4);
        QCOMPARE(undo.entryList(QDir::Dirs | QDir::NoDotAndDotDot).size(), 5);
        QCOMPARE(generationsOf(home), (QList<qint64>{5, 4, 3, 2, 1}));
    }

    void pruningMayBeCutOffAnywhere_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (const unsigned seed : {0U, 7U, 11U})
            QTest::addRow("order %u", seed) << seed;
    }

    void pruningMayBeCutOffAnywhere()
    {
        QFETCH(unsigned, seed);
        int kill = 0;
        for (bool finished = false; !finished; ++kill) {
            const PublishPlace place;
            publishStates(place, 4);
            const auto faults = std::make_shared<Faults>();
            faults->shuffleSeed = seed;
            faults->killAfter = kill;
            FaultyRemoteFiles files(std::make_unique<LocalFiles>(), faults);
            const ControlFolder control{place.root(), place.controlFolder()};
            finished = pruneUndo({files, control, {}}, 4, {1, 1'000'000}).has_value();
            QCOMPARE(place.files(), state(4));
            Publisher home(place.params(QStringLiteral("beta")));
            const qint64 oldest = generationsOf(home).last();
            REQUIRE_OK(goBack(home, oldest));
            QCOMPARE(place.files(), state(int(oldest)));
            LocalFiles real;
            REQUIRE_OK(pruneUndo({real, control, {}}, 5, {1, 1'000'000}));
            QCOMPARE(generationsOf(home), (QList<qint64>{5, 4}));
        }
        QVERIFY(kill > 10);
    }
};

QTEST_GUILESS_MAIN(TestRollback)
#include "test_rollback.moc"
