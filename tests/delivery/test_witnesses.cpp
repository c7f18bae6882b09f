#include "office.h"

#include "delivery/source/publishingsite.h"
#include "publish/rollback/witness.h"

#include <QProcess>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

/// With times, as a backup of a server does it.
void copyAll(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    if (QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), from, to}) != 0)
        qFatal("%s cannot be copied", qPrintable(from));
}

QString serverOf(const publish::Target &target)
{
    return QFileInfo(target.path).path();
}

void publishText(Office &office, const publish::Target &target, const QString &body)
{
    office.write(body);
    need(publishNow(office, {.target = target, .pages = {office.page}}));
}

/// A server that went back from its second publish to its first.
publish::Target serverThatWentBack(Office &office)
{
    const auto target = office.addFolder(QStringLiteral("www"));
    publishText(office, target, QStringLiteral("一つ目"));
    copyAll(serverOf(target), serverOf(target) + QStringLiteral(".first"));
    publishText(office, target, QStringLiteral("二つ目"));
    return target;
}

void goBack(const publish::Target &target)
{
    copyAll(serverOf(target) + QStringLiteral(".first"), serverOf(target));
}

/// As on a machine that was set up just now.
void forgetAll(Office &office)
{
    need(office.site->database().execute(QStringLiteral("DELETE FROM publish_history")));
    QDir(publish::journalFolder(office.site->folder())).removeRecursively();
}

publish::PublishParams paramsOf(Office &office, const publish::Target &target)
{
    const auto site = need(delivery::publishingSite(office.site->site(), office.site->database(),
                                                    office.site->folder(), {}));
    return publish::paramsFor(site, target, {}, {});
}

publish::Standing standingOf(Office &office, const publish::Target &target)
{
    return need(publish::Publisher(paramsOf(office, target)).standing());
}

QString journalsOf(Office &office)
{
    return publish::journalFolder(office.site->folder());
}

/// This copy of the site is older than another one, from which was published since.
publish::Target publishedFromANewerCopy(Office &office)
{
    const auto target = office.addFolder(QStringLiteral("www"));
    publishText(office, target, QStringLiteral("一つ目"));
    copyAll(journalsOf(office), journalsOf(office) + QStringLiteral(".first"));
    publishText(office, target, QStringLiteral("二つ目"));
    copyAll(journalsOf(office) + QStringLiteral(".first"), journalsOf(office));
    need(office.site->database().execute(
        QStringLiteral("DELETE FROM publish_history WHERE generation = 2")));
    return target;
}

QStringList rulesOf(const publish::Plan &plan)
{
    QStringList rules;
    for (const Issue &guard : plan.guards)
        rules.append(guard.rule);
    return rules;
}

/// Asked for access, it says what window and command line say.
class Knowing final : public Script
{
public:
    explicit Knowing(Office &office) : Script(office), m_site(office) {}
    Result<publish::PublishParams> access(const publish::Target &target, const Error *) override
    {
        return paramsOf(m_site, target);
    }

private:
    Office &m_site;
};

} // namespace

