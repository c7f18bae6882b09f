#include "opensite.h"

#include "content/page/terms.h"
#include "content/site/redirectrepository.h"
#include "ui/editing/document.h"
#include "ui/editor/fields/languagefield.h"
#include "ui/editor/fields/termsfield.h"
#include "ui/editor/forms/detailsform.h"
#include "ui/pages/dialogs/newpagedialog.h"
#include "ui/pages/dialogs/pathfield.h"
#include "ui/pages/dialogs/trashdialog.h"
#include "ui/pages/navigator.h"
#include "ui/pages/pagecommands.h"
#include "ui/pages/pagefilter.h"
#include "ui/pages/pagemenu.h"
#include "ui/pages/pagemodel.h"
#include "ui/pages/pagesearch.h"
#include "ui/pages/termchoice.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QCompleter>
#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace kakehashi;
using namespace kakehashi::ui;
using content::PageState;

class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup() { m_site.reset(); }

    void theTreeFollowsThePaths();
    void topicsComeNewestFirst();
    void marksShowTheState();
    void searchFindsByTitlePathAndBody_data();
    void searchFindsByTitlePathAndBody();
    void searchKeepsTheWayToAPage();
    void theTrashShowsOnlyWhenAsked();
    void savingDoesNotCollapseTheTree();
    void badPathsAreExplainedAtOnce_data();
    void badPathsAreExplainedAtOnce();
    void aNewPageGetsAFreePath();
    void termsAreAddedAndTakenOff();
    void anOfferIsTakenByKeyboard();
    void theListIsNarrowedToATerm();
    void whateverIsListedHasTerms_data();
    void whateverIsListedHasTerms();
    void aPageIsMadeFromTheDialog();
    void movingLeavesARedirectNote();
    void theTrashCanBeUndone();
    void whatLeadsToAPageIsShownBeforeItIsTrashed();
    void visitorsAreSentOnlyToPages();
    void approvingMakesThePageLive();
    void enterOpensTheChosenPage();
    void aTranslationIsMadeBesideThePage();
    void languageAndOriginalAreFieldsLikeOthers();

private:
    void setTag(const Ulid &page, const QString &tag);
    QStringList shown(const QAbstractItemModel &model, const QModelIndex &parent = {}) const;
    void reload(PageModel &model) { model.setEntries(*m_site->pages().list(true)); }

    std::unique_ptr<test::OpenSite> m_site;
    Ulid m_home;
    Ulid m_award;
};

void TestPages::init()
{
    m_site = std::make_unique<test::OpenSite>();
    const auto home = m_site->pages().byPath(QStringLiteral("/"));
    m_home = home ? home->id
                  : m_site->page(QStringLiteral("/"), QStringLiteral("トップ"), {},
                                 QStringLiteral("home"));
    m_award = m_site->page(QStringLiteral("/award/"), QStringLiteral("アワード"));
    m_site->page(QStringLiteral("/award/2024/"), QStringLiteral("令和6年度"),
                 QStringLiteral("ｶｰﾎﾞﾝを減らす"));
    m_site->page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
}

QStringList TestPages::shown(const QAbstractItemModel &model, const QModelIndex &parent) const
{
    QStringList titles;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        titles << index.data().toString();
        titles << shown(model, index);
    }
    return titles;
}

void TestPages::theTreeFollowsThePaths()
{
    PageModel model(PageModel::Shape::Tree);
    reload(model);
    const QModelIndex award = model.indexOf(m_award);
    QCOMPARE(award.parent(), model.indexOf(m_home));
    QCOMPARE(model.rowCount(award), 1);
    QCOMPARE(model.index(0, 0, award).data().toString(), QStringLiteral("令和6年度"));
}

void TestPages::topicsComeNewestFirst()
{
    for (const QDate &date : {QDate(2025, 4, 1), QDate(2026, 1, 5), QDate(2025, 12, 1)}) {
        content::NewPage topic{.kind = QStringLiteral("topic"),
                               .path = date.toString(QStringLiteral("'/topics/'yyyyMMdd'/'"))};
        topic.content.title = date.toString(Qt::ISODate);
        topic.content.date = date;
        VERIFY_OK(m_site->pages().create(topic));
    }
    PageNavigator topics(*m_site->session, QStringLiteral("topic"), QStringLiteral("Topics"));
    QCOMPARE(shown(*topics.view()->model()),
             QStringList({QStringLiteral("2026-01-05"), QStringLiteral("2025-12-01"),
                          QStringLiteral("2025-04-01")}));
}

