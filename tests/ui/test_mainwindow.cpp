#include "content/page/pagerepository.h"
#include "opensite.h"
#include "ui/editor/editorfeature.h"
#include "ui/mainwindow/dialogs/commandpalette.h"
#include "ui/mainwindow/dialogs/failurepage.h"
#include "ui/mainwindow/dialogs/newsitedialog.h"
#include "ui/mainwindow/dialogs/recentsites.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/pages/pagesfeature.h"
#include "ui/settings/settingspanel.h"
#include "ui/shell/unfinished.h"
#include "ui/style/appearance.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace kakehashi;
using namespace kakehashi::ui;

/// The whole window with the features that need no WebEngine.
class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();

    void withoutASiteItOffersWaysIn();
    void aSiteOpensAtItsHomePage();
    void panelAndPageAreRemembered();
    void closingLosesNothing();
    void afterACrashTheDraftComesFirst();
    void aFolderThatDoesNotOpenIsExplained_data();
    void aFolderThatDoesNotOpenIsExplained();
    void aDamagedSiteComesBackFromItsBackup();
    void anOpenSiteStaysWhenAnotherIsNoGood();
    void thePaletteFindsActionsAndPages();
    void everyShortcutIsUsedOnce();
    void everyPanelHasATextAndAnIcon();
    void badgesShowInTheSidebar();
    void appearanceChangesAtOnce();
    void aFolderWithFilesIsNoNewSite();
    void recentSitesAreCalledByTheirNames();
    void aSecondWindowBringsTheFirstToTheFront();
    void theLockOfAnotherComputerCanBeTakenAway();
    void whatADeadProgramLeftIsSaid();
    void theWheelChangesNoSetting();
    void closingAsksAboutWhatIsUnfinished();
    void aButtonThatGoesLeavesTheFocusInItsPanel();

private:
    QString folder(const QString &name) const { return m_folder->filePath(name); }
    void makeWindow();
    template <typename T>
    T *child() const
    {
        return m_window->findChild<T *>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
    QSettings().clear();
    makeWindow();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_folder.reset();
}

void TestMainWindow::makeWindow()
{
    m_window.reset(); // gives up the lock and remembers
    m_window = std::make_unique<MainWindow>(
        QList<Feature>{registerPages, registerEditor, registerSettings});
    m_window->show();
}

void TestMainWindow::withoutASiteItOffersWaysIn()
{
    QVERIFY(!m_window->session());
    QStringList texts;
    const auto buttons = m_window->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible())
            texts << button->text();
    }
    QVERIFY(texts.size() >= 3);
}

void TestMainWindow::aSiteOpensAtItsHomePage()
{
    m_window->makeSite(folder(QStringLiteral("site")), QStringLiteral("見本のサイト"));
    QVERIFY(m_window->session());
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("見本のサイト")));
    QCOMPARE(recentSites(), QStringList(m_window->siteFolder()));
}

void TestMainWindow::panelAndPageAreRemembered()
{
    const QString site = folder(QStringLiteral("site"));
    m_window->makeSite(site, QStringLiteral("見本"));
    const auto page = m_window->session()->workspace().pages().create(
        {.kind = QStringLiteral("page"), .path = QStringLiteral("/kenmin/")});
    VERIFY_OK(page);
    VERIFY_OK(m_window->session()->openPage(page->id));
    m_window->showPanel(QStringLiteral("topics"));
    m_window->resize(1111, 777);
    makeWindow();
    m_window->openSite(site);
    QCOMPARE(m_window->session()->currentPage(), page->id);
    QCOMPARE(m_window->size(), QSize(1111, 777));
    const auto buttons = child<Sidebar>()->findChildren<SidebarButton *>();
    QVERIFY(buttons.at(1)->isChecked());
}

void TestMainWindow::closingLosesNothing()
{
    const QString site = folder(QStringLiteral("site"));
    m_window->makeSite(site, QStringLiteral("見本"));
    Session *session = m_window->session();
    const auto page = session->workspace().pages().create(
        {.kind = QStringLiteral("page"), .path = QStringLiteral("/kenmin/")});
    VERIFY_OK(session->openPage(page->id));
    QLineEdit *title = nullptr;
    const auto lines = m_window->findChildren<QLineEdit *>();
    for (QLineEdit *line : lines) {
        if (line->accessibleName() == QStringLiteral("Title"))
            title = line;
    }
    QVERIFY(title);
    QTest::keyClicks(title, QStringLiteral("typed"));
    QVERIFY(m_window->close());
    makeWindow();
    m_window->openSite(site);
    QCOMPARE(m_window->session()->workspace().pages().working(page->id)->content.title,
             QStringLiteral("typed"));
}

