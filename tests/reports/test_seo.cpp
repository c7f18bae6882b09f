#include "reports/seo/searchlook.h"
#include "reports/seo/seoproposal.h"
#include "support/sitefixture.h"
#include "tabular/csv.h"
#include "workspace/workspace.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::reports;
using test::SiteFixture;

namespace {

check::RuleBook::Ptr rules()
{
    static const auto book = check::RuleBook::builtIn();
    return *book;
}

content::PageContent contentOf(const QString &title, const QString &summary, const QString &body)
{
    content::PageContent content;
    content.title = title;
    content.summary = summary;
    content.body = body;
    content.picture = Ulid::generate();
    return content;
}

const QString goodSummary()
{
    return QStringLiteral("県民会議の会員になるための手続、会費、活動の内容を案内しています。");
}

QString longBody()
{
    return QStringLiteral("県民会議では、家庭と職場で二酸化炭素を減らす取組を進めています。")
        .repeated(12);
}

/// A page that nothing is wrong with, linked from "/kenmin/".
content::PageContent good(const QString &title)
{
    return contentOf(title, title + goodSummary(), longBody());
}

SeoSurvey survey(const SiteFixture &site)
{
    auto made = surveySeo({rules(), site.theme(), {}}, site.snapshot());
    if (!made)
        qFatal("%s", qPrintable(made.error().text));
    return *made;
}

QStringList problemsOf(const SeoSurvey &survey, const QString &path)
{
    for (const SeoPage &page : survey.pages) {
        if (page.path != path)
            continue;
        QStringList ids;
        for (const SeoProblem problem : page.problems)
            ids.append(idOf(problem));
        return ids;
    }
    return {QStringLiteral("no such page")};
}

SeoProposal proposalOf(const SeoSurvey &survey, std::optional<SeoFigures> last = {})
{
    content::SiteSettings site;
    site.name = QStringLiteral("見本ポータル");
    site.organization = QStringLiteral("見本県");
    site.url = QUrl(QStringLiteral("https://example.jp/"));
    auto made = makeSeoProposal(
        {survey, site, QStringLiteral("見本株式会社"), QDate(2026, 4, 1), std::move(last)});
    if (!made)
        qFatal("%s", qPrintable(made.error().text));
    return *made;
}

} // namespace