void TestPages::marksShowTheState()
{
    PageModel model(PageModel::Shape::Tree);
    const auto state = [&] {
        reload(model);
        return model.indexOf(m_award).data(PageModel::StateRole).value<PageState>();
    };
    QCOMPARE(state(), PageState::Draft);
    VERIFY_OK(m_site->pages().approve(m_award));
    QCOMPARE(state(), PageState::Live);
    content::PageContent changed;
    changed.title = QStringLiteral("新しい");
    VERIFY_OK(m_site->pages().saveWorking(m_award, changed, {}));
    QCOMPARE(state(), PageState::Changed);
    VERIFY_OK(m_site->pages().trash(m_award));
    QCOMPARE(state(), PageState::Trashed);
}

void TestPages::searchFindsByTitlePathAndBody_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("count");
    QTest::newRow("title") << QStringLiteral("県民") << 1;
    QTest::newRow("path") << QStringLiteral("AWARD") << 2;
    QTest::newRow("full-width path") << QStringLiteral("ａｗａｒｄ") << 2;
    QTest::newRow("body, half-width kana") << QStringLiteral("カーボン") << 1;
    QTest::newRow("every word") << QStringLiteral("award 令和") << 1;
    QTest::newRow("none") << QStringLiteral("無い言葉") << 0;
}

void TestPages::searchFindsByTitlePathAndBody()
{
    QFETCH(QString, query);
    const auto snapshot = m_site->session->snapshot();
    VERIFY_OK(snapshot);
    const auto found = searchPages(**snapshot, query);
    QTEST(static_cast<int>(found.size()), "count");
}

void TestPages::anOfferIsTakenByKeyboard()
{
    TermsField field({QStringLiteral("夏祭り"), QStringLiteral("冬祭り")}, nullptr);
    field.show();
    QVERIFY(QTest::qWaitForWindowActive(&field));
    auto *box = field.findChild<QComboBox *>();
    box->setFocus();
    QTest::keyClicks(box->lineEdit(), QStringLiteral("a")); // the offscreen keyboard has no kana
    box->lineEdit()->clear();
    box->lineEdit()->setText(QStringLiteral("冬"));
    box->completer()->setCompletionPrefix(QStringLiteral("冬"));
    box->completer()->complete();
    QWidget *offers = box->completer()->popup();
    QVERIFY(offers->isVisible());
    QTest::keyClick(offers, Qt::Key_Down);
    QTest::keyClick(offers, Qt::Key_Return);
    QTRY_COMPARE(field.terms(), QStringList{QStringLiteral("冬祭り")});
    // An arrow key does not add what is offered first.
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(box->view()->isVisible());
    box->hidePopup();
    QCOMPARE(field.terms(), QStringList{QStringLiteral("冬祭り")});
}

void TestPages::setTag(const Ulid &page, const QString &tag)
{
    content::PageContent content = m_site->pages().working(page)->content;
    content::setTerms(content, content::Taxonomy::Tag, {tag});
    VERIFY_OK(m_site->pages().saveWorking(page, content, {}));
}

void TestPages::theListIsNarrowedToATerm()
{
    PageNavigator pages(*m_site->session, {}, QStringLiteral("Pages"));
    auto *terms = pages.findChild<TermChoice *>();
    QTRY_COMPARE(terms->count(), 1);
    QVERIFY(terms->isHidden()); // a site without terms has no use for it
    const Ulid deep = m_site->pages().byPath(QStringLiteral("/award/2024/"))->id;
    setTag(deep, QStringLiteral("夏"));
    QTRY_COMPARE(terms->count(), 2);
    QVERIFY(!terms->isHidden());
    QCOMPARE(terms->itemText(1), QStringLiteral("夏 (1)"));
    terms->setCurrentIndex(1);
    Q_EMIT terms->activated(1);
    QStringList narrowed = shown(*pages.view()->model());
    QVERIFY(narrowed.contains(QStringLiteral("令和6年度")));
    QVERIFY(!narrowed.contains(QStringLiteral("県民会議")));
    setTag(m_site->pages().byPath(QStringLiteral("/kenmin/"))->id, QStringLiteral("夏"));
    QTRY_VERIFY(shown(*pages.view()->model()).contains(QStringLiteral("県民会議")));
    // What is no longer anywhere does not hide everything.
    setTag(deep, QStringLiteral("冬"));
    setTag(m_site->pages().byPath(QStringLiteral("/kenmin/"))->id, QStringLiteral("冬"));
    QTRY_COMPARE(terms->itemText(1), QStringLiteral("冬 (2)"));
    QVERIFY(shown(*pages.view()->model()).contains(QStringLiteral("アワード")));
    // Words find terms, too.
    QCOMPARE(searchPages(**m_site->session->snapshot(), QStringLiteral("冬")).size(), 2);
}