void TestMainWindow::afterACrashTheDraftComesFirst()
{
    const QString site = folder(QStringLiteral("site"));
    m_window->makeSite(site, QStringLiteral("見本"));
    content::PageRepository &pages = m_window->session()->workspace().pages();
    const auto page =
        pages.create({.kind = QStringLiteral("page"), .path = QStringLiteral("/kenmin/")});
    content::PageContent typed;
    typed.body = QStringLiteral("途中まで");
    VERIFY_OK(pages.putDraft(page->id, typed));
    m_window->closeSite();
    m_window->openSite(site);
    QCOMPARE(m_window->session()->currentPage(), page->id);
    QCOMPARE(m_window->session()->currentContent().body, QStringLiteral("途中まで"));
    QVERIFY(child<MessageBar>()->isVisible());
}

void TestMainWindow::aFolderThatDoesNotOpenIsExplained_data()
{
    QTest::addColumn<QString>("state");
    for (const char *state : {"missing", "empty", "locked"})
        QTest::newRow(state) << QString::fromLatin1(state);
}

void TestMainWindow::aFolderThatDoesNotOpenIsExplained()
{
    QFETCH(QString, state);
    const QString site = folder(QStringLiteral("site"));
    std::unique_ptr<workspace::Workspace> holder;
    if (state == QLatin1String("empty"))
        QVERIFY(QDir().mkpath(site));
    if (state == QLatin1String("locked"))
        holder = *workspace::Workspace::create(site, QStringLiteral("見本"));
    m_window->openSite(site);
    QVERIFY(!m_window->session());
    auto *failure = child<FailurePage>();
    QVERIFY(failure->isVisible());
    const auto labels = failure->findChildren<QLabel *>();
    QVERIFY(!labels.at(1)->text().isEmpty());
    holder.reset();
}

void TestMainWindow::aDamagedSiteComesBackFromItsBackup()
{
    const QString site = folder(QStringLiteral("site"));
    m_window->makeSite(site, QStringLiteral("見本"));
    VERIFY_OK(m_window->session()->workspace().backup());
    m_window->closeSite();
    test::put(site + QStringLiteral("/site.sqlite"), QByteArray(4096, 'x'));
    m_window->openSite(site);
    QVERIFY(child<FailurePage>()->isVisible());
    const auto buttons = child<FailurePage>()->findChildren<QPushButton *>();
    QTRY_VERIFY(buttons.constFirst()->isVisible());
    buttons.constFirst()->click();
    QVERIFY(m_window->session());
}

void TestMainWindow::anOpenSiteStaysWhenAnotherIsNoGood()
{
    m_window->makeSite(folder(QStringLiteral("site")), QStringLiteral("見本"));
    m_window->openSite(folder(QStringLiteral("nothing")));
    QVERIFY(m_window->session());
    QVERIFY(child<MessageBar>()->isVisible());
}

void TestMainWindow::thePaletteFindsActionsAndPages()
{
    m_window->makeSite(folder(QStringLiteral("site")), QStringLiteral("見本"));
    VERIFY_OK(m_window->session()->workspace().pages().create(
        {.kind = QStringLiteral("page"), .path = QStringLiteral("/kenmin/")}));
    m_window->showPalette();
    auto *palette = child<CommandPalette>();
    auto *typed = palette->findChild<QLineEdit *>();
    auto *list = palette->findChild<QListWidget *>();
    typed->setText(QStringLiteral("kenmin"));
    QCOMPARE(list->count(), 1);
    QTest::keyClick(typed, Qt::Key_Return);
    QCOMPARE(m_window->session()->currentPage(),
             m_window->session()->workspace().pages().byPath(QStringLiteral("/kenmin/"))->id);
}

