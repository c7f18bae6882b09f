#include "checking.h"

#include "check/decisions/decisionrepository.h"
#include "store/query.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kakehashi;
using check::Decisions;
using check::SiteTerm;
using check::Weight;

namespace {

const auto author = QStringLiteral("みやぎ");

/// What the site's rules say of a body: "取り組み→取組" for each finding of the dictionary.
QStringList said(const QString &body, const QList<SiteTerm> &terms)
{
    const auto book = checking::rules()->with({{}, terms});
    if (!book)
        qFatal("%s", qPrintable(book.error().text));
    const QString html = checking::documentAround(QStringLiteral("<p>x</p>"));
    const auto findings =
        check::checkHtml(**book, checking::emptySite(), checking::page(body), html.toUtf8());
    QStringList changes;
    for (const check::Finding &finding : checking::ofRule(findings, QStringLiteral("term")))
        changes.append(finding.fix->original + u'→' + finding.fix->replacement);
    return changes;
}

SiteTerm term(const QString &written, const QString &wanted = {})
{
    return {{}, written, wanted, {}};
}

} // namespace

/// What a site's people decide about rules and words.
class TestDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ownTerms_data();
    void ownTerms();
    void badTermsAreNamed_data();
    void badTermsAreNamed();
    void decisionsAreKept();
    void aRefusedDecisionChangesNothing();
    void aRuleOfANewerVersionIsLeftAlone();
    void aDecisionOutweighsSingleCharacters();
};

void TestDecisions::ownTerms_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QList<SiteTerm>>("terms");
    QTest::addColumn<QStringList>("changes");
    const auto row = [](const char *name, const QString &body, const QList<SiteTerm> &terms,
                        const QStringList &changes) {
        QTest::newRow(name) << body << terms << changes;
    };
    const QString body = QStringLiteral("地球温暖化対策課がＣＯ２を減らす取り組みを。");
    row("as delivered", body, {}, {QStringLiteral("取り組み→取組")});
    row("own word", body, {term(QStringLiteral("地球温暖化対策課"), QStringLiteral("環境政策課"))},
        {QStringLiteral("地球温暖化対策課→環境政策課"), QStringLiteral("取り組み→取組")});
    row("own word wins", body, {term(QStringLiteral("取り組み"), QStringLiteral("活動"))},
        {QStringLiteral("取り組み→活動")});
    row("right as it stands", body, {term(QStringLiteral("取り組み"))}, {});
    row("right within a longer word", QStringLiteral("「脱炭素の取り組みを語る会」の取り組みを"),
        {term(QStringLiteral("脱炭素の取り組みを語る会"))}, {QStringLiteral("取り組み→取組")});
    row("not inside what is wanted", QStringLiteral("エコ講座とみやぎエコ講座です。"),
        {term(QStringLiteral("エコ講座"), QStringLiteral("みやぎエコ講座"))},
        {QStringLiteral("エコ講座→みやぎエコ講座")});
    row("not inside what is wanted, in its middle",
        QStringLiteral("県民会議と宮城県民会議室です。"),
        {term(QStringLiteral("県民会議"), QStringLiteral("宮城県民会議室"))},
        {QStringLiteral("県民会議→宮城県民会議室")});
    row("no pattern", QStringLiteral("a.c と abc"),
        {term(QStringLiteral("a.c"), QStringLiteral("A.C"))}, {QStringLiteral("a.c→A.C")});
    row("no backslash group", QStringLiteral("円です。"),
        {term(QStringLiteral("円"), QStringLiteral("\\1"))}, {QStringLiteral("円→\\1")});
    row("not in addresses", QStringLiteral("[x](https://www.example.jp/abc/)"),
        {term(QStringLiteral("abc"), QStringLiteral("ABC"))}, {});
}

void TestDecisions::ownTerms()
{
    QFETCH(QString, body);
    QFETCH(QList<SiteTerm>, terms);
    QFETCH(QStringList, changes);
    QCOMPARE(said(body, terms), changes);
}

void TestDecisions::badTermsAreNamed_data()
{
    QTest::addColumn<QList<SiteTerm>>("terms");
    QTest::addColumn<QString>("named");
    QTest::newRow("no word") << QList{term({}, QStringLiteral("取組"))} << QStringLiteral("取組");
    QTest::newRow("itself") << QList{term(QStringLiteral(" 取組 "), QStringLiteral("取組"))}
                            << QStringLiteral("取組");
    QTest::newRow("twice") << QList{term(QStringLiteral("甲"), QStringLiteral("乙")),
                                    term(QStringLiteral("甲 "))}
                           << QStringLiteral("甲");
    QTest::newRow("two lines") << QList{term(QStringLiteral("甲\n乙"), QStringLiteral("丙"))}
                               << QStringLiteral("甲 乙");
    QTest::newRow("a whole text") << QList{term(QString(101, u'長'))} << QStringLiteral("長長長");
}