void TestPages::whateverIsListedHasTerms_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("isTagged");
    QTest::addColumn<qsizetype>("fields");
    QTest::newRow("topic, with fields of its own")
        << QStringLiteral("topic") << false << qsizetype(2);
    QTest::newRow("event") << QStringLiteral("event") << false << qsizetype(2);
    QTest::newRow("case study") << QStringLiteral("casestudy") << false << qsizetype(2);
    QTest::newRow("page") << QStringLiteral("page") << false << qsizetype(0);
    QTest::newRow("page with an imported tag") << QStringLiteral("page") << true << qsizetype(1);
}

void TestPages::whateverIsListedHasTerms()
{
    QFETCH(QString, kind);
    QFETCH(bool, isTagged);
    const Ulid page = m_site->page(QStringLiteral("/x/"), QStringLiteral("甲"), {}, kind);
    if (isTagged)
        setTag(page, QStringLiteral("夏"));
    VERIFY_OK(m_site->session->openPage(page));
    DetailsForm form(*m_site->session);
    form.showDocument(m_site->session->currentDocument());
    const QList<TermsField *> fields = form.findChildren<TermsField *>();
    QTEST(fields.size(), "fields");
    if (fields.isEmpty())
        return;
    Q_EMIT fields.constLast()->edited(QJsonArray{QStringLiteral("秋")});
    QCOMPARE(content::termsOf(m_site->session->currentContent(), content::Taxonomy::Tag),
             QStringList{QStringLiteral("秋")});
}

void TestPages::searchKeepsTheWayToAPage()
{
    PageNavigator pages(*m_site->session, {}, QStringLiteral("Pages"));
    pages.searchField()->setText(QStringLiteral("カーボン"));
    QTRY_VERIFY(shown(*pages.view()->model()).contains(QStringLiteral("令和6年度")));
    QVERIFY(shown(*pages.view()->model()).contains(QStringLiteral("アワード")));
    QVERIFY(!shown(*pages.view()->model()).contains(QStringLiteral("県民会議")));
    pages.searchField()->clear();
    QVERIFY(shown(*pages.view()->model()).contains(QStringLiteral("県民会議")));
}

void TestPages::theTrashShowsOnlyWhenAsked()
{
    VERIFY_OK(m_site->pages().trash(m_award));
    PageModel model(PageModel::Shape::Tree);
    PageFilter filter;
    filter.setSourceModel(&model);
    reload(model);
    QVERIFY(!shown(filter).contains(QStringLiteral("アワード")));
    filter.setState(PageState::Trashed);
    QCOMPARE(shown(filter), QStringList(QStringLiteral("アワード")));
}

void TestPages::savingDoesNotCollapseTheTree()
{
    PageNavigator pages(*m_site->session, {}, QStringLiteral("Pages"));
    VERIFY_OK(m_site->session->openPage(m_award));
    QTreeView *view = pages.view();
    view->expandAll();
    m_site->session->currentDocument()->setTitle(QStringLiteral("アワード2025"));
    VERIFY_OK(m_site->session->saveAll());
    QTRY_COMPARE(view->currentIndex().data().toString(), QStringLiteral("アワード2025"));
    QVERIFY(view->isExpanded(view->currentIndex()));
}

void TestPages::badPathsAreExplainedAtOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *path, bool good) {
        QTest::newRow(path) << QString::fromUtf8(path) << good;
    };
    row("/events/2026/", true);
    row("events", true); // the slashes are added
    row("/award/", false);
    row("/../etc/", false);
    row("/Award2/", false);
    row("/日本語/", false);
    row("/a b/", false);
    row("/assets/", false);
    QTest::newRow("long") << QString(300, u'a') << false;
}

void TestPages::badPathsAreExplainedAtOnce()
{
    QFETCH(QString, path);
    PathField field(m_site->pages(), {});
    field.setPath(path);
    QTEST(field.isGood(), "good");
    QCOMPARE(field.problem().isEmpty(), field.isGood());
}

