#include "opensite.h"

#include "ui/check/checkpanel.h"
#include "ui/check/running/sitewatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

constexpr int patience = 30'000;

} // namespace

/// What the badge's check found is shown by the panel only while it is true.
class TestSiteWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void aResultIsOfItsDay_data();
    void aResultIsOfItsDay();
};

void TestSiteWatch::aResultIsOfItsDay_data()
{
    QTest::addColumn<qint64>("secondsLater");
    QTest::addColumn<qsizetype>("checks");
    QTest::newRow("an hour later") << qint64(3600) << qsizetype(0);
    QTest::newRow("after midnight in Japan") << qint64(15 * 3600) << qsizetype(1);
}

void TestSiteWatch::aResultIsOfItsDay()
{
    QFETCH(qint64, secondsLater);
    QFETCH(qsizetype, checks);
    QTemporaryDir folder;
    FixedClock clock(test::firstMorning());
    auto made = workspace::Workspace::create(folder.filePath(QStringLiteral("site")),
                                             QStringLiteral("見本"), clock);
    VERIFY_OK(made);
    ActionRegistry actions(nullptr);
    Session session(*std::move(made), actions);
    const auto *watch = new SiteWatch(session);
    QTRY_VERIFY_WITH_TIMEOUT(watch->found(), patience);
    clock.advance(secondsLater);
    CheckPanel panel(session, nullptr);
    const auto *check = panel.findChild<SiteCheck *>();
    QVERIFY(check);
    QSignalSpy started(check, &SiteCheck::started);
    panel.show();
    QCOMPARE(started.size(), checks);
    QTRY_VERIFY_WITH_TIMEOUT(!check->isRunning(), patience);
}

QTEST_MAIN(TestSiteWatch)
#include "test_sitewatch.moc"
