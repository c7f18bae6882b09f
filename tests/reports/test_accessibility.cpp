#include "reports/accessibility/accessibilitybook.h"
#include "reports/accessibility/accessibilitypages.h"
#include "reports/accessibility/savepages.h"
#include "support/sitefixture.h"
#include "workspace/workspace.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::reports;
using test::SiteFixture;

namespace {

const QDate day(2026, 5, 1);

check::RuleBook::Ptr rules()
{
    static const auto book = check::RuleBook::builtIn();
    return *book;
}

content::PageContent contentOf(const QString &title, const QString &body)
{
    content::PageContent content;
    content.title = title;
    content.summary = title + QStringLiteral("についての案内です。十分な長さの概要です。");
    content.body = body;
    return content;
}

QStringList pathsOf(const TestSample &sample)
{
    QStringList paths;
    for (const TestedPage &page : sample.pages)
        paths.append(page.path);
    return paths;
}

/// A site of that many pages besides home and "/kenmin/".
void fill(SiteFixture &site, int pages)
{
    for (int i = 0; i < pages; ++i)
        site.page(QStringLiteral("/p%1/").arg(i),
                  contentOf(QStringLiteral("ページ%1").arg(i), QStringLiteral("文です。")));
}

Checklist checklistOf(const SiteFixture &site, const TestSample &sample)
{
    auto list = fillChecklist({rules(), site.theme(), {}}, site.snapshot(), sample, day);
    if (!list)
        qFatal("%s", qPrintable(list.error().text));
    return *list;
}

/// The answer to a criterion on a page with this body.
Answer answerTo(const QString &number, const QString &body)
{
    SiteFixture site;
    site.page(QStringLiteral("/a/"), contentOf(QStringLiteral("会議の案内"), body));
    const Checklist list = checklistOf(site, chooseSample(site.snapshot(), QString()));
    for (qsizetype at = 0; at < list.sample.pages.size(); ++at) {
        for (qsizetype i = 0; i < list.criteria.size(); ++i) {
            if (list.sample.pages.at(at).path == QLatin1String("/a/") &&
                list.criteria.at(i).number == number)
                return list.answers.at(at).at(i);
        }
    }
    return {};
}

} // namespace