void TestMainWindow::everyShortcutIsUsedOnce()
{
    QHash<QKeySequence, QString> owners;
    const auto actions = m_window->actions();
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        QVERIFY2(!owners.contains(action->shortcut()),
                 qPrintable(action->objectName() + u' ' + owners.value(action->shortcut())));
        owners.insert(action->shortcut(), action->objectName());
    }
    QVERIFY(owners.size() > 8);
}

void TestMainWindow::everyPanelHasATextAndAnIcon()
{
    m_window->makeSite(folder(QStringLiteral("site")), QStringLiteral("見本"));
    const auto buttons = child<Sidebar>()->findChildren<SidebarButton *>();
    QVERIFY(!buttons.isEmpty());
    for (const SidebarButton *button : buttons) {
        QVERIFY(!button->text().isEmpty());
        QVERIFY2(!button->icon().isNull(), qPrintable(button->text()));
    }
}

void TestMainWindow::badgesShowInTheSidebar()
{
    m_window->makeSite(folder(QStringLiteral("site")), QStringLiteral("見本"));
    m_window->session()->setBadge(QStringLiteral("pages"), QStringLiteral("3"));
    const auto buttons = child<Sidebar>()->findChildren<SidebarButton *>();
    QCOMPARE(buttons.constFirst()->accessibleDescription(), QStringLiteral("3"));
}

void TestMainWindow::appearanceChangesAtOnce()
{
    style::chooseAppearance(style::Appearance::Dark);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 80);
    QCOMPARE(style::chosenAppearance(), style::Appearance::Dark);
    style::chooseAppearance(style::Appearance::Light);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 200);
}

void TestMainWindow::aFolderWithFilesIsNoNewSite()
{
    test::put(folder(QStringLiteral("full/letter.txt")), "x");
    NewSiteDialog dialog;
    const auto lines = dialog.findChildren<QLineEdit *>();
    lines.at(0)->setText(QStringLiteral("見本"));
    lines.at(1)->setText(folder(QStringLiteral("full")));
    bool canMake = false;
    const auto buttons = dialog.findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->property("role").toString() == QLatin1String("primary"))
            canMake = button->isEnabled();
    }
    QVERIFY(!canMake);
}

void TestMainWindow::recentSitesAreCalledByTheirNames()
{
    const QString site = folder(QStringLiteral("site"));
    m_window->makeSite(site, QStringLiteral("脱炭素ポータル"));
    m_window->closeSite();
    const auto buttons = m_window->findChildren<QPushButton *>();
    const auto named = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *each) {
        return each->isVisible() && each->accessibleName() == QStringLiteral("脱炭素ポータル");
    });
    QVERIFY(named != buttons.cend());
    QCOMPARE((*named)->accessibleDescription(), QDir::toNativeSeparators(site));
}

void TestMainWindow::aSecondWindowBringsTheFirstToTheFront()
{
    const QString site = folder(QStringLiteral("site"));
    m_window->makeSite(site, QStringLiteral("見本"));
    m_window->showMinimized();
    MainWindow second({registerPages});
    QSignalSpy came(&second, &MainWindow::otherWindowCame);
    second.openSite(site);
    QVERIFY(came.wait());
    QVERIFY(!second.session());
    QTRY_VERIFY(!m_window->isMinimized());
}

void TestMainWindow::theLockOfAnotherComputerCanBeTakenAway()
{
    const QString site = folder(QStringLiteral("site"));
    m_window->makeSite(site, QStringLiteral("見本"));
    m_window->closeSite();
    test::put(site + QStringLiteral("/site.lock"), "4711\nkakehashi\npc-12\n\n\n");
    m_window->openSite(site);
    auto *takeOver = m_window->findChild<QPushButton *>(QStringLiteral("takeOver"));
    QTRY_VERIFY(takeOver->isVisible());
    takeOver->click();
    QVERIFY(m_window->session());
}

