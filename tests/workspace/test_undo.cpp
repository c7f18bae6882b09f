#include "banner/bannerrepository.h"
#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "content/page/trashredirects.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "statistics/seriesrepository.h"
#include "store/query.h"
#include "store/undolog.h"
#include "support/testsite.h"
#include "takeover/markdownimport.h"
#include "workspace/layout.h"
#include "workspace/terms.h"
#include "workspace/workspace.h"

#include <QDir>

using namespace kakehashi;

namespace {

const QByteArray document = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n";

/// Every row of every table, so that nothing can be forgotten.
QStringList allRows(store::Database &database)
{
    store::Query names(database, QStringLiteral("SELECT name FROM sqlite_master WHERE type = "
                                                "'table' AND name NOT LIKE 'sqlite%'"));
    const auto tables = names.all({}, [](const store::Query &row) { return row.text(0); });
    QStringList rows;
    for (const QString &table : *tables) {
        store::Query columns(database, QStringLiteral("SELECT group_concat('quote(' || name || ')'"
                                                      ", ' || '','' || ') FROM "
                                                      "pragma_table_info(?)"));
        const QString all =
            **columns.first({table}, [](const store::Query &row) { return row.text(0); });
        store::Query values(database, QStringLiteral("SELECT %1 FROM %2").arg(all, table));
        const auto read = values.all({}, [&table](const store::Query &row) {
            return QString(table + u": "_qs + row.text(0));
        });
        rows += *read;
    }
    rows.sort();
    return rows;
}

} // namespace

/// What is done to a site is taken back to the last row, whichever repository did it.
class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyRowIsAsBefore_data();
    void everyRowIsAsBefore();
    void deletedMediaComeBackWithTheirBytes();
    void anImportIsTakenBack();
    void whatChangedSinceIsNotTouched();
    void whatRefersToItSinceIsNotTouched();
    void aFailingDeedStoresNothing();

private:
    using Deed = std::function<Result<void>(TestUndo &)>;
    Ulid page(const QString &path) { return m_site->pages().byPath(path)->id; }
    content::MediaAsset form() { return *m_site->media().byFileName(u"form.pdf"_qs); }
    store::UndoLog done(const Deed &deed);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_site;
};

void TestUndo::init()
{
    m_site.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto made = workspace::Workspace::create(m_folder->filePath(u"site"_qs), u"見本"_qs);
    VERIFY_OK(made);
    m_site = std::move(*made);
    for (const QString &path : {u"/a/"_qs, u"/a/b/"_qs, u"/c/"_qs}) {
        content::NewPage wanted{.kind = u"topic"_qs, .path = path};
        wanted.content.title = u"だれの'もの?' "_qs + path;
        wanted.content.body = QString(u"長い本文。"_qs).repeated(200);
        content::setTerms(wanted.content, content::Taxonomy::Tag, {u"夏"_qs});
        VERIFY_OK(m_site->pages().create(wanted));
    }
    VERIFY_OK(m_site->pages().approve({page(u"/a/"_qs), page(u"/a/b/"_qs)}));
    VERIFY_OK(m_site->menus().replace(u"main"_qs, {{{}, {}, {}, u"甲"_qs, u"/a/#x"_qs}}));
    VERIFY_OK(m_site->redirects().save({{}, u"/old"_qs, u"/a/"_qs, 302}));
    VERIFY_OK(m_site->media().addBytes(document, u"form.pdf"_qs));
    for (const QString &title : {u"一"_qs, u"二"_qs}) {
        banner::Banner banner;
        banner.title = title;
        banner.target = u"/a/"_qs;
        banner.placement = u"home"_qs;
        VERIFY_OK(m_site->banners().save(banner));
    }
    statistics::Series series;
    series.name = u"members"_qs;
    series.title = u"会員数"_qs;
    const auto stored = m_site->series().save(series);
    VERIFY_OK(m_site->series().put(stored->id, {{{2026, 8, 1}, 0.1}, {{2026, 9, 1}, {}}}));
}

store::UndoLog TestUndo::done(const Deed &deed)
{
    auto log = store::recordUndo(m_site->database(), [&] { return deed(*this); });
    if (!log)
        qFatal("%s", qPrintable(log.error().text + log.error().detail));
    return *std::move(log);
}

