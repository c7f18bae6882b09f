#include "publishedsite.h"

#include "publish/connection/localtrace.h"
#include "publish/rollback/keptstates.h"
#include "publish/rollback/storedplan.h"
#include "ui/history/historymodel.h"
#include "ui/history/historypanel.h"
#include "ui/history/recoverycard.h"
#include "ui/history/servertoday.h"
#include "ui/preview/page/momenthandler.h"
#include "ui/publish/plan/planmodel.h"
#include "ui/publish/publishpanel.h"

#include <QDirIterator>
#include <QLabel>
#include <QSignalSpy>
#include <QTreeView>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

const auto page = QStringLiteral("kenmin/index.html");

QTreeView *list(HistoryPanel &panel)
{
    for (auto *view : panel.findChildren<QTreeView *>()) {
        if (qobject_cast<HistoryModel *>(view->model()))
            return view;
    }
    return nullptr;
}

void choose(HistoryPanel &panel, int row)
{
    QTreeView *view = list(panel);
    view->setCurrentIndex(view->model()->index(row, 0));
}

} // namespace

/// 「履歴」: what was published, the way back, and what a kill left behind.
class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void anEmptyHistorySaysSo();
    void entriesOpenTheirPlan();
    void goingBackIsAPublishThatCanBeGoneBackFrom_data();
    void goingBackIsAPublishThatCanBeGoneBackFrom();
    void anotherMachineGoesBackWithWhatTheServerKept();
    void aFormerStateIsServedFromItsBytes();
    void aCutOffPublishIsOfferedAndSettled();
    void whatWasFinishedAfterADeathIsNotedAllTheSame_data();
    void whatWasFinishedAfterADeathIsNotedAllTheSame();
    void whatNeverWentOutIsNotNoted();
    void aMissedScheduleIsToldToday();
};

void TestHistory::anEmptyHistorySaysSo()
{
    PublishedSite site;
    site.addFolder();
    HistoryPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    QVERIFY(!list(panel)->isVisible());
}

void TestHistory::entriesOpenTheirPlan()
{
    PublishedSite site;
    const auto target = site.addFolder();
    const Ulid id = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    site.publishText(target, id, QStringLiteral("一"));
    site.publishText(target, id, QStringLiteral("二"));
    HistoryPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.resize(1100, 700);
    panel.show();
    QCOMPARE(list(panel)->model()->rowCount(), 2);
    choose(panel, 0);
    PlanModel *plan = nullptr;
    for (auto *view : panel.findChildren<QTreeView *>()) {
        auto *model = qobject_cast<PlanModel *>(view->model());
        if (model && view->isVisible())
            plan = model;
    }
    QVERIFY(plan);
    const QModelIndex group = plan->index(0, 0);
    QCOMPARE(plan->index(0, PlanModel::PathColumn, group).data().toString(), page);
    QVERIFY(!plan->index(0, PlanModel::ReasonColumn, group).data().toString().isEmpty());
}

void TestHistory::goingBackIsAPublishThatCanBeGoneBackFrom_data()
{
    QTest::addColumn<bool>("overSsh");
    QTest::newRow("folder") << false;
    QTest::newRow("sshd") << true;
}

void TestHistory::goingBackIsAPublishThatCanBeGoneBackFrom()
{
    QFETCH(bool, overSsh);
    PublishedSite site;
    auto server = overSsh ? ThrowawayServer::start() : fail(ErrorCode::Failed, QString());
    if (overSsh && !server)
        QSKIP(qPrintable(server.error().text));
    const auto target = overSsh ? site.addServer(**server) : site.addFolder();
    const Ulid id = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    site.publishText(target, id, QStringLiteral("一"));
    const QByteArray first = site.published(page);
    site.publishText(target, id, QStringLiteral("二"));
    const QByteArray second = site.published(page);
    HistoryPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    for (const QByteArray &wanted : {first, second}) {
        choose(panel, 1);
        PRESS(panel, "back");
        PRESS(panel, "publish");
        QTRY_VERIFY2_WITH_TIMEOUT(site.published(page) == wanted, shownText(panel).constData(),
                                  patience);
        QTRY_VERIFY_WITH_TIMEOUT(!button(panel, "cancel"), patience);
        for (auto *done : panel.findChildren<QPushButton *>()) {
            if (done->isVisible() && done->text() == QStringLiteral("Done"))
                done->click();
        }
    }
    QCOMPARE(list(panel)->model()->rowCount(), 4);
}

void TestHistory::anotherMachineGoesBackWithWhatTheServerKept()
{
    PublishedSite site;
    const auto target = site.addFolder();
    const Ulid id = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    site.publishText(target, id, QStringLiteral("一"));
    const QByteArray first = site.published(page);
    site.publishText(target, id, QStringLiteral("二"));
    // What another computer with a copy of the database has: neither objects nor traces.
    QDirIterator objects(site.siteFolder() + QStringLiteral("/objects"), QDir::Files,
                         QDirIterator::Subdirectories);
    while (objects.hasNext())
        QFile::remove(objects.next());
    QDir(site.siteFolder() + QStringLiteral("/publish")).removeRecursively();
    HistoryPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    choose(panel, 1);
    PRESS(panel, "back");
    PRESS(panel, "publish");
    QTRY_VERIFY2_WITH_TIMEOUT(site.published(page) == first, shownText(panel).constData(),
                              patience);
}