void TestMainWindow::whatADeadProgramLeftIsSaid()
{
    const QString site = folder(QStringLiteral("site"));
    m_window->makeSite(site, QStringLiteral("見本"));
    m_window->closeSite();
    QProcess dead;
    dead.start(QCoreApplication::applicationFilePath(), {QStringLiteral("-functions")});
    QVERIFY(dead.waitForStarted());
    const QByteArray pid = QByteArray::number(dead.processId());
    QVERIFY(dead.waitForFinished());
    test::put(site + QStringLiteral("/site.lock"),
              pid + "\ntest_ui_mainwindow\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
    m_window->openSite(site);
    QVERIFY(m_window->session());
    QVERIFY(child<MessageBar>()->text().contains(QString::fromLatin1(pid)));
}

/// In forms and beside them, with the focus and without it.
void TestMainWindow::theWheelChangesNoSetting()
{
    m_window->makeSite(folder(QStringLiteral("site")), QStringLiteral("見本"));
    m_window->showPanel(QStringLiteral("settings"));
    auto *free = new QDateEdit(QDate(2026, 4, 1), m_window.get());
    free->show();
    const auto settingOf = [](QWidget *field) {
        if (const auto *list = qobject_cast<QComboBox *>(field))
            return list->currentText();
        return static_cast<QAbstractSpinBox *>(field)->text();
    };
    QList<QWidget *> fields;
    for (auto *list : m_window->findChildren<QComboBox *>())
        fields << list;
    for (auto *number : m_window->findChildren<QAbstractSpinBox *>())
        fields << number;
    int seen = 0;
    for (QWidget *field : std::as_const(fields)) {
        if (!field->isVisible() || !field->isEnabled())
            continue;
        ++seen;
        QVERIFY(field->focusPolicy() != Qt::WheelFocus);
        const QString before = settingOf(field);
        for (const bool isFocused : {false, true}) {
            if (isFocused)
                field->setFocus();
            for (const int turn : {-120, 120, 120}) {
                QWheelEvent wheel({5, 5}, field->mapToGlobal(QPointF(5, 5)), {}, {0, turn},
                                  Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
                QApplication::sendEvent(field, &wheel);
                QVERIFY(!wheel.isAccepted()); // for the form around it
                QCOMPARE(settingOf(field), before);
            }
        }
    }
    QVERIFY(seen >= 4);
}

void TestMainWindow::closingAsksAboutWhatIsUnfinished()
{
    m_window->makeSite(folder(QStringLiteral("site")), QStringLiteral("見本"));
    QString unfinished = QStringLiteral("it runs");
    QObject owner;
    Unfinished::of(*m_window->session()).add(&owner, [&unfinished] { return unfinished; });
    const auto answer = [this](const char *name) {
        auto *question = m_window->findChild<QMessageBox *>(QStringLiteral("leaving"));
        QVERIFY(question);
        QVERIFY(question->text().contains(QStringLiteral("it runs")));
        question->findChild<QPushButton *>(QLatin1String(name))->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    for (const bool isWindow : {true, false}) {
        if (isWindow)
            m_window->close();
        else
            m_window->leaveSite([this] { m_window->closeSite(); });
        QVERIFY(m_window->isVisible());
        answer("stay");
        QTest::qWait(0);
        QVERIFY(m_window->session());
        QVERIFY(m_window->isVisible());
    }
    m_window->close();
    answer("leave");
    QTRY_VERIFY(!m_window->isVisible());

    m_window->openSite(folder(QStringLiteral("site")));
    m_window->show();
    unfinished.clear();
    QVERIFY(m_window->close()); // nothing to ask about
}

void TestMainWindow::aButtonThatGoesLeavesTheFocusInItsPanel()
{
    m_window->makeSite(folder(QStringLiteral("site")), QStringLiteral("見本"));
    m_window->showPanel(QStringLiteral("settings"));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->session()->showMessage({.text = QStringLiteral("done"),
                                      .actionText = QStringLiteral("Undo"),
                                      .action = [] { QFAIL("nobody pressed it"); }});
    auto *panel = child<SettingsPanel>();
    auto *button = new QPushButton(QStringLiteral("go"), panel);
    QWidget::setTabOrder(button, child<MessageBar>()->findChild<QPushButton *>());
    button->show();
    button->setFocus();
    QCOMPARE(QApplication::focusWidget(), button);
    button->hide();
    QWidget *now = QApplication::focusWidget();
    QVERIFY(now && (now == panel || panel->isAncestorOf(now)));
    QTest::keyClick(now, Qt::Key_Space);
}

QTEST_MAIN(TestMainWindow)
#include "test_mainwindow.moc"