void TestUndo::everyRowIsAsBefore_data()
{
    QTest::addColumn<Deed>("deed");
    const auto row = [](const char *name, const Deed &deed) { QTest::newRow(name) << deed; };
    row("move with what is below, menus and redirects",
        [](TestUndo &t) { return t.m_site->pages().move(t.page(u"/a/"_qs), u"/z/"_qs); });
    row("move there and back again", [](TestUndo &t) -> Result<void> {
        if (auto there = t.m_site->pages().move(t.page(u"/a/"_qs), u"/z/"_qs); !there)
            return there;
        return t.m_site->pages().move(t.page(u"/z/"_qs), u"/y/"_qs);
    });
    row("reorder", [](TestUndo &t) {
        return t.m_site->pages().reorder({t.page(u"/c/"_qs), t.page(u"/a/"_qs)});
    });
    row("approve", [](TestUndo &t) { return t.m_site->pages().approve(t.page(u"/c/"_qs)); });
    row("withdraw", [](TestUndo &t) { return t.m_site->pages().withdraw(t.page(u"/a/"_qs)); });
    row("another kind",
        [](TestUndo &t) { return t.m_site->pages().setKind(t.page(u"/c/"_qs), u"page"_qs); });
    row("trash with a redirect", [](TestUndo &t) -> Result<void> {
        const auto stored = t.m_site->pages().byPath(u"/a/"_qs);
        if (auto trashed = t.m_site->pages().trash(stored->id); !trashed)
            return trashed;
        return content::TrashRedirects(t.m_site->database()).lead(*stored, u"/c/"_qs);
    });
    row("menu", [](TestUndo &t) {
        return t.m_site->menus().replace(
            u"main"_qs, {{{}, {}, {}, u"乙"_qs, u"/c/"_qs}, {{}, {}, {}, u"丙"_qs, u"/a/"_qs}});
    });
    row("redirect", [](TestUndo &t) -> Result<void> {
        const auto saved = t.m_site->redirects().save({{}, u"/older"_qs, u"/c/"_qs, 301});
        return saved ? Result<void>() : passOn(saved);
    });
    row("name and texts of a file", [](TestUndo &t) {
        content::MediaAsset asset = t.form();
        asset.fileName = u"form-2.pdf"_qs;
        asset.caption = u"申込書"_qs;
        asset.alt = u"申込書の'1'ページ目"_qs;
        asset.rightsUntil = {2027, 3, 31};
        return t.m_site->media().update(asset);
    });
    row("delete a file", [](TestUndo &t) { return t.m_site->media().remove(t.form().id); });
    row("settings", [](TestUndo &t) {
        content::SiteSettings settings = *t.m_site->site().settings();
        settings.name = u"別の名前"_qs;
        settings.url = QUrl(u"https://www.example.jp/"_qs);
        settings.accentColor = u"#1b5e20"_qs;
        return t.m_site->site().save(settings);
    });
    row("rename a term", [](TestUndo &t) -> Result<void> {
        workspace::TermChange change;
        change.taxonomy = content::Taxonomy::Tag;
        change.from = u"夏"_qs;
        change.to = u"冬"_qs;
        change.approve = true;
        const auto changed = workspace::changeTerm(t.m_site->stores(), change);
        return changed ? Result<void>() : passOn(changed);
    });
    row("reorder banners", [](TestUndo &t) {
        const auto list = t.m_site->banners().list();
        return t.m_site->banners().reorder({list->at(1).id, list->at(0).id});
    });
    row("delete a banner", [](TestUndo &t) {
        return t.m_site->banners().remove(t.m_site->banners().list()->at(0).id);
    });
    row("figures", [](TestUndo &t) {
        const Ulid series = t.m_site->series().all()->first().series.id;
        return t.m_site->series().put(series, {{{2026, 8, 1}, 1.0 / 3}, {{2026, 10, 1}, -2}});
    });
}

void TestUndo::everyRowIsAsBefore()
{
    QFETCH(Deed, deed);
    const QStringList before = allRows(m_site->database());
    const store::UndoLog log = done(deed);
    const QStringList after = allRows(m_site->database());
    QVERIFY(after != before);
    const auto back = store::undo(m_site->database(), log);
    VERIFY_OK(back);
    QCOMPARE(allRows(m_site->database()), before);
    VERIFY_OK(store::undo(m_site->database(), *back)); // and forth again
    QCOMPARE(allRows(m_site->database()), after);
}

