#include "publish/journal.h"
#include "ssh/sftp/sftperror.h"
#include "support/faultyremotefiles.h"
#include "support/publishfixture.h"

#include <QFile>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

/// Files of a server that fails whenever it is sent a page.
class FaultyServer final : public RemoteFiles
{
public:
    FaultyServer(std::unique_ptr<RemoteFiles> real, Error error)
        : m_real(std::move(real)), m_error(std::move(error))
    {}
    Features features() const override { return m_real->features(); }
    Result<Outcomes> run(const Batch &batch, const JobContext &context = {}) override
    {
        for (const Operation &operation : batch) {
            if (operation.kind == Operation::Kind::Write && !operation.sourceFile.isEmpty())
                return tl::unexpected<Error>(m_error);
        }
        return m_real->run(batch, context);
    }
    Result<QString> resolve(const QString &path) override { return m_real->resolve(path); }
    Result<qint64> freeBytes(const QString &path) override { return m_real->freeBytes(path); }
    int roundTrips() const override { return m_real->roundTrips(); }

private:
    std::unique_ptr<RemoteFiles> m_real;
    Error m_error;
};

} // namespace

/// One that says that it renames the list of what was published, and does not.
class LyingServer final : public RemoteFiles
{
public:
    explicit LyingServer(std::unique_ptr<RemoteFiles> real) : m_real(std::move(real)) {}
    Features features() const override { return m_real->features(); }
    Result<Outcomes> run(const Batch &batch, const JobContext &context = {}) override
    {
        Outcomes all;
        for (const Operation &operation : batch) {
            const bool renames = operation.kind == Operation::Kind::Replace ||
                                 operation.kind == Operation::Kind::Move;
            if (renames && operation.to.endsWith(QLatin1String("/manifest"))) {
                all.append(Outcome{});
                continue;
            }
            auto done = m_real->run({operation}, context);
            if (!done)
                return done;
            all += *done;
        }
        return all;
    }
    Result<QString> resolve(const QString &path) override { return m_real->resolve(path); }
    Result<qint64> freeBytes(const QString &path) override { return m_real->freeBytes(path); }
    int roundTrips() const override { return m_real->roundTrips(); }

private:
    std::unique_ptr<RemoteFiles> m_real;
};

/// Faults that another connection does not mend.
class TestHopeless : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyEndAPublishSoon_data()
    {
        QTest::addColumn<bool>("isStuck");
        QTest::addColumn<int>("reconnects");
        QTest::newRow("breaks the protocol") << false << 0;
        QTest::newRow("stuck at the same step") << true << 1;
    }

    void theyEndAPublishSoon()
    {
        QFETCH(bool, isStuck);
        QFETCH(int, reconnects);
        const PublishPlace place;
        const Error fault = isStuck ? ssh::stuckService(QStringLiteral("is stuck"))
                                    : ssh::protocolFault(QStringLiteral("is faulty"));
        PublishParams params = place.params();
        int told = 0;
        params.connectsAgain = [&told](const Error &) { ++told; };
        const Connector connector = [&fault](const auto &...given) {
            auto real = standardConnector()(given...);
            if (real)
                *real = std::make_unique<FaultyServer>(std::move(*real), fault);
            return real;
        };
        Publisher publisher(params, connector);
        const auto report = publishAll(publisher, BuiltSite(firstState()));
        QVERIFY(!report);
        QVERIFY2(report.error().text.contains(fault.text), qPrintable(report.error().text));
        QCOMPARE(told, reconnects);
    }

    void aListThatIsNotThereIsTold_data()
    {
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("first publish") << true;
        QTest::newRow("later publish") << false;
    }

    void aListThatIsNotThereIsTold()
    {
        QFETCH(bool, isFirst);
        const PublishPlace place;
        Publisher honest(place.params());
        if (!isFirst)
            REQUIRE_OK(publishAll(honest, BuiltSite(firstState())));
        const Connector connector = [](const auto &...given) {
            auto real = standardConnector()(given...);
            if (real)
                *real = std::make_unique<LyingServer>(std::move(*real));
            return real;
        };
        Publisher publisher(place.params(), connector);
        const auto report = publishAll(publisher, BuiltSite(secondState()));
        REQUIRE_OK(report);
        QVERIFY(rulesOf(report->notes).contains(QStringLiteral("publish-list-missing")));
        QVERIFY(!report->amiss.isEmpty());
    }

    void aFolderThatIsRefusedIsNamed()
    {
        const PublishPlace place;
        const auto faults = std::make_shared<Faults>();
        faults->refuse = [](const Operation &operation) {
            const bool isRefused = operation.kind == Operation::Kind::MakeFolder &&
                                   operation.path.endsWith(QLatin1String("/live"));
            return isRefused ? Outcome::Status::Denied : Outcome::Status::Ok;
        };
        Publisher publisher(place.params(), faultyConnector(faults));
        const auto report = publishAll(publisher, BuiltSite(firstState()));
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::PermissionDenied);
        QVERIFY2(report.error().text.contains(QLatin1String("/live")),
                 qPrintable(report.error().text));
    }

    void aDamagedRecordIsToldWithItsWayOut()
    {
        const PublishPlace place;
        Publisher publisher(place.params());
        REQUIRE_OK(publishAll(publisher, BuiltSite(firstState())));
        Journal journal;
        journal.steps.append(JournalStep{});
        QByteArray bytes = journal.toBytes();
        bytes[bytes.size() - 3] = '!';
        QFile file(place.controlFolder() + QStringLiteral("/journal"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto recovered = publisher.recover();
        QVERIFY(!recovered);
        QCOMPARE(recovered.error().code, ErrorCode::Corrupt);
        QVERIFY2(recovered.error().text.contains(QLatin1String("--set-aside")),
                 qPrintable(recovered.error().text));
        REQUIRE_OK(publisher.recover(Publisher::Direction::SetAside));
    }
};

QTEST_GUILESS_MAIN(TestHopeless)
#include "test_hopeless.moc"