class TestAccessibility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void criteriaAreThoseOfTheStandard()
    {
        const auto all = criteria();
        QVERIFY2(all, all ? "" : qPrintable(all.error().text));
        const auto ofLevel = [&all](const char *level) {
            return std::count_if(all->cbegin(), all->cend(), [level](const Criterion &criterion) {
                return criterion.level == QLatin1String(level);
            });
        };
        QCOMPARE(ofLevel("A"), 25);
        QCOMPARE(ofLevel("AA"), 13);
        // A rule that names a criterion names one that is in the list.
        QSet<QString> numbers;
        for (const Criterion &criterion : *all)
            numbers.insert(criterion.number);
        for (const check::RuleInfo &rule : rules()->rules()) {
            for (const QString &number : criteriaIn(rule.clause))
                QVERIFY2(numbers.contains(number), qPrintable(rule.id + u' ' + number));
        }
    }

    void clausesAreRead()
    {
        QCOMPARE(criteriaIn(QStringLiteral("JIS X 8341-3:2016 1.3.1 (A), 4.1.2 (A)")),
                 (QStringList{QStringLiteral("1.3.1"), QStringLiteral("4.1.2")}));
        QCOMPARE(criteriaIn(QStringLiteral("JIS X 8341-3:2016 1.2.2 (A), 3.2.5 (AAA)")),
                 QStringList(QStringLiteral("1.2.2")));
        QVERIFY(criteriaIn(QStringLiteral("通信の保護")).isEmpty());
    }

    void smallSitesAreTestedWholly()
    {
        SiteFixture site;
        fill(site, 30);
        const TestSample sample = chooseSample(site.snapshot(), QStringLiteral("x"));
        QCOMPARE(sample.pages.size(), sample.total);
        QVERIFY(sample.seed.isEmpty());
    }

    void largeSitesAreSampledAndTheDrawIsReproducible()
    {
        SiteFixture site;
        fill(site, 200);
        const TestSample once = chooseSample(site.snapshot(), QStringLiteral("2026-05-01"));
        const TestSample again = chooseSample(site.snapshot(), QStringLiteral("2026-05-01"));
        const TestSample other = chooseSample(site.snapshot(), QStringLiteral("2026-05-02"));
        QCOMPARE(once.pages.size(), 40);
        QVERIFY(once.drawn() >= 25);
        QCOMPARE(pathsOf(again), pathsOf(once));
        QVERIFY(pathsOf(other) != pathsOf(once));
        QVERIFY(pathsOf(once).contains(QStringLiteral("/")));
        const QStringList paths = pathsOf(once);
        QCOMPARE(QSet<QString>(paths.cbegin(), paths.cend()).size(), paths.size());
        QVERIFY(methodText(once).contains(QStringLiteral("2026-05-01")));
    }

    void representativesShowWhatSitesHold()
    {
        SiteFixture site;
        fill(site, 60);
        site.page(
            QStringLiteral("/zz-table/"),
            contentOf(QStringLiteral("表"), QStringLiteral("| a | b |\n|---|---|\n| 1 | 2 |\n")));
        const TestSample sample = chooseSample(site.snapshot(), QStringLiteral("x"));
        const auto found =
            std::find_if(sample.pages.cbegin(), sample.pages.cend(), [](const TestedPage &page) {
                return page.path == QLatin1String("/zz-table/");
            });
        QVERIFY(found != sample.pages.cend());
        QCOMPARE(found->reason, QStringLiteral("表のあるページ"));
    }

    void answersFollowTheFindings_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *number, const QString &body, Outcome outcome) {
            QTest::newRow(qPrintable(QLatin1String(number) + u' ' + outcomeText(outcome)))
                << QString::fromLatin1(number) << body << outcomeText(outcome);
        };
        const QString text = QStringLiteral("会議を開きます。");
        row("3.1.1", text, Outcome::Conforms);
        row("1.3.1", QStringLiteral("#### 飛んだ見出し\n\n文です。"), Outcome::Fails);
        row("1.3.3", text, Outcome::Ask);
        row("2.4.4", QStringLiteral("[こちら](/kenmin/)"), Outcome::Ask);
        row("1.2.2", text, Outcome::NotApplicable);
        row("1.2.2", QStringLiteral("::: embed {youtube=abcdefghijk title=\"会議の記録\"}\n:::"),
            Outcome::Ask);
        row("3.3.1", text, Outcome::NotApplicable);
    }

    void answersFollowTheFindings()
    {
        QFETCH(QString, number);
        QFETCH(QString, body);
        QFETCH(QString, outcome);
        const Answer answer = answerTo(number, body);
        QVERIFY2(outcomeText(answer.outcome) == outcome,
                 qPrintable(outcomeText(answer.outcome) + u' ' + answer.note));
    }

    void workbookHasAQuestionForEachOpenAnswer()
    {
        SiteFixture site;
        const Checklist list = checklistOf(site, chooseSample(site.snapshot(), QString()));
        const tabular::Book book = toBook(list, site.snapshot().site);
        QCOMPARE(book.sheets.size(), 4);
        QCOMPARE(book.sheets.at(0).rows.size(), 38);
        QCOMPARE(book.sheets.at(1).rows.size(), list.sample.pages.size());
        QCOMPARE(book.sheets.at(2).rows.size(),
                 list.count(Outcome::Fails) + list.count(Outcome::Ask));
    }

    /// On the sample portal: the pages are made as working revisions, keep all rules themselves,
    /// and a second report changes what is there.
    void pagesAreMadeForStaffToRead()
    {
        const QTemporaryDir folder;
        auto site = workspace::createSample(folder.filePath(QStringLiteral("site")));
        QVERIFY2(site, site ? "" : qPrintable(site.error().text));
        const auto theme = (*site)->theme();
        const auto before = (*site)->snapshot({});
        QVERIFY(theme && before);
        const check::CheckContext context{rules(), **theme, (*site)->renderOptions()};
        const auto list = fillChecklist(context, **before,
                                        chooseSample(**before, QStringLiteral("令和8年度")), day);
        QVERIFY2(list, list ? "" : qPrintable(list.error().text));
        QCOMPARE(list->sample.pages.size(), 40);
        QCOMPARE(list->count(Outcome::Fails), 0);
        const auto saved = saveAccessibilityPages((*site)->pages(), *list, (**before).site,
                                                  QStringLiteral("見本"));
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error().text));
        QCOMPARE(saved->at(0).saved, Saved::Unchanged);
        QCOMPARE(saved->at(1).saved, Saved::Made);
        QCOMPARE(saved->at(1).path, QStringLiteral("/accessibility/result-2026/"));
        QCOMPARE((*site)->pages().page(saved->at(1).id)->live, 0);
        const auto after =
            (*site)->snapshot({.revisions = workspace::SnapshotOptions::Revisions::Working});
        const auto findings = check::checkPage(context, **after, saved->at(1).id);
        QVERIFY(findings);
        for (const check::Finding &finding : *findings)
            QVERIFY2(finding.issue.severity == Severity::Ask, qPrintable(finding.issue.text));
        const auto again = saveAccessibilityPages((*site)->pages(), *list, (**before).site,
                                                  QStringLiteral("見本"));
        QCOMPARE(again->at(1).saved, Saved::Unchanged);
    }

    void aNewSiteGetsAPolicyThatKeepsAllRules()
    {
        SiteFixture site;
        content::SiteSettings settings = site.snapshot().site;
        const ReportPage policy = policyPage(settings, day);
        QVERIFY(policy.content.body.contains(QStringLiteral("令和9年3月31日")));
        QVERIFY(!policy.content.body.contains(u'{'));
        const Ulid id = site.page(policy.path, policy.content);
        const auto findings = check::checkPage({rules(), site.theme(), {}}, site.snapshot(), id);
        QVERIFY(findings);
        for (const check::Finding &finding : *findings)
            QVERIFY2(finding.fromTheme || finding.issue.severity == Severity::Ask ||
                         finding.part.isEmpty(),
                     qPrintable(finding.issue.text));
    }
};

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"