void TestUndo::deletedMediaComeBackWithTheirBytes()
{
    const content::MediaAsset asset = form();
    const store::UndoLog log =
        done([&asset](TestUndo &t) { return t.m_site->media().remove(asset.id); });
    VERIFY_OK(store::undo(m_site->database(), log));
    QCOMPARE(test::contentOf(m_site->media().pathOf(form())), document);
    VERIFY_OK(m_site->media().remove(asset.id));
    const QString bytes = m_site->media().pathOf(asset);
    const QString folder = m_site->folder();
    m_site.reset();
    QVERIFY(QFile::exists(bytes));
    auto again = workspace::Workspace::open(folder); // nobody can undo it any more
    VERIFY_OK(again);
    QVERIFY(!QFile::exists(bytes));
    m_site = std::move(*again);
}

void TestUndo::anImportIsTakenBack()
{
    const QString folder = m_folder->filePath(u"in"_qs);
    test::put(folder + u"/news/one.md"_qs,
              "---\ntitle: 一\ntags: [秋]\n---\n本文 [書類](form.pdf)\n");
    test::put(folder + u"/news/form.pdf"_qs, document + "other\n");
    test::put(folder + u"/c.md"_qs, "---\ntitle: 変わった\naliases: [/alt/]\n---\n別の本文\n");
    const QStringList before = allRows(m_site->database());
    workspace::ImportOptions options;
    options.update = true;
    options.approve = true;
    const auto plan = takeover::planImport(folder, m_site->stores(), options, {});
    VERIFY_OK(plan);
    const auto imported = takeover::runImport(*plan, m_site->stores(), options);
    VERIFY_OK(imported);
    QVERIFY(imported->pages.created > 0 && imported->pages.changed > 0 && imported->media > 0);
    QVERIFY(allRows(m_site->database()) != before);
    VERIFY_OK(store::undo(m_site->database(), imported->undo));
    QCOMPARE(allRows(m_site->database()), before);
}

void TestUndo::whatChangedSinceIsNotTouched()
{
    const store::UndoLog log =
        done([](TestUndo &t) { return t.m_site->pages().move(t.page(u"/a/"_qs), u"/z/"_qs); });
    VERIFY_OK(m_site->pages().move(page(u"/z/b/"_qs), u"/z/d/"_qs));
    const QStringList now = allRows(m_site->database());
    VERIFY_FAILS(store::undo(m_site->database(), log), ErrorCode::Conflict);
    QCOMPARE(allRows(m_site->database()), now);
}

void TestUndo::whatRefersToItSinceIsNotTouched()
{
    const store::UndoLog log = done([](TestUndo &t) -> Result<void> {
        const auto made = t.m_site->pages().create({.kind = u"page"_qs, .path = u"/new/"_qs});
        return made ? Result<void>() : passOn(made);
    });
    content::PageContent typed;
    typed.title = u"書かれた"_qs;
    VERIFY_OK(m_site->pages().putDraft(page(u"/new/"_qs), typed));
    const QStringList now = allRows(m_site->database());
    VERIFY_FAILS(store::undo(m_site->database(), log), ErrorCode::Conflict);
    QCOMPARE(allRows(m_site->database()), now);
}

void TestUndo::aFailingDeedStoresNothing()
{
    const QStringList before = allRows(m_site->database());
    const auto failed = store::recordUndo(m_site->database(), [this]() -> Result<void> {
        if (auto moved = m_site->pages().move(page(u"/a/"_qs), u"/z/"_qs); !moved)
            return moved;
        return fail(ErrorCode::Refused, u"no"_qs);
    });
    VERIFY_FAILS(failed, ErrorCode::Refused);
    QCOMPARE(allRows(m_site->database()), before);
    // Nothing of the recording is left behind.
    VERIFY_OK(store::recordUndo(m_site->database(), []() -> Result<void> { return {}; }));
}

QTEST_GUILESS_MAIN(TestUndo)
#include "test_undo.moc"
