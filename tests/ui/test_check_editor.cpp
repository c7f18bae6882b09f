#include "opensite.h"

#include "loopprobe.h"
#include "ui/check/running/livecheck.h"
#include "ui/editing/document.h"
#include "ui/editor/editorfeature.h"
#include "ui/editor/editorpanel.h"
#include "ui/editor/forms/headerbar.h"
#include "ui/editor/issuestrip.h"
#include "ui/editor/marks/fieldnote.h"
#include "ui/editor/text/markdownedit.h"
#include "ui/shell/feature.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

using Selections = QList<QTextEdit::ExtraSelection>;

constexpr int patience = 10'000;

} // namespace

/// What a person sees of the check while she writes, and how she mends it.
class TestCheckEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void cleanup();

    void wordsAreMarkedBySeverity_data();
    void wordsAreMarkedBySeverity();
    void mendingIsOneUndoStep();
    void theMenuAtTheMarkMends();
    void allOfARuleAreMendedAsOne();
    void marksMoveWithTheText();
    void f8GoesRoundThroughTextAndFields();
    void aFieldSaysWhatIsWrongWithIt();
    void theStripCountsAndMends();
    void mendedTextIsMarkedNoMore();
    void newsOfAnotherPageIsDropped();
    void typingIsNeverHeldUp();

private:
    void open(const QString &body, const QString &title = QStringLiteral("県民会議"));
    bool finds(const QString &rule) const;
    Selections marks() const { return m_editor->text()->extraSelections(); }
    QString marked() const;
    QString body() const { return m_site->session->currentContent().body; }
    void trigger(const char *action);
    QUndoStack &undo() { return m_site->session->currentDocument()->undoStack(); }

    std::unique_ptr<test::OpenSite> m_site;
    std::unique_ptr<Registry> m_registry;
    std::unique_ptr<EditorPanel> m_editor;
};

void TestCheckEditor::cleanup()
{
    m_editor.reset();
    m_site.reset();
}

void TestCheckEditor::open(const QString &body, const QString &title)
{
    m_site = std::make_unique<test::OpenSite>();
    for (const char *id : {"check.next", "check.previous", "check.mend"})
        m_site->actions.add(
            {.id = QLatin1String(id), .text = QLatin1String(id), .needsSite = false});
    new LiveCheck(*m_site->session);
    const Ulid page = m_site->page(QStringLiteral("/kenmin/"), title, body);
    if (!m_site->session->openPage(page))
        qFatal("the page does not open");
    m_editor = std::make_unique<EditorPanel>(*m_site->session);
    m_editor->resize(700, 600);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    m_editor->text()->setFocus();
}

bool TestCheckEditor::finds(const QString &rule) const
{
    const auto &findings = m_site->session->findings();
    return std::any_of(findings.cbegin(), findings.cend(), [&rule](const check::Finding &finding) {
        return finding.issue.rule == rule;
    });
}

QString TestCheckEditor::marked() const
{
    QStringList words;
    for (const QTextEdit::ExtraSelection &mark : marks())
        words << mark.cursor.selectedText();
    return words.join(u'|');
}

void TestCheckEditor::trigger(const char *action)
{
    m_site->actions.action(QLatin1String(action))->trigger();
}

void TestCheckEditor::wordsAreMarkedBySeverity_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("line");
    const auto row = [](const char *rule, const char *body, const char *words, auto line) {
        QTest::newRow(rule) << QString::fromUtf8(body) << QString::fromLatin1(rule)
                            << QString::fromUtf8(words) << static_cast<int>(line);
    };
    row("half-width-kana", "一\n\nｾﾐﾅｰです。", "ｾﾐﾅｰ", QTextCharFormat::WaveUnderline);
    row("full-width-alnum", "一\n\n２０名です。", "２０", QTextCharFormat::WaveUnderline);
    row("heading-order", "## 一\n\n#### 二\n", "####", QTextCharFormat::WaveUnderline);
    row("link-missing", "一\n\n[ホーム](/)と[行き先](/nai/)", "行き先](/nai/",
        QTextCharFormat::WaveUnderline);
    row("sensory-words", "赤字の部分をご覧ください。", "赤字", QTextCharFormat::DotLine);
}