class TestSeo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsEachProblem_data()
    {
        QTest::addColumn<content::PageContent>("content");
        QTest::addColumn<QStringList>("problems");
        const QString title = QStringLiteral("県民会議の会員募集");
        const auto row = [](const char *name, const content::PageContent &content,
                            const QStringList &problems) {
            QTest::newRow(name) << content << problems;
        };
        row("clean", good(title), {});
        row("short", good(QStringLiteral("募集")), {QStringLiteral("title-short")});
        row("long", good(QString(41, u'県')), {QStringLiteral("title-long")});
        row("no description", contentOf(title, {}, longBody()),
            {QStringLiteral("description-missing")});
        row("short description", contentOf(title, QStringLiteral("案内です。"), longBody()),
            {QStringLiteral("description-short")});
        row("long description", contentOf(title, QString(121, u'県'), longBody()),
            {QStringLiteral("description-long")});
        row("thin", contentOf(title, goodSummary(), QStringLiteral("準備中です。")),
            {QStringLiteral("thin")});
        auto bare = good(title);
        bare.picture = {};
        row("no picture", bare, {QStringLiteral("no-picture")});
        auto hidden = good(QStringLiteral("募"));
        hidden.seo.noindex = true;
        row("hidden", hidden, {QStringLiteral("noindex")});
    }

    void findsEachProblem()
    {
        QFETCH(content::PageContent, content);
        QFETCH(QStringList, problems);
        SiteFixture site;
        auto linking = good(QStringLiteral("県民会議の案内"));
        linking.body += QStringLiteral("\n\n[募集](/a/)");
        site.page(QStringLiteral("/kenmin/"), linking);
        site.page(QStringLiteral("/a/"), content);
        QCOMPARE(problemsOf(survey(site), QStringLiteral("/a/")), problems);
    }

    void findsWhatPagesShareAndWhatNothingLeadsTo()
    {
        SiteFixture site;
        site.page(QStringLiteral("/a/"), good(QStringLiteral("同じ題名のページ")));
        site.page(QStringLiteral("/b/"), good(QStringLiteral("同じ題名のページ")));
        site.page(QStringLiteral("/c/"),
                  contentOf(QStringLiteral("違う題名のページ"), goodSummary(),
                            longBody() + QStringLiteral("\n\n[一](/a/)と[二](/b/)")));
        const SeoSurvey made = survey(site);
        const QStringList shared{QStringLiteral("title-shared"),
                                 QStringLiteral("description-shared")};
        QCOMPARE(problemsOf(made, QStringLiteral("/a/")), shared);
        QCOMPARE(problemsOf(made, QStringLiteral("/b/")), shared);
        QCOMPARE(problemsOf(made, QStringLiteral("/c/")), QStringList(QStringLiteral("orphan")));
        QCOMPARE(made.pages.at(1).inbound, 1);
    }

    void walksRedirects()
    {
        const auto redirect = [](const char *from, const char *to) {
            return content::Redirect{Ulid::generate(), QLatin1String(from), QLatin1String(to), 301};
        };
        const auto chains =
            chainsOf({redirect("/old", "/older"), redirect("/older", "/kenmin/"),
                      redirect("/x", "/y"), redirect("/y", "/x"), redirect("/fine", "/kenmin/")});
        QCOMPARE(chains.size(), 3);
        QCOMPARE(chains.first().stops.join(u' '), QStringLiteral("/old /older /kenmin/"));
        QVERIFY(!chains.first().isLoop);
        QVERIFY(chains.at(1).isLoop && chains.at(2).isLoop);
    }

    void cutsAsResultsAre()
    {
        QCOMPARE(cutOff(QStringLiteral("短い題名"), 30), QStringLiteral("短い題名"));
        QCOMPARE(cutOff(QString(31, u'漢'), 30), QString(29, u'漢') + u'…');
        QCOMPARE(fullWidths(QStringLiteral("abcdeｱｲ漢字")), 2 + 7 * 0.55);
        // A pair of surrogates is never torn.
        const QString pair = QStringLiteral("𠮷");
        QCOMPARE(cutOff(pair.repeated(10), 5.5), pair.repeated(4) + u'…');
        SeoPage page;
        page.path = QStringLiteral("/award/2024/");
        page.shownTitle = QStringLiteral("受賞者｜見本");
        page.opening = QStringLiteral("本文の始まり");
        content::SiteSettings site;
        site.url = QUrl(QStringLiteral("https://example.jp/"));
        const SearchLook look = searchLook(page, site, Screen::Phone);
        QCOMPARE(look.trail, QStringLiteral("https://example.jp › award › 2024"));
        QVERIFY(look.isDescriptionGuessed && !look.isTitleCut);
        QCOMPARE(look.description, page.opening);
    }

    /// Whoever looks at 「点検」 and at this page finds the same figures.
    void agreesWithTheCheckEngine()
    {
        SiteFixture site;
        site.page(QStringLiteral("/a/"), good(QString(50, u'長')));
        site.page(QStringLiteral("/b/"), contentOf(QStringLiteral("薄いページ"), {}, QString()));
        site.page(QStringLiteral("/c/"),
                  contentOf(QStringLiteral("短い概要"), QStringLiteral("短い"), longBody()));
        const SeoSurvey made = survey(site);
        const auto checked = check::checkSite({rules(), site.theme(), {}}, site.snapshot());
        QVERIFY(checked);
        const auto found = [&](const char *rule) {
            return static_cast<int>(std::count_if(
                checked->findings.cbegin(), checked->findings.cend(),
                [&](const auto &finding) { return finding.issue.rule == QLatin1String(rule); }));
        };
        using enum SeoProblem;
        QCOMPARE(made.count(TitleLong), found("title-length"));
        QCOMPARE(made.count(DescriptionMissing), found("description-missing"));
        QCOMPARE(made.count(DescriptionShort) + made.count(DescriptionLong),
                 found("description-length"));
        QCOMPARE(made.count(Orphan), found("orphan-page"));
        QVERIFY(made.count(Thin) >= 1);
    }

    void proposesByPriorityWithFigures()
    {
        SiteFixture site;
        site.page(QStringLiteral("/a/"), good(QString(50, u'長')));
        site.page(QStringLiteral("/b/"), contentOf(QStringLiteral("薄い頁だ"), {}, QString()));
        const SeoSurvey made = survey(site);
        SeoFigures last = figuresOf(made, QDate(2026, 1, 15));
        last.problems.insert(SeoProblem::Thin, 9);
        const SeoProposal proposal = proposalOf(made, last);
        QVERIFY(!proposal.proposals.isEmpty());
        for (qsizetype i = 1; i < proposal.proposals.size(); ++i)
            QVERIFY(proposal.proposals.at(i - 1).priority <= proposal.proposals.at(i).priority);
        for (const Proposal &each : proposal.proposals) {
            QVERIFY2(!each.what.contains(u'%') && !each.why.isEmpty() && !each.source.isEmpty() &&
                         !each.effect.isEmpty() && each.minutes > 0,
                     qPrintable(each.id));
        }
        const auto html = toHtml(proposal);
        QVERIFY2(html, html ? "" : qPrintable(html.error().text));
        for (const QString &wanted :
             {QStringLiteral("見本県 御中"), QStringLiteral("令和8年4月1日"),
              QStringLiteral("令和8年1月15日から令和8年4月1日まで"), QStringLiteral("/b/"),
              QStringLiteral("9"), QStringLiteral("仕様書5(1)ニ")})
            QVERIFY2(html->contains(wanted.toUtf8()), qPrintable(wanted));
        const tabular::Book book = toBook(proposal);
        QCOMPARE(book.sheets.size(), 3);
        QVERIFY(tabular::toCsv(book.sheets.at(2)).contains("/b/"));
    }

    void everyProblemHasItsProposal()
    {
        SeoSurvey all;
        SeoPage page;
        page.path = QStringLiteral("/a/");
        page.problems = allSeoProblems();
        all.pages = {page};
        all.chains = {{{QStringLiteral("/x"), QStringLiteral("/y"), QStringLiteral("/z/")}}};
        // Too long and too short are one proposal; the chain adds one.
        QCOMPARE(proposalOf(all).proposals.size(), allSeoProblems().size());
    }

    void rememberedFiguresComeBack()
    {
        const QTemporaryDir folder;
        QCOMPARE(seoHistory(folder.path()).value().size(), 0);
        SeoSurvey nothing;
        const SeoFigures first = figuresOf(nothing, QDate(2026, 1, 15));
        const SeoFigures second = figuresOf(nothing, QDate(2026, 4, 1));
        QVERIFY(rememberSeo(folder.path(), second));
        QVERIFY(rememberSeo(folder.path(), first));
        QVERIFY(rememberSeo(folder.path(), second));
        const auto history = seoHistory(folder.path());
        QCOMPARE(history.value(), (QList<SeoFigures>{first, second}));
        QCOMPARE(lastBefore(*history, second.date), std::optional(first));
        QVERIFY(!lastBefore(*history, first.date));
    }

    void effortIsRounded_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("text");
        QTest::newRow("least") << 1 << QStringLiteral("約5分");
        QTest::newRow("minutes") << 32 << QStringLiteral("約35分");
        QTest::newRow("hour") << 60 << QStringLiteral("約1時間");
        QTest::newRow("half") << 100 << QStringLiteral("約2時間");
        QTest::newRow("days") << 1200 << QStringLiteral("約2.5人日");
    }

    void effortIsRounded()
    {
        QFETCH(int, minutes);
        QFETCH(QString, text);
        QCOMPARE(effortText(minutes), text);
    }
};

QTEST_MAIN(TestSeo)
#include "test_seo.moc"
