#include "publish/connection/carefulfiles.h"
#include "publish/local/localfiles.h"
#include "publish/planning/spelling.h"
#include "support/faultyremotefiles.h"
#include "support/publishfixture.h"

#include <QDir>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

Files secondOverFirst()
{
    Files files = secondState();
    files.insert(QStringLiteral("assets/style.11111111.css"),
                 firstState().value(QStringLiteral("assets/style.11111111.css")));
    return files;
}

/// Real files as a server shows them that takes upper and lower case for the same, or keeps
/// accents apart from their letters.
class OddNames final : public RemoteFiles
{
public:
    enum class Kind { FoldsCase, Decomposes };
    explicit OddNames(Kind kind) : m_kind(kind) {}

    Features features() const override { return {}; }
    Result<Outcomes> run(const Batch &batch, const JobContext &context) override
    {
        Outcomes outcomes;
        for (Operation operation : batch) {
            operation.path = found(operation.path);
            operation.to = operation.to.isEmpty() ? QString() : found(operation.to);
            Result<Outcomes> one = m_files.run({operation}, context);
            if (!one)
                return one;
            if (m_kind == Kind::Decomposes) {
                for (FolderEntry &entry : one->first().entries)
                    entry.name = entry.name.normalized(QString::NormalizationForm_D);
            }
            outcomes.append(one->first());
        }
        return outcomes;
    }
    Result<QString> resolve(const QString &path) override { return m_files.resolve(path); }
    Result<qint64> freeBytes(const QString &path) override { return m_files.freeBytes(path); }
    int roundTrips() const override { return 0; }

private:
    QString found(const QString &path) const
    {
        if (m_kind == Kind::Decomposes)
            return path.normalized(QString::NormalizationForm_C);
        QString real;
        for (const QString &part : path.split(u'/', Qt::SkipEmptyParts)) {
            const QDir folder(real.isEmpty() ? QStringLiteral("/") : real);
            QString name = part;
            if (!QFileInfo::exists(real + u'/' + part)) {
                for (const QString &other : folder.entryList(QDir::AllEntries | QDir::Hidden)) {
                    if (other.compare(part, Qt::CaseInsensitive) == 0)
                        name = other;
                }
            }
            real += u'/' + name;
        }
        return real;
    }

    Kind m_kind;
    LocalFiles m_files;
};

Connector oddConnector(OddNames::Kind kind)
{
    return [kind](const Target &, const Access &,
                  const JobContext &) -> Result<std::unique_ptr<RemoteFiles>> {
        return std::make_unique<OddNames>(kind);
    };
}

} // namespace

class TestServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyClassOfServerEndsTheSame_data()
    {
        QTest::addColumn<Features>("features");
        QTest::addColumn<bool>("overwrites");
        QTest::addColumn<QStringList>("notes");
        const QString replace = QStringLiteral("publish-no-replace");
        const QString links = QStringLiteral("publish-no-links");
        const QString times = QStringLiteral("publish-no-times");
        const QString mayLose = QStringLiteral("publish-may-overwrite");
        Features can;
        QTest::newRow("all") << can << false << QStringList();
        QTest::newRow("rename overwrites") << can << true << QStringList();
        can.setTime = false;
        QTest::newRow("no times") << can << false << QStringList{times};
        can.hardLink = false;
        QTest::newRow("no times, no links") << can << false << QStringList{replace, links, times};
        QTest::newRow("and rename overwrites")
            << can << true << QStringList{replace, links, times, mayLose};
        can = {};
        can.replace = false;
        QTest::newRow("no replace") << can << false << QStringList{replace};
        QTest::newRow("no replace, rename overwrites") << can << true << QStringList{replace};
        can.flush = false;
        can.hardLink = false;
        can.setTime = false;
        QTest::newRow("nothing") << can << true
                                 << QStringList{replace, links, QStringLiteral("publish-no-flush"),
                                                times, mayLose};
    }

    void everyClassOfServerEndsTheSame()
    {
        QFETCH(Features, features);
        QFETCH(bool, overwrites);
        const PublishPlace place;
        const auto faults = std::make_shared<Faults>();
        faults->software = QStringLiteral("SomeServer 1.0");
        faults->features = features;
        faults->moveOverwrites = overwrites;
        Publisher publisher(place.params(), faultyConnector(faults));
        REQUIRE_OK(publishAll(publisher, BuiltSite(firstState())));
        const BuiltSite site(secondState());
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        QTEST(rulesOf(plan->notes), "notes");
        const auto probe = publisher.probe();
        REQUIRE_OK(probe);
        QTEST(rulesOf(probe->notes), "notes");
        // A step is refused: all is taken back, and nothing looks like someone else's after that.
        faults->refuse = [](const Operation &operation) {
            return operation.path.contains(QLatin1String("/stage/")) &&
                           operation.to.endsWith(QLatin1String("www/index.html"))
                       ? Outcome::Status::Denied
                       : Outcome::Status::Ok;
        };
        QVERIFY(!publishAll(publisher, site));
        QCOMPARE(place.files(), firstState());
        faults->refuse = {};
        const auto again = publisher.plan(site.tree());
        REQUIRE_OK(again);
        QCOMPARE(rulesOf(again->guards), QStringList());
        REQUIRE_OK(publisher.publish(*again, site));
        QCOMPARE(place.files(), secondOverFirst());
        QVERIFY(publisher.verify(Publisher::Level::Content)->isEmpty());
    }

    void nothingIsOverwrittenWhereRenamingWould_data()
    {
        QTest::addColumn<bool>("links");
        QTest::newRow("by a link") << true;
        QTest::newRow("by looking") << false;
    }

    void nothingIsOverwrittenWhereRenamingWould()
    {
        QFETCH(bool, links);
        const PublishPlace place;
        const auto faults = std::make_shared<Faults>();
        faults->moveOverwrites = true;
        faults->features.hardLink = links;
        CarefulFiles files(
            std::make_unique<FaultyRemoteFiles>(std::make_unique<LocalFiles>(), faults),
            {true, true});
        place.write(QStringLiteral("a"), "ours");
        place.write(QStringLiteral("taken"), "theirs");
        const auto at = [&place](const char *name) -> QString {
            return place.root() + u'/' + QLatin1String(name);
        };
        QDir().mkpath(at("folder"));
        const auto done = files.run(
            {Operation::move(at("a"), at("taken")), Operation::move(at("a"), at("b")),
             Operation::move(at("missing"), at("c")), Operation::move(at("folder"), at("moved"))});
        REQUIRE_OK(done);
        QCOMPARE(done->at(0).status, Outcome::Status::Exists);
        QCOMPARE(done->at(1).status, Outcome::Status::Ok);
        QCOMPARE(done->at(2).status, Outcome::Status::Missing);
        QCOMPARE(done->at(3).status, Outcome::Status::Ok);
        QCOMPARE(place.files(),
                 (Files{{QStringLiteral("b"), "ours"}, {QStringLiteral("taken"), "theirs"}}));
        QVERIFY(QFileInfo(at("moved")).isDir());
    }

    void aServerIsTriedOnceUntilItChanges()
    {
        const PublishPlace place;
        const auto faults = std::make_shared<Faults>();
        faults->software = QStringLiteral("SomeServer 1.0");
        int trials = 0;
        faults->before = [&trials](const Operation &operation) {
            trials += operation.kind == Operation::Kind::Touch ? 1 : 0;
        };
        const auto publishState = [&](const Files &files) {
            Publisher publisher(place.params(), faultyConnector(faults));
            return publishAll(publisher, BuiltSite(files));
        };
        REQUIRE_OK(publishState(firstState()));
        REQUIRE_OK(publishState(secondState()));
        QCOMPARE(trials, 1);
        faults->software = QStringLiteral("SomeServer 1.1");
        REQUIRE_OK(publishState(firstState()));
        QCOMPARE(trials, 2);
        faults->software = QStringLiteral("OpenSSH_9.2p1");
        REQUIRE_OK(publishState(secondState()));
        QCOMPARE(trials, 2);
        QVERIFY(QDir(place.controlFolder()).entryList({QStringLiteral("trial-*")}).isEmpty());
    }

    void anotherSpellingIsTheSameFileWhereNamesFold()
    {
        const PublishPlace place;
        Publisher publisher(place.params(), oddConnector(OddNames::Kind::FoldsCase));
        Files files{{QStringLiteral("index.html"), "home"},
                    {QStringLiteral("media/Logo.png"), "logo"},
                    {QStringLiteral("Papers/a.pdf"), "paper"}};
        REQUIRE_OK(publishAll(publisher, BuiltSite(files)));
        QVERIFY(publisher.probe()->foldsNames);
        const BuiltSite site({{QStringLiteral("index.html"), "home 2"},
                              {QStringLiteral("media/logo.png"), "logo"},
                              {QStringLiteral("papers/a.pdf"), "paper 2"}});
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        QVERIFY(rulesOf(plan->notes).contains(QStringLiteral("publish-folds-names")));
        QCOMPARE(plan->count(PlanItem::Action::Remove), 0);
        QCOMPARE(plan->count(PlanItem::Action::Replace), 2);
        REQUIRE_OK(publisher.publish(*plan, site, rulesOf(plan->guards)));
        QCOMPARE(place.read(QStringLiteral("media/Logo.png")), "logo");
        QCOMPARE(place.read(QStringLiteral("Papers/a.pdf")), "paper 2");
        QCOMPARE(place.files().size(), 3);
        QVERIFY(publisher.verify(Publisher::Level::Content)->isEmpty());
        const auto next = publisher.plan(site.tree());
        REQUIRE_OK(next);
        QVERIFY(!next->hasChanges());
    }

    void namesThatDifferOnlyInCaseAreRefusedEverywhere()
    {
        const PublishPlace place;
        Publisher publisher(place.params());
        const BuiltSite site({{QStringLiteral("index.html"), "home"},
                              {QStringLiteral("media/a.png"), "1"},
                              {QStringLiteral("media/A.png"), "2"}});
        const auto plan = publisher.plan(site.tree());
        REQUIRE_OK(plan);
        QVERIFY(rulesOf(plan->guards).contains(QLatin1String(guard::unsafePath)));
        QVERIFY(!publisher.publish(*plan, site, rulesOf(plan->guards)));
    }

    void decomposedNamesAreOurs()
    {
        const PublishPlace place;
        Publisher publisher(place.params(), oddConnector(OddNames::Kind::Decomposes));
        const BuiltSite site({{QStringLiteral("index.html"), "home"},
                              {QStringLiteral("media/がくぶち.png"), "picture"}});
        REQUIRE_OK(publishAll(publisher, site));
        const auto drifts = publisher.verify(Publisher::Level::Content);
        REQUIRE_OK(drifts);
        QVERIFY2(drifts->isEmpty(),
                 qPrintable(drifts->isEmpty() ? QString() : drifts->first().path));
        place.write(QStringLiteral("media/ガラス.png"), "somebody's");
        QCOMPARE(publisher.verify(Publisher::Level::Listing)->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestServers)
#include "test_servers.moc"