void TestCheckEditor::wordsAreMarkedBySeverity()
{
    QFETCH(QString, body);
    QFETCH(QString, rule);
    QFETCH(QString, words);
    QFETCH(int, line);
    open(body);
    QTRY_VERIFY_WITH_TIMEOUT(finds(rule), patience);
    QVERIFY2(marked().contains(words), qPrintable(marked()));
    const Selections all = marks();
    const auto mark = std::find_if(all.cbegin(), all.cend(), [&words](const auto &each) {
        return words.isEmpty() || each.cursor.selectedText().contains(words);
    });
    QVERIFY(mark != all.cend());
    QCOMPARE(static_cast<int>(mark->format.underlineStyle()), line);
}

void TestCheckEditor::mendingIsOneUndoStep()
{
    const QString before = QStringLiteral("はじめに。\n\nｾﾐﾅｰを開きます。");
    open(before);
    QTRY_VERIFY_WITH_TIMEOUT(finds(QStringLiteral("half-width-kana")), patience);
    trigger("check.next");
    trigger("check.mend");
    QTRY_VERIFY(m_editor->text()->findChild<QMenu *>(QStringLiteral("mending")));
    auto *menu = m_editor->text()->findChild<QMenu *>(QStringLiteral("mending"));
    QVERIFY(menu->activeAction());
    menu->activeAction()->trigger();
    menu->close();
    QCOMPARE(body(), QStringLiteral("はじめに。\n\nセミナーを開きます。"));
    QCOMPARE(undo().count(), 1);
    undo().undo();
    QCOMPARE(body(), before);
}

void TestCheckEditor::theMenuAtTheMarkMends()
{
    open(QStringLiteral("正しい文です。\n\n２０名です。"));
    QTRY_VERIFY_WITH_TIMEOUT(finds(QStringLiteral("full-width-alnum")), patience);
    m_editor->text()->gotoLine(1);
    trigger("check.mend"); // nothing is wrong here
    auto *menu = m_editor->text()->findChild<QMenu *>(QStringLiteral("mending"));
    QVERIFY(menu && !menu->actions().constFirst()->isEnabled());
    delete menu;
    m_editor->text()->gotoLine(3);
    trigger("check.mend");
    menu = m_editor->text()->findChild<QMenu *>(QStringLiteral("mending"));
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(body(), QStringLiteral("正しい文です。\n\n20名です。"));
}

void TestCheckEditor::allOfARuleAreMendedAsOne()
{
    open(QStringLiteral("２０名と３０名です。\n\n４階です。"));
    QTRY_VERIFY_WITH_TIMEOUT(finds(QStringLiteral("full-width-alnum")), patience);
    trigger("check.next");
    trigger("check.mend");
    auto *menu = m_editor->text()->findChild<QMenu *>(QStringLiteral("mending"));
    menu->actions().constLast()->trigger();
    menu->close();
    QCOMPARE(body(), QStringLiteral("20名と30名です。\n\n4階です。"));
    QCOMPARE(undo().count(), 1);
}

void TestCheckEditor::marksMoveWithTheText()
{
    open(QStringLiteral("はじめに。\n\nｾﾐﾅｰを開きます。"));
    QTRY_VERIFY_WITH_TIMEOUT(finds(QStringLiteral("half-width-kana")), patience);
    m_editor->text()->moveCursor(QTextCursor::Start);
    QTest::keyClicks(m_editor->text(), QStringLiteral("abc"));
    // At once, before any new check.
    QCOMPARE(marked(), QStringLiteral("ｾﾐﾅｰ"));
    trigger("check.next");
    QCOMPARE(m_editor->text()->textCursor().selectedText(), QStringLiteral("ｾﾐﾅｰ"));
}

void TestCheckEditor::f8GoesRoundThroughTextAndFields()
{
    open(QStringLiteral("２０名です。\n\nｾﾐﾅｰです。"), QStringLiteral("ﾄﾋﾟｯｸｽ"));
    QTRY_VERIFY_WITH_TIMEOUT(finds(QStringLiteral("half-width-kana")), patience);
    const auto selected = [this] { return m_editor->text()->textCursor().selectedText(); };
    m_editor->text()->moveCursor(QTextCursor::Start);
    trigger("check.next");
    QCOMPARE(selected(), QStringLiteral("２０"));
    trigger("check.next");
    QCOMPARE(selected(), QStringLiteral("ｾﾐﾅｰ"));
    int steps = 0;
    while (!m_editor->header()->titleField()->hasFocus() && ++steps < 10)
        trigger("check.next");
    QVERIFY2(steps < 10, "the title was never reached");
    trigger("check.previous");
    while (selected() != QStringLiteral("２０") && ++steps < 20)
        trigger("check.previous");
    QVERIFY2(steps < 20, "the text was never reached again");
}

