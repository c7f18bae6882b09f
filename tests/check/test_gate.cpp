#include "checking.h"

#include "check/gate/exceptionrepository.h"
#include "check/gate/gate.h"
#include "content/page/pagerepository.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kakehashi;

namespace {

const auto kana = QStringLiteral("half-width-kana");

/// A site of one page, with what the check says of it.
struct Site
{
    explicit Site(const QString &body)
    {
        render::PageValue value = checking::page(body);
        value.id = Ulid::fromString(QStringLiteral("01HZZZZZZZZZZZZZZZZZZZZZZZ"));
        page = std::make_shared<const render::PageValue>(value);
        snapshot = checking::emptySite();
        snapshot.pages.append(page);
        const QString html = checking::documentAround(QStringLiteral("<p>x</p>"));
        findings = check::checkHtml(*checking::rules(), snapshot, *page, html.toUtf8());
    }

    check::Findings of(const QString &rule) const { return checking::ofRule(findings, rule); }
    QList<check::Exception> except(const QString &rule) const
    {
        return check::exceptionsFor(of(rule), snapshot, QStringLiteral("引用のため"),
                                    QStringLiteral("みやぎ"), Clock::system());
    }

    std::shared_ptr<const render::PageValue> page;
    render::SiteSnapshot snapshot;
    check::Findings findings;
};

qsizetype blockedBy(const check::Gate &gate, const QString &rule)
{
    return checking::ofRule(gate.blocking, rule).size();
}

} // namespace

/// Which musts stop a publish, and what an exception is worth.
class TestGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyMustsStopAPublish();
    void anExceptionHoldsUntilItsTextChanges_data();
    void anExceptionHoldsUntilItsTextChanges();
    void anExceptionIsForOneRuleAndOnePage();
    void oneExceptionIsEnoughForTheSameText();
    void whatTheThemeGetsWrongIsOneThing();
    void exceptionsAreKept();
    void anExceptionNeedsAReason();
    void aTakenBackExceptionHoldsNoMore();
    void planAndHistoryNameEachException();
};

void TestGate::onlyMustsStopAPublish()
{
    const Site site(QStringLiteral("ｾﾐﾅｰは２０名です。"));
    QVERIFY(!site.of(QStringLiteral("full-width-alnum")).isEmpty());
    const check::Gate gate = check::gateOf(site.findings, site.snapshot, {});
    QVERIFY(!gate.isOpen());
    for (const check::Finding &finding : gate.blocking)
        QCOMPARE(finding.issue.severity, Severity::Must);
    QCOMPARE(blockedBy(gate, kana), 1);
    const Issue guard = check::guardOf(gate);
    QCOMPARE(guard.severity, Severity::Must);
    QVERIFY(guard.text.contains(QStringLiteral("/test/")));
}

void TestGate::anExceptionHoldsUntilItsTextChanges_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<qsizetype>("blocked");
    const auto row = [](const char *name, const char *then, qsizetype blocked) {
        QTest::newRow(name) << QString::fromUtf8(then) << blocked;
    };
    row("nothing changed", "はじめに。\n\nｾﾐﾅｰを開きます。", 0);
    row("lines came before it", "あ\n\nい\n\nはじめに。\n\nｾﾐﾅｰを開きます。", 0);
    row("it was indented", "はじめに。\n\n  ｾﾐﾅｰを開きます。", 0);
    row("other lines changed", "終わりに。\n\nｾﾐﾅｰを開きます。", 0);
    row("the line was rewritten", "はじめに。\n\nｾﾐﾅｰを開催します。", 1);
    row("it came in again elsewhere", "ｶｲｷﾞ\n\nｾﾐﾅｰを開きます。", 1);
    row("mended", "はじめに。\n\nセミナーを開きます。", 0);
}

void TestGate::anExceptionHoldsUntilItsTextChanges()
{
    QFETCH(QString, then);
    QFETCH(qsizetype, blocked);
    const Site before(QStringLiteral("はじめに。\n\nｾﾐﾅｰを開きます。"));
    const Site after(then);
    const check::Gate gate = check::gateOf(after.findings, after.snapshot, before.except(kana));
    QCOMPARE(blockedBy(gate, kana), blocked);
}

void TestGate::anExceptionIsForOneRuleAndOnePage()
{
    const Site site(QStringLiteral("ｾﾐﾅｰを開きます。"));
    auto exceptions = site.except(kana);
    QCOMPARE(exceptions.size(), 1);
    exceptions.first().page = Ulid::generate();
    QCOMPARE(blockedBy(check::gateOf(site.findings, site.snapshot, exceptions), kana), 1);
    exceptions = site.except(kana);
    exceptions.first().rule = QStringLiteral("image-alt");
    QCOMPARE(blockedBy(check::gateOf(site.findings, site.snapshot, exceptions), kana), 1);
}