void TestPages::termsAreAddedAndTakenOff()
{
    const QString notice = QStringLiteral("お知らせ");
    const QString call = QStringLiteral("募集");
    TermsField field({notice, call}, nullptr);
    QSignalSpy edited(&field, &FieldEditor::edited);
    field.setValue(notice); // as sites made before have it
    auto *line = field.findChild<QComboBox *>()->lineEdit();
    QTest::keyClicks(line, QStringLiteral("new,"));
    line->setText(call);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(field.terms(), (QStringList{notice, QStringLiteral("new"), call}));
    QVERIFY(line->text().isEmpty());
    field.findChild<QToolButton *>()->click();
    QCOMPARE(field.terms(), (QStringList{QStringLiteral("new"), call}));
    QCOMPARE(edited.last().first().value<QJsonValue>().toArray().size(), 2);
    QCOMPARE(edited.size(), 3);
}

void TestPages::aNewPageGetsAFreePath()
{
    NewPageDialog dialog(m_site->pages(), m_site->session->kinds(), QDate(2026, 4, 1));
    auto *title = dialog.findChild<QLineEdit *>();
    title->setText(QStringLiteral("Award"));
    QCOMPARE(dialog.page().path, QStringLiteral("/award-2/"));
    dialog.setKind(QStringLiteral("topic"));
    title->setText(QStringLiteral("お知らせ"));
    QCOMPARE(dialog.page().path, QStringLiteral("/topics/20260401-oshirase/"));
    QCOMPARE(dialog.page().content.date, QDate(2026, 4, 1));
}

void TestPages::aPageIsMadeFromTheDialog()
{
    askForNewPage(*m_site->session, {}, &m_site->window);
    auto *dialog = m_site->window.findChild<NewPageDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("Members"));
    dialog->accept();
    QCOMPARE(m_site->session->currentContent().title, QStringLiteral("Members"));
    VERIFY_OK(m_site->pages().byPath(QStringLiteral("/members/")));
}

void TestPages::movingLeavesARedirectNote()
{
    VERIFY_OK(m_site->pages().approve(m_award));
    VERIFY_OK(m_site->session->openPage(m_award));
    VERIFY_OK(m_site->pages().move(m_award, QStringLiteral("/prize/")));
    QSignalSpy changed(m_site->session.get(), &Session::siteChanged);
    QTRY_VERIFY(changed.count() > 0 ||
                m_site->session->currentDocument()->page().path == QStringLiteral("/prize/"));
    QTRY_COMPARE(m_site->session->currentDocument()->page().path, QStringLiteral("/prize/"));
}

void TestPages::theTrashCanBeUndone()
{
    VERIFY_OK(m_site->session->openPage(m_award));
    QSignalSpy messages(m_site->session.get(), &Session::messageShown);
    trashPage(*m_site->session, m_award);
    QVERIFY(m_site->session->currentPage().isNull());
    QVERIFY(m_site->pages().page(m_award)->trashed);
    messages.constLast().at(0).value<Message>().action();
    QVERIFY(!m_site->pages().page(m_award)->trashed);
    QCOMPARE(m_site->session->currentPage(), m_award);
}

void TestPages::whatLeadsToAPageIsShownBeforeItIsTrashed()
{
    content::RedirectRepository &redirects = m_site->session->workspace().redirects();
    m_site->page(QStringLiteral("/other/"), QStringLiteral("別"),
                 QStringLiteral("[賞](/award/) [賞](/award/)"));
    askForTrash(*m_site->session, m_award, &m_site->window);
    QTRY_VERIFY(m_site->window.findChild<TrashDialog *>());
    auto *dialog = m_site->window.findChild<TrashDialog *>();
    QCOMPARE(dialog->findChild<QListWidget *>()->count(), 1); // pages, not links
    QCOMPARE(dialog->redirectTo(), QStringLiteral("/"));
    dialog->accept();
    QVERIFY(m_site->pages().page(m_award)->trashed);
    const auto led = redirects.list();
    QCOMPARE(led->constFirst().from, QStringLiteral("/award/"));
    restorePage(*m_site->session, m_award);
    QCOMPARE(redirects.list()->size(), 0);
    const Ulid alone = m_site->pages().byPath(QStringLiteral("/kenmin/"))->id;
    askForTrash(*m_site->session, alone, &m_site->window);
    QVERIFY(m_site->pages().page(alone)->trashed); // nothing to ask
}