void TestCheckEditor::aFieldSaysWhatIsWrongWithIt()
{
    open(QStringLiteral("本文です。"), QStringLiteral("ﾄﾋﾟｯｸｽ"));
    QTRY_VERIFY_WITH_TIMEOUT(finds(QStringLiteral("half-width-kana")), patience);
    auto *note = m_editor->header()->findChild<FieldNote *>();
    QVERIFY(note->isVisible());
    note->findChild<QToolButton *>(QStringLiteral("mend"))->click();
    QCOMPARE(m_site->session->currentContent().title, QStringLiteral("トピックス"));
    QTRY_VERIFY_WITH_TIMEOUT(!note->isVisible(), patience);
    undo().undo();
    QCOMPARE(m_site->session->currentContent().title, QStringLiteral("ﾄﾋﾟｯｸｽ"));
    // The summary that is missing stands at its field, and its tab counts it.
    auto *tabs = m_editor->findChild<QTabBar *>();
    QTRY_VERIFY2(tabs->tabText(EditorPanel::DetailsTab).contains(u'1'),
                 qPrintable(tabs->tabText(EditorPanel::DetailsTab)));
}

void TestCheckEditor::theStripCountsAndMends()
{
    open(QStringLiteral("２０名です。\n\nｾﾐﾅｰです。"));
    QTRY_VERIFY_WITH_TIMEOUT(finds(QStringLiteral("half-width-kana")), patience);
    auto *strip = m_editor->findChild<IssueStrip *>();
    auto *list = strip->findChild<QTreeWidget *>();
    QVERIFY(strip->findChild<QLabel *>(QStringLiteral("count"))->text().contains(u'1'));
    QVERIFY(list->topLevelItem(0)->text(0).contains(u'3')); // the must comes first, from line 3
    Q_EMIT list->itemClicked(list->topLevelItem(0), 0);
    QCOMPARE(m_editor->text()->caretLine(), 3);
    Q_EMIT list->itemClicked(list->topLevelItem(0), 1);
    QCOMPARE(body(), QStringLiteral("２０名です。\n\nセミナーです。"));
}

void TestCheckEditor::mendedTextIsMarkedNoMore()
{
    open(QStringLiteral("ｾﾐﾅｰです。"));
    QTRY_VERIFY_WITH_TIMEOUT(finds(QStringLiteral("half-width-kana")), patience);
    m_editor->text()->selectAll();
    QTest::keyClicks(m_editor->text(), QStringLiteral("good"));
    QTRY_VERIFY_WITH_TIMEOUT(!finds(QStringLiteral("half-width-kana")), patience);
    QVERIFY(!marked().contains(QStringLiteral("ｾﾐﾅｰ")));
}

void TestCheckEditor::newsOfAnotherPageIsDropped()
{
    open(QStringLiteral("本文です。"));
    const Ulid other = m_site->page(QStringLiteral("/other/"), QStringLiteral("他"));
    check::Finding finding;
    finding.issue.rule = QStringLiteral("x");
    m_site->session->setFindings(other, {finding});
    QVERIFY(!finds(QStringLiteral("x")));
}

void TestCheckEditor::typingIsNeverHeldUp()
{
    QString text;
    for (int i = 0; i < 400; ++i)
        text += QStringLiteral("## 見出し %1\n\n本文は２０名で、[こちら](/nai/) です。\n\n").arg(i);
    open(text);
    QTRY_VERIFY_WITH_TIMEOUT(finds(QStringLiteral("full-width-alnum")), patience);
    QSignalSpy checked(m_site->session->findChild<LiveCheck *>(), &LiveCheck::checked);
    m_editor->text()->moveCursor(QTextCursor::End);
    test::LoopProbe probe;
    qint64 worst = 0;
    QElapsedTimer typing;
    for (typing.start(); typing.elapsed() < 2'500;) {
        QTest::keyClick(m_editor->text(), Qt::Key_X);
        QTest::qWait(40);
        worst = std::max(worst, probe.longestStall());
    }
    // Steady typing is checked all the same, about once a second.
    QVERIFY2(checked.count() >= 1, "nothing was checked while keys kept coming");
    QVERIFY2(checked.count() <= 6, qPrintable(QString::number(checked.count())));
    qInfo("%d checks while typing, longest stall %lld ms", static_cast<int>(checked.count()),
          static_cast<long long>(worst));
    QVERIFY2(worst < 50, qPrintable(QString::number(worst)));
}

QTEST_MAIN(TestCheckEditor)
#include "test_check_editor.moc"