void TestDecisions::badTermsAreNamed()
{
    QFETCH(QList<SiteTerm>, terms);
    QFETCH(QString, named);
    const auto tidy = check::tidied(terms);
    QVERIFY(!tidy);
    QVERIFY2(tidy.error().text.contains(named), qPrintable(tidy.error().text));
}

void TestDecisions::decisionsAreKept()
{
    QTemporaryDir folder;
    const auto site = workspace::Workspace::create(folder.filePath(QStringLiteral("site")), author);
    check::DecisionRepository repository((*site)->database());
    QCOMPARE(*repository.decisions(), Decisions());
    Decisions wanted{
        {{QStringLiteral("link-text"), Weight(Severity::Must)},
         {QStringLiteral("my-number"), Weight()}},
        {term(QStringLiteral("乙")), term(QStringLiteral("甲"), QStringLiteral("丙"))}};
    QVERIFY(repository.save(wanted, author, (*site)->clock().now()));
    auto kept = *repository.decisions();
    QCOMPARE(kept.weights, wanted.weights);
    QCOMPARE(kept.terms.at(0).written, QStringLiteral("乙"));
    QCOMPARE(kept.terms.at(1).wanted, QStringLiteral("丙"));
    const auto book = *check::siteRules((*site)->database());
    QCOMPARE(book->info(QStringLiteral("link-text")).severity, Severity::Must);
    QVERIFY(!book->info(QStringLiteral("my-number")).enabled);
    kept.weights.remove(QStringLiteral("my-number"));
    kept.terms.removeFirst();
    QVERIFY(repository.save(kept, author, (*site)->clock().now()));
    QCOMPARE(*repository.decisions(), kept);
}

void TestDecisions::aRefusedDecisionChangesNothing()
{
    QTemporaryDir folder;
    const auto site = workspace::Workspace::create(folder.filePath(QStringLiteral("site")), author);
    check::DecisionRepository repository((*site)->database());
    const Decisions good{{}, {term(QStringLiteral("甲"), QStringLiteral("乙"))}};
    QVERIFY(repository.save(good, author, (*site)->clock().now()));
    const auto refused =
        repository.save({{{QStringLiteral("image-alt"), Weight(Severity::Ask)}}, {}}, author,
                        (*site)->clock().now());
    QVERIFY(!refused);
    QVERIFY(refused.error().text.contains(QLatin1String("image-alt")));
    QCOMPARE(repository.decisions()->terms.size(), 1);
}

void TestDecisions::aRuleOfANewerVersionIsLeftAlone()
{
    QTemporaryDir folder;
    const auto site = workspace::Workspace::create(folder.filePath(QStringLiteral("site")), author);
    store::Database &database = (*site)->database();
    store::Query add(database, QStringLiteral("INSERT INTO check_weight (rule, weight, author, at) "
                                              "VALUES ('rule-of-tomorrow', 'off', 'x', ?)"));
    QVERIFY(add.run({(*site)->clock().now()}));
    check::DecisionRepository repository(database);
    QCOMPARE(*repository.decisions(), Decisions());
    QVERIFY(repository.save({}, author, (*site)->clock().now()));
    store::Query count(database, QStringLiteral("SELECT COUNT(*) FROM check_weight"));
    QCOMPARE(**count.first({}, [](const store::Query &row) { return row.number(0); }), 1);
}

void TestDecisions::aDecisionOutweighsSingleCharacters()
{
    const auto book =
        *checking::rules()->with({{{QStringLiteral("dependent-character"), Severity::Must}}, {}});
    const QString html = checking::documentAround(QStringLiteral("<p>x</p>"));
    const auto findings = check::checkHtml(
        *book, checking::emptySite(), checking::page(QStringLiteral("①と㎡です。")), html.toUtf8());
    const auto found = checking::ofRule(findings, QStringLiteral("dependent-character"));
    QCOMPARE(found.size(), 2);
    for (const check::Finding &finding : found)
        QCOMPARE(finding.issue.severity, Severity::Must);
}

QTEST_GUILESS_MAIN(TestDecisions)
#include "test_decisions.moc"