void TestPages::visitorsAreSentOnlyToPages()
{
    m_site->page(QStringLiteral("/other/"), QStringLiteral("別"), QStringLiteral("[賞](/award/)"));
    askForTrash(*m_site->session, m_award, &m_site->window);
    QTRY_VERIFY(m_site->window.findChild<TrashDialog *>());
    auto *dialog = m_site->window.findChild<TrashDialog *>();
    const auto buttons = dialog->findChildren<QPushButton *>();
    const auto trash = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *each) {
        return each->property("role") == QLatin1String("primary");
    });
    auto *target = dialog->findChild<QComboBox *>();
    QVERIFY((*trash)->isEnabled());
    target->setEditText(QStringLiteral("なんとか"));
    QVERIFY(!(*trash)->isEnabled());
    QCOMPARE(dialog->redirectTo(), QString());
    target->setEditText(target->itemText(0));
    QVERIFY((*trash)->isEnabled());
    target->setEditText(QStringLiteral("なんとか"));
    dialog->findChildren<QRadioButton *>().constLast()->setChecked(true);
    QVERIFY((*trash)->isEnabled());
    dialog->reject();
}

void TestPages::approvingMakesThePageLive()
{
    VERIFY_OK(m_site->session->openPage(m_award));
    m_site->session->currentDocument()->setTitle(QStringLiteral("公開する"));
    approvePage(*m_site->session, m_award); // unsaved edits go along
    QCOMPARE(m_site->pages().live(m_award)->content.title, QStringLiteral("公開する"));
    withdrawPage(*m_site->session, m_award);
    QCOMPARE(stateOf(*m_site->pages().page(m_award)), PageState::Draft);
}

void TestPages::enterOpensTheChosenPage()
{
    PageNavigator pages(*m_site->session, {}, QStringLiteral("Pages"));
    pages.searchField()->setText(QStringLiteral("県民"));
    QTreeView *view = pages.view();
    view->setCurrentIndex(view->model()->index(0, 0, view->model()->index(0, 0)));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(m_site->session->currentContent().title, QStringLiteral("県民会議"));
}

void TestPages::aTranslationIsMadeBesideThePage()
{
    translatePage(*m_site->session, m_award, QStringLiteral("en"));
    const auto made = m_site->pages().byPath(QStringLiteral("/en/award/"));
    VERIFY_OK(made);
    QCOMPARE(m_site->session->currentPage(), made->id);
    QCOMPARE(content::stateOf(*made), PageState::Draft);
    const auto content = m_site->pages().working(made->id)->content;
    QCOMPARE(content.language.tag, QStringLiteral("en"));
    QCOMPARE(content.language.original, m_award);
    QCOMPARE(content.title, QStringLiteral("アワード"));
    const std::unique_ptr<QMenu> menu(makeTranslationMenu(*m_site->session, made->id, nullptr));
    for (const QAction *action : menu->actions())
        QVERIFY(action->text() != QStringLiteral("English")); // there already
    PageModel model(PageModel::Shape::Tree);
    reload(model);
    QCOMPARE(model.indexOf(made->id).data(PageModel::LanguageRole).toString(),
             QStringLiteral("en"));
    QVERIFY(model.indexOf(m_award).data(PageModel::LanguageRole).toString().isEmpty());
}

void TestPages::languageAndOriginalAreFieldsLikeOthers()
{
    const Ulid page = m_site->page(QStringLiteral("/about/"), QStringLiteral("About"));
    VERIFY_OK(m_site->session->openPage(page));
    Document *document = m_site->session->currentDocument();
    LanguageField field(*m_site->session, nullptr);
    connect(&field, &LanguageField::chosen, document, &Document::setLanguage);
    auto *tags = field.findChild<QComboBox *>(QStringLiteral("language"));
    tags->setCurrentIndex(tags->findData(QStringLiteral("en")));
    Q_EMIT tags->activated(tags->currentIndex());
    field.setLanguage(document->content().language);
    auto *original = field.findChild<QLineEdit *>(QStringLiteral("translationOf"));
    original->setText(QStringLiteral("/nowhere/"));
    Q_EMIT original->editingFinished();
    QVERIFY(document->content().language.original.isNull());
    original->setText(QStringLiteral("/kenmin/"));
    Q_EMIT original->editingFinished();
    const auto kenmin = m_site->pages().byPath(QStringLiteral("/kenmin/"));
    QCOMPARE(document->content().language, (content::Language{QStringLiteral("en"), kenmin->id}));
    document->undoStack().undo();
    QCOMPARE(document->content().language, content::Language());
    document->undoStack().redo();
    VERIFY_OK(m_site->session->savePage(page));
    QCOMPARE(m_site->pages().working(page)->content.language.original, kenmin->id);
}

QTEST_MAIN(TestPages)
#include "test_pages.moc"
