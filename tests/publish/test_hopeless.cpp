#include "publish/local/localfiles.h"
#include "ssh/sftp/sftperror.h"
#include "support/publishfixture.h"

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
};

QTEST_GUILESS_MAIN(TestHopeless)
#include "test_hopeless.moc"
