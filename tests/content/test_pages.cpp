#include "content/page/pagejson.h"
#include "content/page/pagerepository.h"
#include "content/page/trashredirects.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "support/testsite.h"

#include <QJsonArray>

using namespace kakehashi;
using namespace kakehashi::content;

namespace {

const QString author = QStringLiteral("花子");

PageContent wholeContent()
{
    PageContent content;
    content.title = QStringLiteral("県民会議");
    content.summary = QStringLiteral("要約");
    content.body = QStringLiteral("## 見出し\n\n髙橋さん①\n");
    content.fields = {{QStringLiteral("venue"), QStringLiteral("会場")},
                      {QStringLiteral("rows"), QJsonArray{1, 2}}};
    content.date = {2025, 10, 31};
    content.picture = Ulid::generate();
    content.seo = {QStringLiteral("探す題"), QStringLiteral("説明"), true};
    content.window = {test::firstMorning(), test::firstMorning().addDays(30)};
    content.language = {QStringLiteral("en"), Ulid::generate()};
    return content;
}

PageContent titled(const QString &title)
{
    PageContent content;
    content.title = title;
    return content;
}

} // namespace

class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<test::TestDatabase>();
        m_pages = std::make_unique<PageRepository>(*m_site->database, m_site->clock);
    }

    void everythingOfAPageComesBack()
    {
        const PageContent content = wholeContent();
        const auto page = create(QStringLiteral("/kenmin/"), content);
        const auto revision = m_pages->working(page);
        VERIFY_OK(revision);
        QCOMPARE(revision->content, content);
        QCOMPARE(revision->author, author);
        QCOMPARE(revision->createdAt, m_site->clock.now());
        QCOMPARE(pageContentFromJson(toJson(content)), content);
        PageContent html = content;
        html.format = BodyFormat::Html;
        VERIFY_OK(m_pages->saveWorking(page, html, author));
        QCOMPARE(m_pages->working(page)->content, html);
    }

    void revisionsAreAnUnbrokenLine()
    {
        const Ulid page = create(QStringLiteral("/a/"), titled(QStringLiteral("一")));
        VERIFY_OK(m_pages->saveWorking(page, titled(QStringLiteral("二")), author));
        const auto same = m_pages->saveWorking(page, titled(QStringLiteral("二")), author);
        VERIFY_OK(same);
        QCOMPARE(same->number, 2);
        VERIFY_OK(m_pages->saveWorking(page, titled(QStringLiteral("三")), author));
        const auto all = m_pages->revisions(page);
        VERIFY_OK(all);
        QCOMPARE(all->size(), 3);
        QCOMPARE(all->first().number, 3);
        QCOMPARE(m_pages->revision(page, 1)->content.title, QStringLiteral("一"));
        VERIFY_FAILS(m_pages->revision(page, 4), ErrorCode::NotFound);
    }

    void whatNoPageCanShowIsNotStored()
    {
        const Ulid page = create(QStringLiteral("/k/"), titled(QStringLiteral("題")));
        PageContent content = titled(QStringLiteral("会\v議\u202Eの\u200B\nお知らせ"));
        content.summary = QString(QChar(0xD800)) + QStringLiteral("概\u0007要\n二行");
        content.body = QStringLiteral("本\u0000文\n").replace(QChar(0), QChar(0xFFFE));
        content.fields = {{QStringLiteral("a"), QJsonArray{QStringLiteral("b\u0001c")}}};
        const auto saved = m_pages->saveWorking(page, content, author);
        VERIFY_OK(saved);
        QCOMPARE(saved->content.title, QStringLiteral("会議の お知らせ"));
        QCOMPARE(saved->content.summary, QStringLiteral("\uFFFD概要\n二行"));
        QCOMPARE(saved->content.body, QStringLiteral("本文\n"));
        QCOMPARE(saved->content.fields[QStringLiteral("a")][0].toString(), QStringLiteral("bc"));
        QCOMPARE(m_pages->saveWorking(page, content, author)->number, saved->number);
    }

    void statesFollowApproval()
    {
        const Ulid page = create(QStringLiteral("/a/"));
        QCOMPARE(state(page), PageState::Draft);
        VERIFY_FAILS(m_pages->live(page), ErrorCode::NotFound);
        VERIFY_OK(m_pages->approve(page));
        QCOMPARE(state(page), PageState::Live);
        VERIFY_OK(m_pages->saveWorking(page, titled(QStringLiteral("新")), author));
        QCOMPARE(state(page), PageState::Changed);
        QCOMPARE(m_pages->live(page)->number, 1);
        VERIFY_OK(m_pages->withdraw(page));
        QCOMPARE(state(page), PageState::Draft);
    }

    void approvalIsAllOrNone()
    {
        const Ulid page = create(QStringLiteral("/a/"));
        VERIFY_FAILS(m_pages->approve({page, Ulid::generate()}), ErrorCode::NotFound);
        QCOMPARE(state(page), PageState::Draft);
    }

    void whatWasSavedAfterThePlanWaitsForItsOwnPublish()
    {
        const Ulid page = create(QStringLiteral("/a/"));
        const Ulid gone = create(QStringLiteral("/b/"));
        VERIFY_OK(m_pages->saveWorking(page, titled(QStringLiteral("後")), author));
        VERIFY_OK(m_pages->trash(gone));
        VERIFY_OK(m_pages->noteSent({{page, 1}, {gone, 1}}));
        QCOMPARE(m_pages->live(page)->number, 1);
        QCOMPARE(state(page), PageState::Changed);
        VERIFY_FAILS(m_pages->live(gone), ErrorCode::NotFound);
    }

    /// Noted late, and a person has taken the page off the site since.
    void whatWasWithdrawnMeanwhileStaysSo()
    {
        const Ulid page = create(QStringLiteral("/a/"));
        VERIFY_OK(m_pages->approve(page));
        VERIFY_OK(m_pages->saveWorking(page, titled(QStringLiteral("後")), author));
        VERIFY_OK(m_pages->withdraw(page));
        VERIFY_OK(m_pages->noteSent({{page, 2}}, {{page, 1}}));
        QCOMPARE(state(page), PageState::Draft);
        VERIFY_OK(m_pages->noteSent({{page, 2}}));
        QCOMPARE(m_pages->live(page)->number, 2);
    }

    void badPathsAndTakenPaths_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        QTest::newRow("taken") << QStringLiteral("/taken/") << int(ErrorCode::AlreadyExists);
        QTest::newRow("dots") << QStringLiteral("/../") << int(ErrorCode::Invalid);
        QTest::newRow("capitals") << QStringLiteral("/A/") << int(ErrorCode::Invalid);
        QTest::newRow("Japanese") << QStringLiteral("/県民/") << int(ErrorCode::Invalid);
        QTest::newRow("long") << QLatin1Char('/') + QString(298, u'a') + QLatin1Char('/')
                              << int(ErrorCode::Invalid);
    }
    void badPathsAndTakenPaths()
    {
        QFETCH(QString, path);
        QFETCH(int, code);
        const Ulid other = create(QStringLiteral("/other/"));
        create(QStringLiteral("/taken/"));
        VERIFY_FAILS(m_pages->create({QStringLiteral("page"), path}), ErrorCode(code));
        VERIFY_FAILS(m_pages->move(other, path), ErrorCode(code));
        QCOMPARE(m_pages->list()->size(), 2);
        QCOMPARE(m_pages->page(other)->path, QStringLiteral("/other/"));
    }

    void theTrashFreesThePath()
    {
        const Ulid old = create(QStringLiteral("/a/"));
        VERIFY_OK(m_pages->approve(old));
        VERIFY_OK(m_pages->trash(old));
        QCOMPARE(state(old), PageState::Trashed);
        const Ulid fresh = create(QStringLiteral("/a/"));
        VERIFY_FAILS(m_pages->restore(old), ErrorCode::AlreadyExists);
        VERIFY_OK(m_pages->move(fresh, QStringLiteral("/b/")));
        VERIFY_OK(m_pages->restore(old));
        QCOMPARE(state(old), PageState::Live); // as it was
        QCOMPARE(m_pages->list()->size(), 2);
    }

    void whatComesBackFromTheTrashIsAsItWas()
    {
        RedirectRepository redirects(*m_site->database);
        const Ulid page = create(QStringLiteral("/a/"));
        VERIFY_OK(m_pages->approve(page));
        VERIFY_OK(m_pages->saveWorking(page, titled(QStringLiteral("新")), author));
        VERIFY_OK(redirects.save({{}, QStringLiteral("/old"), QStringLiteral("/a/#x"), 302}));
        const auto rows = [&] {
            QStringList all;
            const auto list = redirects.list();
            for (const Redirect &each : *list)
                all << each.id.toString() + each.from + u' ' + each.target +
                           QString::number(each.status);
            return all;
        };
        const QStringList before = rows();
        VERIFY_OK(m_pages->trash(page));
        VERIFY_OK(
            TrashRedirects(*m_site->database).lead(*m_pages->page(page), QStringLiteral("/b/")));
        const QList<Redirect> led = *redirects.list();
        QCOMPARE(led.size(), 2);
        for (const Redirect &each : led)
            QCOMPARE(each.target, QStringLiteral("/b/"));
        VERIFY_OK(m_pages->restore(page));
        QCOMPARE(state(page), PageState::Changed);
        QCOMPARE(m_pages->live(page)->number, 1);
        QCOMPARE(rows(), before);
    }

    void redirectsChangedSinceStayAsTheyAre()
    {
        RedirectRepository redirects(*m_site->database);
        const Ulid page = create(QStringLiteral("/a/"));
        VERIFY_OK(m_pages->trash(page));
        VERIFY_OK(
            TrashRedirects(*m_site->database).lead(*m_pages->page(page), QStringLiteral("/b/")));
        Redirect changed = redirects.list()->constFirst();
        changed.target = QStringLiteral("/c/");
        VERIFY_OK(redirects.save(changed));
        VERIFY_OK(m_pages->restore(page));
        QCOMPARE(redirects.list()->constFirst().target, QStringLiteral("/c/"));
    }

    void aTrashedPageCannotLeadToItself()
    {
        const Ulid page = create(QStringLiteral("/a/"));
        TrashRedirects redirects(*m_site->database);
        const Page there = *m_pages->page(page);
        VERIFY_FAILS(redirects.lead(there, QStringLiteral("/a/#x")), ErrorCode::Invalid);
        VERIFY_FAILS(redirects.lead(there, QStringLiteral("javascript:1")), ErrorCode::Invalid);
    }

    void anUndoneEditLeavesNothingToPublish()
    {
        const Ulid page = create(QStringLiteral("/a/"), titled(QStringLiteral("一")));
        VERIFY_OK(m_pages->approve(page));
        VERIFY_OK(m_pages->saveWorking(page, titled(QStringLiteral("二")), author));
        QCOMPARE(state(page), PageState::Changed);
        VERIFY_OK(m_pages->saveWorking(page, titled(QStringLiteral("一")), author));
        QCOMPARE(state(page), PageState::Live);
        QCOMPARE(m_pages->live(page)->content.title, QStringLiteral("一"));
    }

    void homeStays()
    {
        const Ulid home = create(QStringLiteral("/"));
        VERIFY_FAILS(m_pages->trash(home), ErrorCode::Refused);
        VERIFY_FAILS(m_pages->move(home, QStringLiteral("/x/")), ErrorCode::Refused);
    }

    void aMoveTakesAlongWhatLiesUnderAndRedirectsWhatWasPublic()
    {
        RedirectRepository redirects(*m_site->database);
        MenuRepository menus(*m_site->database);
        const Ulid award = create(QStringLiteral("/award/"));
        const Ulid winners = create(QStringLiteral("/award/2024/"));
        create(QStringLiteral("/awards-of-others/"));
        VERIFY_OK(m_pages->approve(winners));
        VERIFY_OK(redirects.save({{}, QStringLiteral("/post-1"), QStringLiteral("/award/2024/")}));
        VERIFY_OK(menus.replace(QStringLiteral("main"),
                                {{{}, {}, {}, author, QStringLiteral("/award/#top")}}));
        VERIFY_OK(m_pages->move(award, QStringLiteral("/prize/")));
        QCOMPARE(m_pages->page(winners)->path, QStringLiteral("/prize/2024/"));
        VERIFY_OK(m_pages->byPath(QStringLiteral("/awards-of-others/")));
        QCOMPARE(menus.list()->first().target, QStringLiteral("/prize/#top"));
        const auto now = redirects.list();
        QCOMPARE(now->size(), 2); // none for /award/, which was never public
        QCOMPARE(now->at(0).from, QStringLiteral("/award/2024/"));
        QCOMPARE(now->at(0).target, QStringLiteral("/prize/2024/"));
        QCOMPARE(now->at(1).target, QStringLiteral("/prize/2024/"));
    }

    void movingBackLeavesNoRedirectOverThePage()
    {
        RedirectRepository redirects(*m_site->database);
        const Ulid page = create(QStringLiteral("/a/"));
        VERIFY_OK(m_pages->approve(page));
        VERIFY_OK(m_pages->move(page, QStringLiteral("/b/")));
        VERIFY_OK(m_pages->move(page, QStringLiteral("/a/")));
        const auto now = redirects.list();
        QCOMPARE(now->size(), 1);
        QCOMPARE(now->first().from, QStringLiteral("/b/"));
        QCOMPARE(now->first().target, QStringLiteral("/a/"));
    }

    void aMoveThatFailsHalfwayMovesNothing()
    {
        const Ulid page = create(QStringLiteral("/a/"));
        create(QStringLiteral("/a/x/"));
        create(QStringLiteral("/b/x/"));
        VERIFY_FAILS(m_pages->move(page, QStringLiteral("/b/")), ErrorCode::AlreadyExists);
        VERIFY_OK(m_pages->byPath(QStringLiteral("/a/")));
        VERIFY_FAILS(m_pages->move(page, QStringLiteral("/a/y/")), ErrorCode::Invalid);
    }

    void siblingsKeepTheirOrder()
    {
        const Ulid one = create(QStringLiteral("/one/"));
        create(QStringLiteral("/one/deep/"));
        const Ulid two = create(QStringLiteral("/two/"));
        QVERIFY(m_pages->page(one)->position < m_pages->page(two)->position);
        VERIFY_OK(m_pages->reorder({two, one}));
        QVERIFY(m_pages->page(two)->position < m_pages->page(one)->position);
    }

    void draftsAreAJournal()
    {
        const Ulid page = create(QStringLiteral("/a/"), titled(QStringLiteral("一")));
        QVERIFY(!m_pages->draft(page)->has_value());
        VERIFY_OK(m_pages->putDraft(page, titled(QStringLiteral("打"))));
        m_site->clock.advance(1);
        VERIFY_OK(m_pages->putDraft(page, wholeContent()));
        const auto draft = *m_pages->draft(page);
        QCOMPARE(draft->content.body, wholeContent().body);
        QCOMPARE(draft->base, 1);
        QCOMPARE(draft->savedAt, m_site->clock.now());
        QVERIFY(m_pages->list()->first().hasDraft);
        VERIFY_OK(m_pages->saveWorking(page, draft->content, author));
        QVERIFY(m_pages->drafts()->isEmpty());
        VERIFY_FAILS(m_pages->putDraft(Ulid::generate(), {}), ErrorCode::NotFound);
    }

    void newsTellsTheId()
    {
        QList<Ulid> told;
        PageRepository pages(*m_site->database, m_site->clock,
                             [&](const Ulid &id) { told.append(id); });
        const auto page = pages.create({QStringLiteral("page"), QStringLiteral("/a/")});
        VERIFY_OK(pages.approve(page->id));
        VERIFY_FAILS(pages.approve(Ulid::generate()), ErrorCode::NotFound);
        QCOMPARE(told, (QList<Ulid>{page->id, page->id}));
    }

private:
    Ulid create(const QString &path, const PageContent &content = {})
    {
        const auto page = m_pages->create({QStringLiteral("page"), path, content, author});
        if (!page)
            qFatal("%s", qPrintable(page.error().text));
        return page->id;
    }
    PageState state(const Ulid &page) { return stateOf(*m_pages->page(page)); }

    std::unique_ptr<test::TestDatabase> m_site;
    std::unique_ptr<PageRepository> m_pages;
};

QTEST_GUILESS_MAIN(TestPages)
#include "test_pages.moc"