void TestHistory::aFormerStateIsServedFromItsBytes()
{
    PublishedSite site;
    const auto target = site.addFolder();
    const Ulid id = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    const auto report = site.publishText(target, id, QStringLiteral("あの日の文"));
    site.publishText(target, id, QStringLiteral("今日の文"));
    const publish::KeptStates kept(site.siteFolder() + QStringLiteral("/publish"), target);
    const auto state = kept.manifest(report.generation);
    VERIFY_OK(state);
    const auto &objects = site.session->workspace().objects();
    const auto served = momentFile(*state, objects, QStringLiteral("/kenmin/"));
    VERIFY_OK(served);
    QVERIFY(served->bytes.contains("あの日の文"));
    QVERIFY(served->bytes.contains("Content-Security-Policy"));
    VERIFY_FAILS(momentFile(*state, objects, QStringLiteral("/../site.sqlite")),
                 ErrorCode::NotFound);
}

void TestHistory::aCutOffPublishIsOfferedAndSettled()
{
    PublishedSite site;
    const auto target = site.addFolder();
    const Ulid id = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    site.publishText(target, id, QStringLiteral("一"));
    {
        publish::LocalTrace trace(site.siteFolder() + QStringLiteral("/publish"), target);
        VERIFY_OK(trace.claim());
        VERIFY_OK(trace.begin(Ulid::generate().toString(), trace.controlPath()));
    }
    QSignalSpy messages(site.session.get(), &Session::messageShown);
    const TodayGroup concerns = serverConcerns(*site.session);
    QCOMPARE(concerns.lines.size(), 1);
    tellNews(*site.session, {concerns});
    tellNews(*site.session, {concerns}); // once for each open site
    QCOMPARE(messages.size(), 1);
    HistoryPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    PRESS(panel, "finish");
    QTRY_VERIFY2_WITH_TIMEOUT(serverConcerns(*site.session).lines.isEmpty(),
                              shownText(panel).constData(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!panel.findChild<RecoveryCard *>()->isVisible(), patience);
}

void TestHistory::whatWasFinishedAfterADeathIsNotedAllTheSame_data()
{
    QTest::addColumn<bool>("byHand");
    QTest::newRow("one click") << true;
    QTest::newRow("the next publish") << false;
}

void TestHistory::whatWasFinishedAfterADeathIsNotedAllTheSame()
{
    QFETCH(bool, byHand);
    PublishedSite site;
    const auto target = site.addFolder();
    const Ulid id = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    site.publishText(target, id, QStringLiteral("一"));
    site.publishTextAndDie(target, id, QStringLiteral("二"));
    QCOMPARE(stateOf(site.pages().page(id).value()), content::PageState::Changed);
    if (byHand) {
        publish::LocalTrace trace(site.siteFolder() + QStringLiteral("/publish"), target);
        VERIFY_OK(trace.claim());
        VERIFY_OK(trace.begin(Ulid::generate().toString(), trace.controlPath()));
    }
    HistoryPanel history(*site.session, emptyKeychain(), nullptr);
    history.show();
    PublishPanel publish(*site.session, emptyKeychain(), nullptr);
    publish.show();
    if (byHand)
        PRESS(history, "finish");
    else
        PRESS(publish, "plan");
    const publish::HistoryRepository entries(site.session->workspace().database());
    QTRY_COMPARE_WITH_TIMEOUT(entries.list(target.id).value().size(), 2, patience);
    QCOMPARE(stateOf(site.pages().page(id).value()), content::PageState::Live);
    const auto plan = entries.entry(entries.list(target.id)->constFirst().id)->plan;
    QVERIFY(publish::planFromStored(plan).count(publish::PlanItem::Action::Replace) > 0);
}

void TestHistory::whatNeverWentOutIsNotNoted()
{
    PublishedSite site;
    const auto target = site.addFolder();
    const Ulid id = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    const auto report = site.publishText(target, id, QStringLiteral("一"));
    publish::Plan plan;
    plan.base.generation = report.generation;
    VERIFY_OK(delivery::noteSending(site.params(target), plan, {.approved = {{id, 1}}}));
    publish::ManifestHead head;
    head.generation = report.generation;
    head.author = QStringLiteral("みやぎ");
    head.machine = QStringLiteral("desk");
    workspace::Workspace &workspace = site.session->workspace();
    const delivery::Records records{workspace.database(), workspace.pages(), workspace.objects(),
                                    workspace.site().settings().value(),
                                    site.params(target).journalFolder};
    for (int look = 0; look < 2; ++look) {
        const auto settled = delivery::settleSending(records, target, {head});
        VERIFY_OK(settled);
        QVERIFY(!*settled);
        head.generation++; // the note is gone: what someone publishes later is not it
    }
}

void TestHistory::aMissedScheduleIsToldToday()
{
    PublishedSite site;
    const auto target = site.addFolder();
    const Ulid id = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    auto content = site.pages().working(id)->content;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    content.window.opens = now.addSecs(-3600);
    VERIFY_OK(site.pages().saveWorking(id, content, QStringLiteral("みやぎ")));
    VERIFY_OK(site.pages().approve({id}));
    publish::Report twoHoursAgo;
    twoHoursAgo.generation = 1;
    twoHoursAgo.finished = now.addSecs(-7200);
    publish::HistoryRepository history(site.session->workspace().database());
    VERIFY_OK(history.add(site.params(target), {}, twoHoursAgo));
    const TodayGroup concerns = serverConcerns(*site.session);
    QCOMPARE(concerns.lines.size(), 1);
    QCOMPARE(concerns.lines.constFirst().text, QStringLiteral("県民会議"));
    twoHoursAgo.finished = now.addSecs(-1800);
    VERIFY_OK(history.add(site.params(target), {}, twoHoursAgo));
    QVERIFY(serverConcerns(*site.session).lines.isEmpty());
}

QTEST_MAIN(TestHistory)
#include "test_history.moc"
