#include "office.h"

#include "delivery/sending.h"
#include "publish/drift/driftrepository.h"
#include "publish/serverlookrepository.h"
#include "store/transaction.h"
#include "workspace/layout.h"
#include "workspace/schema.h"

#include <QFileInfo>
#include <QProcess>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;
using delivery::Answer;
using delivery::Outcome;
using End = delivery::Outcome::End;

namespace {

const auto newText = QStringLiteral("新しい本文です。");

bool isNoted(Office &office, const publish::Target &target)
{
    return delivery::isSendingNoted(office.params(target).journalFolder, target);
}

} // namespace

/// One publish from choice to history, whoever stands behind it.
class TestConductor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStepsHaveTheirOrder()
    {
        const QStringList wanted{QStringLiteral("read the site"),
                                 QStringLiteral("see what is due"),
                                 QStringLiteral("get access"),
                                 QStringLiteral("see that the server stands"),
                                 QStringLiteral("fetch a former state"),
                                 QStringLiteral("check"),
                                 QStringLiteral("hold back what the check stops"),
                                 QStringLiteral("build"),
                                 QStringLiteral("take earlier decisions"),
                                 QStringLiteral("plan"),
                                 QStringLiteral("settle a publish that was cut off"),
                                 QStringLiteral("pass the gate"),
                                 QStringLiteral("ask whether to publish"),
                                 QStringLiteral("keep a new key"),
                                 QStringLiteral("note what is being sent"),
                                 QStringLiteral("commit"),
                                 QStringLiteral("write down what was sent"),
                                 QStringLiteral("forget the note")};
        QCOMPARE(delivery::Conductor::stepNames(), wanted);
    }

    void whatWentOutIsWrittenDown()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        const int revision = office.write(newText);
        const auto outcome = publishNow(office, {.target = target, .pages = {office.page}});
        VERIFY_OK(outcome);
        QCOMPARE(outcome->end, End::Published);
        QVERIFY(Office::published(target).contains(newText.toUtf8()));
        QCOMPARE(stateOf(office.pages().page(office.page).value()), content::PageState::Live);
        QCOMPARE(office.sent(target).value(office.page), revision);
        QCOMPARE(office.history(target).size(), 1);
        QVERIFY(!isNoted(office, target));
        QCOMPARE(publishNow(office, {.target = target})->end, End::UpToDate);
    }

    /// What a person fears first is whether the site is broken now.
    void aFailureSaysWhatWasSeenAfterwards()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        VERIFY_OK(publishNow(office, {.target = target}));
        office.write(newText);
        Script script(office);
        script.say = [&target](const delivery::Prepared &) -> Result<Answer> {
            QFile other(target.path + QStringLiteral("/kenmin/index.html"));
            if (!other.open(QIODevice::WriteOnly) || other.write("theirs") < 0)
                qFatal("%s", qPrintable(other.errorString()));
            return Answer{Answer::Kind::Send};
        };
        const auto failed = publishWith(office, script, {.target = target, .pages = {office.page}});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::Conflict);
        QVERIFY2(failed.error().text.contains(QStringLiteral("holds publish 1, as before")),
                 qPrintable(failed.error().text));
    }

    void aRehearsalApprovesNothing()
    {
        Office office;
        const auto staging = office.addFolder(QStringLiteral("staging"), true);
        const auto www = office.addFolder(QStringLiteral("www"));
        const int revision = office.write(newText);
        VERIFY_OK(publishNow(office, {.target = staging, .pages = {office.page}}));
        QVERIFY(Office::published(staging).contains(newText.toUtf8()));
        QCOMPARE(stateOf(office.pages().page(office.page).value()), content::PageState::Changed);
        QCOMPARE(office.sent(staging).value(office.page), revision);
        QVERIFY(office.sent(www).isEmpty());
        VERIFY_OK(publishNow(office, {.target = www}));
        QVERIFY(!Office::published(www).contains(newText.toUtf8()));
        QCOMPARE(office.sent(www).value(office.page), 1);
    }

    /// Another program holds the database for longer than anyone waits. What went out must not be
    /// taken back by the next publish of what is approved.
    void whatCouldNotBeWrittenDownIsWrittenDownLater()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        VERIFY_OK(publishNow(office, {.target = target}));
        office.write(newText);
        auto other = need(store::Database::open(
            workspace::layout::databaseIn(office.site->folder()), workspace::schema()));
        std::optional<store::Transaction> held;
        Script script(office);
        script.say = [&](const delivery::Prepared &) {
            held.emplace(need(store::Transaction::begin(*other)));
            return Answer{Answer::Kind::Send};
        };
        const auto outcome =
            publishWith(office, script, {.target = target, .pages = {office.page}});
        held.reset();
        VERIFY_OK(outcome);
        QCOMPARE(outcome->end, End::Published);
        QVERIFY(outcome->unwritten);
        QVERIFY(isNoted(office, target));
        const auto next = publishNow(office, {.target = target});
        VERIFY_OK(next);
        QVERIFY(next->prepared.settledEarlier);
        QVERIFY(Office::published(target).contains(newText.toUtf8()));
        QCOMPARE(stateOf(office.pages().page(office.page).value()), content::PageState::Live);
        QCOMPARE(office.history(target).size(), 2);
        QVERIFY(!isNoted(office, target));
    }

    void aDecisionHoldsUntilItIsTakenBack()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        VERIFY_OK(publishNow(office, {.target = target}));
        const QString file = QStringLiteral("kenmin/index.html");
        put(target.path + u'/' + file, "theirs");
        office.write(newText);
        publish::DriftRepository watch(office.site->database());
        const QFileInfo theirs(target.path + u'/' + file);
        VERIFY_OK(watch.decide({target.id,
                                file,
                                publish::DriftDecision::Kind::Adopt,
                                {publish::FileInfo::Kind::File, theirs.size(),
                                 theirs.lastModified().toSecsSinceEpoch(), 0},
                                {},
                                QStringLiteral("みやぎ"),
                                QDateTime::currentDateTimeUtc()}));
        Script script(office);
        QList<int> conflicts;
        script.say = [&](const delivery::Prepared &prepared) -> Result<Answer> {
            conflicts << prepared.plan.count(publish::PlanItem::Action::Conflict);
            need(watch.forget(target.id, file));
            return Answer{conflicts.size() == 1 ? Answer::Kind::PlanAgain : Answer::Kind::Leave};
        };
        const auto outcome =
            publishWith(office, script, {.target = target, .pages = {office.page}});
        VERIFY_OK(outcome);
        QCOMPARE(outcome->end, End::Left);
        QCOMPARE(conflicts, (QList<int>{0, 1}));
    }

    void whatWasHeldBackStandsInTheHistoryOfAResumedPublish()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        const auto params = office.params(target);
        publish::Plan plan;
        plan.result.head.generation = 1;
        VERIFY_OK(delivery::noteSending(params, plan, {.heldBack = {QStringLiteral("/award/")}}));
        publish::ManifestHead head;
        head.generation = 1;
        head.published = QDateTime::currentDateTimeUtc();
        head.author = params.author;
        head.machine = params.machine;
        QVERIFY(need(delivery::settleSending(office.records(target), target, {head})));
        QCOMPARE(office.history(target).constFirst().heldBack,
                 QStringList{QStringLiteral("/award/")});
    }

    /// A backup was put back there: nothing is due, and yet somebody has to hear of it.
    void aSchedulerSeesThatTheServerWentBack()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        VERIFY_OK(publishNow(office, {.target = target}));
        const QString server = office.folder.filePath(target.name);
        const QString backup = office.folder.filePath(QStringLiteral("backup"));
        QCOMPARE(QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), server, backup}),
                 0);
        office.write(newText);
        VERIFY_OK(publishNow(office, {.target = target, .pages = {office.page}}));
        QCOMPARE(publishNow(office, {.target = target, .due = true})->end, End::NotDue);
        QVERIFY(QDir(server).removeRecursively());
        QVERIFY(QDir().rename(backup, server));
        // In a test both publishes fall into one second; a backup is older.
        QFile list(server + QStringLiteral("/.kakehashi-www/manifest"));
        QVERIFY(list.open(QIODevice::ReadWrite));
        QVERIFY(list.setFileTime(QDateTime::currentDateTime().addSecs(-7200),
                                 QFileDevice::FileModificationTime));
        list.close();
        // Looked at a moment ago; an hour later it is seen, and then until it is put right.
        QCOMPARE(publishNow(office, {.target = target, .due = true})->end, End::NotDue);
        publish::ServerLookRepository looks(office.site->database());
        VERIFY_OK(looks.noteScheduled(target.id, QDateTime::currentDateTimeUtc().addSecs(-3700)));
        for (int run = 0; run < 2; ++run)
            VERIFY_FAILS(publishNow(office, {.target = target, .due = true}), ErrorCode::Conflict);
        QVERIFY(!need(looks.last(target.id))->problem.isEmpty());
        VERIFY_OK(publishNow(office, {.target = target}));
        QVERIFY(Office::published(target).contains(newText.toUtf8()));
        QVERIFY(need(looks.last(target.id))->problem.isEmpty());
    }

    /// A publish over a server that went back counts on from the newest that is known.
    void whatIsSentIsKnownByItsOwnNumber()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        const auto params = office.params(target);
        publish::Plan plan;
        plan.base.generation = 1;
        plan.result.head.generation = 3;
        const int revision = office.write(newText);
        VERIFY_OK(delivery::noteSending(
            params, plan,
            {.approved = {{office.page, revision}}, .formerLive = {{office.page, 1}}}));
        publish::ManifestHead head;
        head.generation = 3;
        head.published = QDateTime::currentDateTimeUtc();
        head.author = params.author;
        head.machine = params.machine;
        QVERIFY(need(delivery::settleSending(office.records(target), target, {head})));
        QCOMPARE(stateOf(office.pages().page(office.page).value()), content::PageState::Live);
    }

    /// Often nobody but the scheduler comes by: the site must not stay half new until somebody
    /// publishes.
    void aSchedulerEndsWhatWasCutOff()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        VERIFY_OK(publishNow(office, {.target = target}));
        office.write(newText);
        office.publishAndDie(target);
        QVERIFY(need(publish::Publisher(office.params(target)).standing()).hasJournal);
        const auto outcome = publishNow(office, {.target = target, .due = true});
        VERIFY_OK(outcome);
        QCOMPARE(outcome->end, End::NotDue);
        const auto recovered = outcome->report.recovered;
        QVERIFY(recovered != publish::Report::Recovery::None);
        QVERIFY(!need(publish::Publisher(office.params(target)).standing()).hasJournal);
        const bool isNew = recovered == publish::Report::Recovery::Finished;
        QCOMPARE(Office::published(target).contains(newText.toUtf8()), isNew);
        QCOMPARE(stateOf(office.pages().page(office.page).value()),
                 isNew ? content::PageState::Live : content::PageState::Changed);
        QVERIFY(!isNoted(office, target));
    }

    /// Only the modes of files had to be put right; the text that was chosen reads the same.
    void whatNeededNoSendingIsApprovedAndNotedNoMore()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        VERIFY_OK(publishNow(office, {.target = target}));
        const QString before = need(office.pages().working(office.page)).content.body;
        office.write(newText);
        office.write(before);
        QFile::setPermissions(target.path + QStringLiteral("/kenmin"),
                              QFileDevice::Permissions(0x7700));
        const auto outcome = publishNow(office, {.target = target, .pages = {office.page}});
        VERIFY_OK(outcome);
        QCOMPARE(outcome->end, End::UpToDate);
        QCOMPARE(outcome->report.modesMended, 1);
        QCOMPARE(stateOf(office.pages().page(office.page).value()), content::PageState::Live);
        QVERIFY(!isNoted(office, target));
    }

    void eachPublishBearsTheNameOfWhoMakesIt()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        delivery::Conductor conductor({office.site->folder()});
        for (const QString &name : {QStringLiteral("佐藤"), QStringLiteral("鈴木")}) {
            office.author = name;
            office.write(name);
            Script script(office);
            VERIFY_OK(conductor.run({.target = target, .pages = {office.page}}, script, {}));
            QCOMPARE(need(publish::Publisher(office.params(target)).published()).head.author, name);
            QCOMPARE(office.history(target).constFirst().author, name);
        }
    }

    void whatIsNotedLateTakesNoNewerApprovalBack()
    {
        Office office;
        const int second = office.write(newText);
        office.write(QStringLiteral("三つ目の本文です。"));
        VERIFY_OK(office.pages().approve(office.page));
        VERIFY_OK(office.pages().noteSent({{office.page, second}}));
        QCOMPARE(stateOf(office.pages().page(office.page).value()), content::PageState::Live);
    }

    void cancelEndsItBeforeAnythingIsSent()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        const JobContext context;
        Script script(office);
        script.say = [&](const delivery::Prepared &) {
            context.cancel.cancel();
            return Answer{Answer::Kind::Send};
        };
        const auto outcome = publishWith(office, script, {.target = target}, context);
        VERIFY_FAILS(outcome, ErrorCode::Cancelled);
        QVERIFY(QDir(target.path).isEmpty());
        QVERIFY(!isNoted(office, target));
    }
};

QTEST_GUILESS_MAIN(TestConductor)
#include "test_conductor.moc"
