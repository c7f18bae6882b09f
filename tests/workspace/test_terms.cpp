#include "content/page/pagerepository.h"
#include "content/site/termrepository.h"
#include "support/testsite.h"
#include "takeover/markdownimport.h"
#include "takeover/siteexport.h"
#include "workspace/terms.h"

#include <QJsonArray>

using namespace kakehashi;
using content::Taxonomy;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// 分類 and タグ: what pages are sorted by, as data of the site.
class TestTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_site.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        auto made = workspace::Workspace::create(m_folder->filePath(u("site")), u("見本"));
        VERIFY_OK(made);
        m_site = std::move(*made);
    }

    void aSingleTextOfFormerTimesIsATerm()
    {
        QCOMPARE(content::termsIn(QJsonValue(u("募集"))), QStringList{u("募集")});
        QCOMPARE(content::termsIn(QJsonArray{u(" 募集 "), u("募集"), u(""), u("県民")}),
                 (QStringList{u("募集"), u("県民")}));
        QVERIFY(content::termsIn(QJsonValue()).isEmpty());
    }

    void whatPagesNameBecomesKnown()
    {
        page("/topics/a/", {u("募集"), u("新しい分類")}, {u("夏")});
        QCOMPARE(countOf(Taxonomy::Category, "新しい分類"), 1);
        QCOMPARE(countOf(Taxonomy::Tag, "夏"), 1);
        QCOMPARE(countOf(Taxonomy::Category, "お知らせ"), 0); // what the kind offers
        QCOMPARE(countOf(Taxonomy::Tag, "募集"), -1);
        QCOMPARE(content::TermRepository(m_site->stores().database).list()->size(), 3);
    }

    void renamingChangesEveryPageAndIsARevision()
    {
        const Ulid one = page("/topics/a/", {u("募集"), u("県民")});
        const Ulid two = page("/topics/b/", {u("県民")});
        VERIFY_OK(m_site->pages().approve(one));
        const auto changed = change("県民", "県民の皆さま", false);
        VERIFY_OK(changed);
        QCOMPARE(*changed, 2);
        QCOMPARE(termsOf(two), QStringList{u("県民の皆さま")});
        QCOMPARE(termsOf(one), (QStringList{u("募集"), u("県民の皆さま")}));
        QCOMPARE(m_site->pages().page(one)->live, 1); // visitors see it when it is approved
        QCOMPARE(countOf(Taxonomy::Category, "県民"), -1);
    }

    void mergingTakesThePagesOver()
    {
        const Ulid one = page("/topics/a/", {u("募集"), u("公募")});
        page("/topics/b/", {u("募集")});
        VERIFY_FAILS(change("公募", "募集", false), ErrorCode::AlreadyExists);
        VERIFY_FAILS(change("公募", "どこにもない", true), ErrorCode::NotFound);
        VERIFY_FAILS(change("どこにもない", "募集", true), ErrorCode::NotFound);
        QCOMPARE(*change("公募", "募集", true), 1);
        QCOMPARE(termsOf(one), QStringList{u("募集")});
        QCOMPARE(countOf(Taxonomy::Category, "募集"), 2);
    }

    void theyArriveFromElsewhere_data()
    {
        QTest::addColumn<QByteArray>("matter");
        QTest::addColumn<QStringList>("categories");
        QTest::addColumn<QStringList>("tags");
        const QStringList two{u("お知らせ"), u("募集")};
        const auto row = [](const char *name, const char *matter, const QStringList &categories,
                            const QStringList &tags) {
            QTest::newRow(name) << QByteArray(matter) << categories << tags;
        };
        row("yaml", "---\ncategories: [お知らせ, 募集]\ntags:\n- 夏\n- 冬\n---\n", two,
            {u("夏"), u("冬")});
        row("jekyll", "---\ncategories: お知らせ 募集\ntags: 夏\n---\n", two, {u("夏")});
        row("commas", "---\ncategories: お知らせ, 募集\n---\n", two, {});
        row("one", "---\ncategory: お知らせ 募集\n---\n", {u("お知らせ 募集")}, {});
        row("both words", "---\ncategories: [お知らせ]\ncategory: 募集\n---\n", two, {});
        row("toml", "+++\ncategories = ['お知らせ', '募集']\n+++\n", two, {});
        row("zola", "+++\n[taxonomies]\ncategories = ['お知らせ', '募集']\ntags = ['夏']\n+++\n",
            two, {u("夏")});
        row("json", "{\"categories\": [\"お知らせ\", \"募集\"]}\n", two, {});
        row("numbers", "---\ntags: [2050, 1.5]\n---\n", {}, {u("2050"), u("1.5")});
        row("none", "---\ncategories: []\ntags:\n---\n", {}, {});
    }

    void theyArriveFromElsewhere()
    {
        QFETCH(QByteArray, matter);
        QFETCH(QStringList, categories);
        test::put(m_folder->filePath(u("source/topics/a.md")), matter);
        VERIFY_OK(takeover::importMarkdown(*m_site, m_folder->filePath(u("source")), {}));
        const auto id = m_site->pages().byPath(u("/topics/a/"))->id;
        const content::PageContent content = m_site->pages().working(id)->content;
        QCOMPARE(content::termsOf(content, Taxonomy::Category), categories);
        QTEST(content::termsOf(content, Taxonomy::Tag), "tags");
    }

    void anExportBringsThemBack()
    {
        page("/topics/a/", {u("募集, 夏"), u("県民")}, {u("a: b"), u("2050")});
        const QString out = m_folder->filePath(u("out"));
        VERIFY_OK(takeover::exportSite(m_site->stores(), out));
        auto made = workspace::Workspace::create(m_folder->filePath(u("other")), u("見本"));
        VERIFY_OK(made);
        VERIFY_OK(takeover::importMarkdown(**made, out, {}));
        const auto id = (*made)->pages().byPath(u("/topics/a/"))->id;
        const auto mine = m_site->pages().byPath(u("/topics/a/"))->id;
        QCOMPARE((*made)->pages().working(id)->content.fields,
                 m_site->pages().working(mine)->content.fields);
    }

private:
    Ulid page(const char *path, const QStringList &categories, const QStringList &tags = {})
    {
        content::NewPage page;
        page.kind = u("topic");
        page.path = u(path);
        content::setTerms(page.content, Taxonomy::Category, categories);
        content::setTerms(page.content, Taxonomy::Tag, tags);
        return m_site->pages().create(page)->id;
    }
    QStringList termsOf(const Ulid &id)
    {
        return content::termsOf(m_site->pages().working(id)->content, Taxonomy::Category);
    }
    Result<int> change(const char *from, const char *to, bool merges)
    {
        workspace::TermChange change;
        change.from = u(from);
        change.to = u(to);
        change.merges = merges;
        return workspace::changeTerm(m_site->stores(), change);
    }
    /// -1: it is not known.
    int countOf(Taxonomy taxonomy, const char *label)
    {
        const auto terms = workspace::termsOfSite(m_site->stores());
        for (const workspace::TermUse &term : *terms)
            if (term.taxonomy == taxonomy && term.label == u(label))
                return term.pages;
        return -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_site;
};

QTEST_GUILESS_MAIN(TestTerms)
#include "test_terms.moc"