/// Who tells that a server went back, where this machine published nothing itself.
class TestWitnesses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutAWitnessItIsSaidThatNobodyKnows()
    {
        Office office;
        const auto target = serverThatWentBack(office);
        goBack(target);
        forgetAll(office);
        const auto first = standingOf(office, target);
        QVERIFY(first.wentBack.isEmpty());
        QVERIFY(!first.isWitnessed);
        QVERIFY(standingOf(office, target).isWitnessed); // by what was seen just now
    }

    void aBackupOfTheSiteIsAsked()
    {
        Office office;
        const auto target = serverThatWentBack(office);
        need(office.site->backup());
        goBack(target);
        forgetAll(office);
        const auto standing = standingOf(office, target);
        QVERIFY(standing.isWitnessed);
        QVERIFY2(standing.wentBack.contains(QStringLiteral("publish 2")),
                 qPrintable(standing.wentBack));
    }

    void theListOfAnotherTargetIsAsked()
    {
        Office office;
        const auto target = serverThatWentBack(office);
        const auto staging = office.addFolder(QStringLiteral("staging"), true);
        Knowing script(office);
        need(publishWith(office, script, {.target = staging}));
        goBack(target);
        forgetAll(office);
        QVERIFY2(standingOf(office, target).wentBack.contains(QStringLiteral("publish 2")),
                 "the list on staging names it");
    }

    /// Their lists are read there, as this computer never saw them.
    void theServersOfOtherTargetsAreAsked()
    {
        Office office;
        const auto target = serverThatWentBack(office);
        const auto staging = office.addFolder(QStringLiteral("staging"), true);
        Knowing script(office);
        need(publishWith(office, script, {.target = staging}));
        goBack(target);
        forgetAll(office);
        publish::PublishParams params = office.params(target); // told of no other target
        QVERIFY(publish::witness::isUnknown(params));
        QVERIFY(publish::witness::askServers(params, {}, {}).isNone());
        const auto told = publish::witness::askServers(params, {office.params(staging)}, {});
        QCOMPARE(told.generation, 2);
        QVERIFY(!publish::witness::isUnknown(params));
        QVERIFY(!publish::Publisher(params).standing()->wentBack.isEmpty());
    }

    void theSamePlaceUnderAnotherNameIsAsked()
    {
        Office office;
        const auto target = serverThatWentBack(office);
        goBack(target);
        publish::Target anew = target;
        anew.id = {};
        anew.name = QStringLiteral("anew");
        anew.id = need(publish::TargetRepository(office.site->database()).save(anew));
        QVERIFY(!standingOf(office, anew).wentBack.isEmpty());
    }

    void planAndSchedulerAreTold()
    {
        Office office;
        const auto target = serverThatWentBack(office);
        need(office.site->backup());
        goBack(target);
        forgetAll(office);
        Knowing script(office);
        const auto due = publishWith(office, script, {.target = target, .due = true});
        QVERIFY(!due);
        QCOMPARE(due.error().code, ErrorCode::Conflict);
        const auto plan = publishWith(office, script, {.target = target, .planOnly = true});
        VERIFY_OK(plan);
        QStringList rules;
        for (const Issue &guard : plan->prepared.plan.guards)
            rules.append(guard.rule);
        QVERIFY(rules.contains(QLatin1String(publish::guard::olderManifest)));
    }

    void anOlderCopyOfTheSiteIsNotPublishedOverANewerOne()
    {
        Office office;
        const auto target = publishedFromANewerCopy(office);
        office.write(QStringLiteral("古い写しで書いた三つ目"));
        const delivery::Request request{.target = target, .pages = {office.page}};
        const QString rule = QLatin1String(publish::guard::newerThere);
        Knowing script(office);
        const auto due = publishWith(office, script, {.target = target, .due = true});
        QVERIFY(!due);
        QCOMPARE(due.error().code, ErrorCode::Conflict);
        for (int time = 0; time < 2; ++time) { // who has seen it does not own it
            const auto standing = standingOf(office, target);
            QVERIFY(standing.wentBack.isEmpty());
            QVERIFY2(standing.newerThere.contains(QStringLiteral("publish 2")) &&
                         standing.newerThere.contains(QStringLiteral("publish 1 of")),
                     qPrintable(standing.newerThere));
            const auto plan = publishWith(
                office, script, {.target = target, .pages = {office.page}, .planOnly = true});
            VERIFY_OK(plan);
            QVERIFY(rulesOf(plan->prepared.plan).contains(rule));
        }
        script.say = [](const delivery::Prepared &) {
            return delivery::Answer{delivery::Answer::Kind::Send, {}};
        };
        const auto refused = publishWith(office, script, request);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        script.say = {};
        const auto meant = publishWith(office, script, request);
        VERIFY_OK(meant);
        QCOMPARE(meant->report.generation, 3);
        QVERIFY(standingOf(office, target).newerThere.isEmpty());
    }

    /// The program died after its publish went live: nobody published from a newer copy.
    void whatWasCutOffHereIsNoNewerCopy()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        publishText(office, target, QStringLiteral("一つ目"));
        office.write(QStringLiteral("二つ目"));
        office.publishAndDie(target);
        Knowing script(office);
        const auto done = publishWith(office, script, {.target = target, .planOnly = true});
        VERIFY_OK(done);
        QVERIFY(!rulesOf(done->prepared.plan).contains(QLatin1String(publish::guard::newerThere)));
        QVERIFY(standingOf(office, target).newerThere.isEmpty());
    }

    /// A list that was put back with the size and time of the newest is taken for that until the
    /// lock is held; then it is told for what it is.
    void aListPutBackUnderTheNewestOnesTimeIsToldAtTheFirstTry()
    {
        Office office;
        const auto target = serverThatWentBack(office);
        standingOf(office, target);
        QTest::qSleep(2100);
        standingOf(office, target);
        const auto listOf = [&target] {
            const QDir server(serverOf(target));
            return server.filePath(
                server.entryList({QStringLiteral(".kakehashi-*")}, QDir::Dirs | QDir::Hidden)
                    .constFirst() +
                QStringLiteral("/manifest"));
        };
        const QFileInfo newest(listOf());
        const QDateTime time = newest.lastModified();
        const qint64 size = newest.size();
        goBack(target);
        QFile list(listOf());
        QCOMPARE(list.size(), size);
        QVERIFY(list.open(QIODevice::ReadWrite));
        QVERIFY(list.setFileTime(time, QFileDevice::FileModificationTime));
        list.close();
        office.write(QStringLiteral("三つ目"));
        const auto refused = publishNow(office, {.target = target, .pages = {office.page}});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QVERIFY2(refused.error().text.contains(QStringLiteral("went back to publish 1")),
                 qPrintable(refused.error().text));
    }

    /// Its first publish is a person's decision.
    void whatNobodyKnowsOfIsNotDue()
    {
        Office office;
        const auto target = office.addFolder(QStringLiteral("www"));
        Knowing script(office);
        const auto due = publishWith(office, script, {.target = target, .due = true});
        VERIFY_OK(due);
        QCOMPARE(due->end, delivery::Outcome::End::NotDue);
    }
};

QTEST_GUILESS_MAIN(TestWitnesses)
#include "test_witnesses.moc"
