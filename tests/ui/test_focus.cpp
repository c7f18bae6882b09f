#include "opensite.h"

#include "ui/editing/document.h"
#include "ui/editing/undofocus.h"
#include "ui/editor/editorfeature.h"
#include "ui/editor/editorpanel.h"
#include "ui/editor/forms/detailsform.h"
#include "ui/editor/forms/headerbar.h"
#include "ui/editor/issuestrip.h"
#include "ui/editor/text/altbar.h"
#include "ui/editor/text/markdownedit.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/pages/dialogs/newpagedialog.h"
#include "ui/pages/navigator.h"
#include "ui/pages/pagemenu.h"
#include "ui/pages/pagesfeature.h"
#include "ui/preview/page/livepage.h"
#include "ui/preview/page/scheme.h"
#include "ui/preview/previewfeature.h"
#include "ui/preview/stage.h"
#include "ui/settings/settingspanel.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTreeView>
#include <QWebEngineView>

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

constexpr int patience = 20'000; // WebEngine's first start on a busy machine

} // namespace

/// Where the keyboard goes, walked with real keys in the real window.
class TestFocus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();

    void tabGoesThroughTheWindowInOneOrder();
    void tabComesRound();
    void escLeadsToTheText();
    void thePreviewIsOneStop();
    void theToolbarIsOneStop();
    void anAnsweredPictureLeadsBackToTheText();
    void aBarThatHidesLeavesTheFocusInTheText();
    void aNewPageIsWrittenAtOnce();
    void aClickBesideAMenuIsNotLost();
    void undoFollowsTheFocus();
    void theCaretStaysInViewOverTheFindings();

