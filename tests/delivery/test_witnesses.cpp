#include "office.h"

#include "delivery/source/publishingsite.h"

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