void TestGate::oneExceptionIsEnoughForTheSameText()
{
    const Site site(QStringLiteral("ｾﾐﾅｰとｶｲｷﾞの話。"));
    QCOMPARE(site.of(kana).size(), 2);
    QCOMPARE(site.except(kana).size(), 1);
    QCOMPARE(blockedBy(check::gateOf(site.findings, site.snapshot, site.except(kana)), kana), 0);
}

void TestGate::whatTheThemeGetsWrongIsOneThing()
{
    const Site site(QStringLiteral("本文です。"));
    check::Finding finding;
    finding.issue = {
        Severity::Must, QStringLiteral("document-language"), QStringLiteral("lang"), {}};
    finding.issue.place.pagePath = QStringLiteral("/test/");
    finding.evidence = finding.issue.text;
    finding.fromTheme = true;
    const auto exceptions =
        check::exceptionsFor({finding}, site.snapshot, QStringLiteral("次の改修まで"),
                             QStringLiteral("みやぎ"), Clock::system());
    QVERIFY(exceptions.constFirst().page.isNull());
    // Another page comes first now, and more pages have it.
    finding.issue.place.pagePath = QStringLiteral("/a/");
    finding.issue.text = QStringLiteral("lang (The same on 3 other pages.)");
    QVERIFY(check::gateOf({finding}, site.snapshot, exceptions).isOpen());
}

void TestGate::exceptionsAreKept()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("site"));
    const Site site(QStringLiteral("ｾﾐﾅｰを開きます。"));
    const auto exceptions = site.except(kana);
    {
        const auto made = workspace::Workspace::create(path, QStringLiteral("見本"));
        QVERIFY(made);
        QVERIFY(check::ExceptionRepository((*made)->database()).add(exceptions));
    }
    const auto opened = workspace::Workspace::open(path);
    QVERIFY(opened);
    const auto kept = check::ExceptionRepository((*opened)->database()).holding();
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
    QCOMPARE(kept->constFirst().reason, QStringLiteral("引用のため"));
    QCOMPARE(kept->constFirst().author, QStringLiteral("みやぎ"));
    QCOMPARE(kept->constFirst().at.toSecsSinceEpoch(),
             exceptions.constFirst().at.toSecsSinceEpoch());
    QVERIFY(blockedBy(check::gateOf(site.findings, site.snapshot, *kept), kana) == 0);
}

void TestGate::anExceptionNeedsAReason()
{
    QTemporaryDir folder;
    const auto made = workspace::Workspace::create(folder.filePath(QStringLiteral("site")),
                                                   QStringLiteral("見本"));
    QVERIFY(made);
    check::ExceptionRepository repository((*made)->database());
    const Site site(QStringLiteral("ｾﾐﾅｰを開きます。"));
    auto exceptions = site.except(kana);
    exceptions.append(exceptions.constFirst());
    exceptions.last().id = Ulid::generate();
    exceptions.last().reason = QStringLiteral(" \n");
    const auto added = repository.add(exceptions);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::Invalid);
    QVERIFY(repository.all()->isEmpty()); // all or none
}

void TestGate::aTakenBackExceptionHoldsNoMore()
{
    QTemporaryDir folder;
    const auto made = workspace::Workspace::create(folder.filePath(QStringLiteral("site")),
                                                   QStringLiteral("見本"));
    QVERIFY(made);
    check::ExceptionRepository repository((*made)->database());
    const Site site(QStringLiteral("ｾﾐﾅｰを開きます。"));
    const auto exceptions = site.except(kana);
    QVERIFY(repository.add(exceptions));
    const Ulid id = exceptions.constFirst().id;
    const QDateTime now = Clock::system().now();
    QVERIFY(repository.revoke(id, QStringLiteral("せんだい"), now));
    QVERIFY(repository.holding()->isEmpty());
    QCOMPARE(repository.all()->size(), 1); // evidence is never deleted
    QCOMPARE(repository.all()->constFirst().revokedBy, QStringLiteral("せんだい"));
    const auto again = repository.revoke(id, QStringLiteral("せんだい"), now);
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::NotFound);
}

void TestGate::planAndHistoryNameEachException()
{
    const Site site(QStringLiteral("ｾﾐﾅｰを開きます。"));
    const check::Gate gate = check::gateOf(site.findings, site.snapshot, site.except(kana));
    const Issues notes = check::notesOf(gate);
    QCOMPARE(notes.size(), 1);
    for (const char *part : {"/test/", "half-width-kana", "引用のため", "みやぎ"})
        QVERIFY2(notes.constFirst().text.contains(QString::fromUtf8(part)), part);
}

QTEST_GUILESS_MAIN(TestGate)
#include "test_gate.moc"