private:
    template <typename T>
    T *child() const
    {
        return m_window->findChild<T *>();
    }
    QWidget *focus() const { return QApplication::focusWidget(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    MarkdownEdit *text() const { return child<EditorPanel>()->text(); }
    QLineEdit *title() const { return child<EditorPanel>()->header()->titleField(); }
    QTreeView *list() const { return child<PageNavigator>()->view(); }
    Stage *stage() const { return child<Stage>(); }
    Document *document() const { return m_window->session()->currentDocument(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestFocus::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
    QSettings().clear();
    m_window = std::make_unique<MainWindow>(
        QList<Feature>{registerPages, registerEditor, registerSettings, registerPreview});
    m_window->resize(1400, 800);
    m_window->show();
    m_window->makeSite(m_folder->filePath(QStringLiteral("site")), QStringLiteral("見本"));
    QApplication::setActiveWindow(m_window.get());
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(child<LivePage>(), patience);
    m_window->showPanel(QStringLiteral("pages"));
    QCOMPARE(focus(), list());
}

void TestFocus::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

void TestFocus::press(int key, Qt::KeyboardModifiers modifiers)
{
    QVERIFY(focus());
    QTest::keyClick(focus(), static_cast<Qt::Key>(key), modifiers);
}

void TestFocus::tabGoesThroughTheWindowInOneOrder()
{
    press(Qt::Key_Tab);
    QCOMPARE(focus(), title());
    press(Qt::Key_Tab);
    QCOMPARE(focus(), text());
    press(Qt::Key_Tab);
    const auto *details = child<EditorPanel>()->details();
    QVERIFY(details->isAncestorOf(focus()));
    for (int i = 0; i < 60 && focus() != stage(); ++i) {
        QVERIFY(child<EditorPanel>()->isAncestorOf(focus()));
        press(Qt::Key_Tab);
    }
    QCOMPARE(focus(), stage());
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(child<EditorPanel>()->isAncestorOf(focus()));
}

void TestFocus::tabComesRound()
{
    QSet<QWidget *> passed;
    int steps = 0;
    do {
        press(Qt::Key_Tab);
        QVERIFY2(!passed.contains(focus()), qPrintable(focus()->accessibleName()));
        passed.insert(focus());
        QVERIFY(!child<LivePage>()->isAncestorOf(focus()));
    } while (focus() != list() && ++steps < 80);
    QCOMPARE(focus(), list());
    // Nothing that the mouse reaches is left out: the search, 「＋」, the state, the devices.
    QVERIFY(passed.contains(child<PageNavigator>()->searchField()));
    for (int i = 0; i < passed.size(); ++i)
        press(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(focus(), list());
}

void TestFocus::escLeadsToTheText()
{
    const QList<QWidget *> places{list(), title(), stage(), child<PageNavigator>()->searchField()};
    for (QWidget *place : places) {
        place->setFocus();
        press(Qt::Key_Escape);
        QCOMPARE(focus(), text());
    }
    press(Qt::Key_Tab); // into the fields, on another tab
    QVERIFY(!text()->isVisible());
    press(Qt::Key_Escape);
    QCOMPARE(focus(), text());
    QVERIFY(text()->isVisible());
}

void TestFocus::thePreviewIsOneStop()
{
    QWebEngineView *view = child<LivePage>()->view();
    stage()->setFocus();
    press(Qt::Key_Return);
    QTRY_VERIFY(view->isAncestorOf(focus()) || focus() == view);
    press(Qt::Key_Escape);
    QCOMPARE(focus(), text());
    press(Qt::Key_F6);
    QCOMPARE(focus(), stage());
    press(Qt::Key_F6);
    QTRY_VERIFY(view->isAncestorOf(focus()) || focus() == view);
    press(Qt::Key_F6);
    QCOMPARE(focus(), stage());
}

void TestFocus::theToolbarIsOneStop()
{
    text()->setFocus();
    QSet<QWidget *> buttons;
    for (int i = 0; i < 80; ++i) {
        press(Qt::Key_Tab);
        if (focus()->parentWidget()->inherits("kakehashi::ui::EditorToolbar"))
            buttons.insert(focus());
        if (!buttons.isEmpty())
            break;
    }
    QCOMPARE(buttons.size(), 1);
    QWidget *first = focus();
    press(Qt::Key_Right);
    QVERIFY(focus() != first);
    QCOMPARE(focus()->parentWidget(), first->parentWidget());
    press(Qt::Key_Left);
    QCOMPARE(focus(), first);
}

void TestFocus::anAnsweredPictureLeadsBackToTheText()
{
    text()->setFocus();
    const QString path = m_folder->filePath(QStringLiteral("hall.png"));
    QVERIFY(QImage(QSize(40, 30), QImage::Format_RGB32).save(path));
    Q_EMIT text()->filesOffered({path});
    QTRY_VERIFY(child<AltBar>()->isVisible());
    QVERIFY(child<AltBar>()->isAncestorOf(focus()));
    QTest::keyClicks(focus(), QStringLiteral("a hall"));
    press(Qt::Key_Return);
    QCOMPARE(focus(), text());
    QTest::keyClicks(focus(), QStringLiteral("next"));
    QVERIFY(document()->content().body.contains(QStringLiteral("next")));
}

void TestFocus::aBarThatHidesLeavesTheFocusInTheText()
{
    m_window->session()->showMessage(
        {.text = QStringLiteral("x"), .actionText = QStringLiteral("y"), .action = [] {}});
    auto *button = child<MessageBar>()->findChild<QPushButton *>();
    button->setFocus();
    QCOMPARE(focus(), button);
    press(Qt::Key_Space);
    QVERIFY(!child<MessageBar>()->isVisible());
    QCOMPARE(focus(), text());
}

void TestFocus::aNewPageIsWrittenAtOnce()
{
    askForNewPage(*m_window->session(), {}, m_window.get());
    auto *dialog = child<NewPageDialog>();
    QTRY_VERIFY(dialog->isVisible());
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("Members"));
    dialog->accept();
    QApplication::setActiveWindow(m_window.get());
    QTRY_COMPARE(focus(), text());
    QTest::keyClicks(focus(), QStringLiteral("at once"));
    QCOMPARE(document()->content().body, QStringLiteral("at once"));
}

void TestFocus::aClickBesideAMenuIsNotLost()
{
    text()->setFocus();
    QMenu menu(text());
    menu.addAction(QStringLiteral("mend"));
    menu.popup(text()->mapToGlobal(QPoint(40, 40)));
    QTRY_VERIFY(menu.isVisible());
    const QPoint target = title()->mapToGlobal(title()->rect().center());
    QTest::mousePress(&menu, Qt::LeftButton, Qt::NoModifier, menu.mapFromGlobal(target));
    QTRY_VERIFY(!menu.isVisible());
    QTRY_COMPARE(m_window->focusWidget(), static_cast<QWidget *>(title()));
}

void TestFocus::undoFollowsTheFocus()
{
    text()->setFocus();
    QTest::keyClicks(focus(), QStringLiteral("abc"));
    QVERIFY(UndoFocus::of(*m_window->session()).group().canUndo());
    m_window->showPanel(QStringLiteral("settings"));
    QTRY_VERIFY(!UndoFocus::of(*m_window->session()).group().canUndo());
    QCOMPARE(document()->content().body, QStringLiteral("abc"));
    m_window->showPanel(QStringLiteral("pages"));
    QTRY_VERIFY(UndoFocus::of(*m_window->session()).group().canUndo());
}

void TestFocus::theCaretStaysInViewOverTheFindings()
{
    document()->editBody({.position = 0, .inserted = QStringLiteral("行\n").repeated(200)});
    text()->setFocus();
    auto *strip = child<IssueStrip>();
    // The last line that is seen, as it is when a person types on at the end.
    QTextCursor cursor = text()->cursorForPosition({5, text()->viewport()->height() - 4});
    text()->setTextCursor(cursor);
    check::Finding finding;
    finding.issue = {Severity::Should, QStringLiteral("x"), QStringLiteral("y")};
    strip->showFindings({}, {finding, finding, finding, finding});
    QTRY_VERIFY(strip->isVisible());
    QCoreApplication::processEvents();
    QVERIFY(text()->viewport()->rect().contains(text()->cursorRect()));
}

int main(int argc, char **argv)
{
    // Chromium's sandbox refuses to start as root, which containers and CI run as.
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestFocus test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_focus.moc"
