#include "opensite.h"

#include "content/media/mediarepository.h"
#include "ui/editing/document.h"
#include "ui/editor/editorpanel.h"
#include "ui/editor/forms/headerbar.h"
#include "ui/editor/issuestrip.h"
#include "ui/editor/text/altbar.h"
#include "ui/editor/text/blocktemplates.h"
#include "ui/editor/text/markdownedit.h"
#include "ui/editor/text/markdowntools.h"

#include <QAction>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QTreeWidget>

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

using Tool = std::function<void(QTextCursor &)>;

/// "a[b]c": what stands in brackets is selected; "|" is the caret.
QTextCursor cursorIn(QTextDocument &text, QString marked)
{
    const auto from = static_cast<int>(marked.indexOf(u'['));
    const auto to = static_cast<int>(marked.indexOf(u']')) - 1;
    marked.remove(u'[').remove(u']');
    text.setPlainText(marked);
    QTextCursor cursor(&text);
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    return cursor;
}

QString marked(const QTextCursor &cursor)
{
    QString text = cursor.document()->toPlainText();
    text.insert(cursor.selectionEnd(), u']');
    return text.insert(cursor.selectionStart(), u'[');
}

} // namespace

Q_DECLARE_METATYPE(Tool)

/// The editor over a real site, driven by keys.
class TestEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();

    void toolsChangeTheText_data();
    void toolsChangeTheText();
    void enterGoesOnWithAList_data();
    void enterGoesOnWithAList();
    void everyBlockTemplateEnds();
    void keysUndoAcrossTextAndTitle();
    void undoShowsWhereItActed();
    void noBreakSpacesSurviveTyping();
    void windowsLineEndsSurviveUntilTyping();
    void aPictureDroppedInBecomesMedia();
    void alternativeTextGoesIntoTheText();
    void aFileThatIsNoPictureIsRefusedWithASentence();
    void aClickOnAnIssueGoesToItsLine();
    void theCaretIsToldToThePreview();
    void aLongPageTypesFast();

private:
    void open(const QString &body);
    QString body() const { return m_site->session->currentContent().body; }

    std::unique_ptr<test::OpenSite> m_site;
    std::unique_ptr<EditorPanel> m_editor;
};

void TestEditor::init()
{
    m_site = std::make_unique<test::OpenSite>();
}

void TestEditor::cleanup()
{
    m_editor.reset();
    m_site.reset();
}

void TestEditor::open(const QString &body)
{
    const Ulid page = m_site->page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"), body);
    if (!m_site->session->openPage(page))
        qFatal("the page does not open");
    m_editor = std::make_unique<EditorPanel>(*m_site->session);
    m_editor->resize(700, 600);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    m_editor->text()->setFocus();
}

void TestEditor::toolsChangeTheText_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<Tool>("tool");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const char *before, const Tool &tool, const char *after) {
        QTest::newRow(name) << QString::fromUtf8(before) << tool << QString::fromUtf8(after);
    };
    const Tool bold = [](QTextCursor &c) { toggleMark(c, QStringLiteral("**")); };
    const Tool heading = [](QTextCursor &c) { toggleHeading(c, 2); };
    const Tool list = [](QTextCursor &c) { toggleList(c, false); };
    const Tool numbers = [](QTextCursor &c) { toggleList(c, true); };
    const Tool block = [](QTextCursor &c) {
        insertBlockText(c, QStringLiteral(":::\n¦本文¦\n:::"));
    };
    row("bold", "あ[い]う", bold, "あ[**い**]う");
    row("bold back", "あ[**い**]う", bold, "あ[い]う");
    row("bold nothing", "あ[]う", bold, "あ**[]**う");
    row("heading", "見[]出し", heading, "## 見出し[]");
    row("heading back", "## 見[]出し", heading, "見出し[]");
    row("other level", "### 見[]出し", heading, "## 見出し[]");
    row("list", "[一\n二]", list, "[- 一\n- 二]");
    row("list back", "[- 一\n- 二]", list, "[一\n二]");
    row("numbers from bullets", "[- 一\n- 二]", numbers, "[1. 一\n2. 二]");
    row("selection to line start", "[一\n]二", list, "[- 一]\n二");
    row("block on empty line", "[]", block, ":::\n[本文]\n:::\n");
    row("block after text", "文[]", block, "文\n\n:::\n[本文]\n:::\n");
    row("block around selection", "[文]", block, ":::\n[文]\n:::\n");
}

void TestEditor::toolsChangeTheText()
{
    QFETCH(QString, before);
    QFETCH(Tool, tool);
    QTextDocument text;
    QTextCursor cursor = cursorIn(text, before);
    tool(cursor);
    QTEST(marked(cursor), "after");
}

void TestEditor::enterGoesOnWithAList_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("after");
    QTest::newRow("bullet") << QStringLiteral("- 一") << QStringLiteral("- 一\n- ");
    QTest::newRow("number") << QStringLiteral("9. 一") << QStringLiteral("9. 一\n10. ");
    QTest::newRow("nested") << QStringLiteral("  * 一") << QStringLiteral("  * 一\n  * ");
    QTest::newRow("quote") << QStringLiteral("> 一") << QStringLiteral("> 一\n> ");
    QTest::newRow("empty item ends it") << QStringLiteral("- ") << QString();
    // Without the empty line what is typed next would still belong to the list or quotation.
    QTest::newRow("an empty line leaves the list")
        << QStringLiteral("- 一\n- ") << QStringLiteral("- 一\n\n");
    QTest::newRow("an empty line leaves the quotation")
        << QStringLiteral("> 一\n> ") << QStringLiteral("> 一\n\n");
    QTest::newRow("no list") << QStringLiteral("一") << QStringLiteral("一\n");
}

void TestEditor::enterGoesOnWithAList()
{
    QFETCH(QString, line);
    open(line);
    m_editor->text()->moveCursor(QTextCursor::End);
    QTest::keyClick(m_editor->text(), Qt::Key_Return);
    QTEST(body(), "after");
}

void TestEditor::everyBlockTemplateEnds()
{
    for (const BlockTemplate &block : blockTemplates()) {
        QVERIFY2(block.text.startsWith(QStringLiteral("::: ") + block.name),
                 qPrintable(block.name));
        QVERIFY2(block.text.endsWith(QStringLiteral("\n:::")), qPrintable(block.name));
        QVERIFY2(block.text.count(u'¦') % 2 == 0, qPrintable(block.name));
    }
}

void TestEditor::keysUndoAcrossTextAndTitle()
{
    open(QStringLiteral("本文"));
    m_editor->text()->moveCursor(QTextCursor::End);
    QTest::keyClicks(m_editor->text(), QStringLiteral("abc"));
    QLineEdit *title = m_editor->header()->titleField();
    title->setFocus();
    title->end(false);
    QTest::keyClicks(title, QStringLiteral("X"));
    QCOMPARE(m_site->session->currentContent().title, QStringLiteral("県民会議X"));
    QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(title->text(), QStringLiteral("県民会議"));
    QTest::keyClick(title, Qt::Key_Z, Qt::ControlModifier); // typed in the text, undone from here
    QCOMPARE(m_editor->text()->toPlainText(), QStringLiteral("本文"));
    QTest::keySequence(m_editor->text(), QKeySequence::Redo);
    QCOMPARE(body(), QStringLiteral("本文abc"));
}

void TestEditor::undoShowsWhereItActed()
{
    open(QStringLiteral("本文"));
    Document *document = m_site->session->currentDocument();
    document->setSummary(QStringLiteral("要約"));
    QVERIFY(m_editor->text()->isVisible());
    document->undoStack().undo();
    QVERIFY(!m_editor->text()->isVisible());
    document->editBody({.position = 0, .inserted = QStringLiteral("あ")});
    document->undoStack().undo();
    QVERIFY(m_editor->text()->isVisible());
}

void TestEditor::noBreakSpacesSurviveTyping()
{
    open(QStringLiteral("10\u00a0kg"));
    m_editor->text()->moveCursor(QTextCursor::End);
    QTest::keyClicks(m_editor->text(), QStringLiteral("x"));
    QCOMPARE(body(), QStringLiteral("10\u00a0kgx"));
}

void TestEditor::windowsLineEndsSurviveUntilTyping()
{
    open(QStringLiteral("一\r\n二"));
    QVERIFY(!m_site->session->currentDocument()->isModified());
    m_editor->text()->moveCursor(QTextCursor::End);
    QTest::keyClicks(m_editor->text(), QStringLiteral("x"));
    QCOMPARE(body(), QStringLiteral("一\n二x"));
    m_site->session->currentDocument()->undoStack().undo();
    QCOMPARE(body(), QStringLiteral("一\r\n二"));
    QCOMPARE(m_editor->text()->toPlainText(), QStringLiteral("一\n二"));
}

void TestEditor::aPictureDroppedInBecomesMedia()
{
    open({});
    const QString path = m_site->file(QStringLiteral("hall.png"));
    QVERIFY(QImage(QSize(40, 30), QImage::Format_RGB32).save(path));
    Q_EMIT m_editor->text()->filesOffered({path});
    QTRY_VERIFY(body().contains(QStringLiteral("![](media:hall.png)")));
    QVERIFY(m_site->session->workspace().media().byFileName(QStringLiteral("hall.png")));
    m_site->session->currentDocument()->undoStack().undo();
    QCOMPARE(body(), QString());
}

void TestEditor::alternativeTextGoesIntoTheText()
{
    open({});
    const QString path = m_site->file(QStringLiteral("hall.png"));
    QVERIFY(QImage(QSize(40, 30), QImage::Format_RGB32).save(path));
    Q_EMIT m_editor->text()->filesOffered({path});
    auto *bar = m_editor->findChild<AltBar *>();
    QTRY_VERIFY(bar->isVisible());
    auto *alt = bar->findChild<QLineEdit *>();
    QTest::keyClicks(alt, QStringLiteral("a full hall"));
    QTest::keyClick(alt, Qt::Key_Return);
    QVERIFY(body().contains(QStringLiteral("![a full hall](media:hall.png)")));
    const auto asset = m_site->session->workspace().media().byFileName(QStringLiteral("hall.png"));
    QCOMPARE(asset->alt, QStringLiteral("a full hall"));
    QVERIFY(!bar->isVisible());
}

void TestEditor::aFileThatIsNoPictureIsRefusedWithASentence()
{
    open({});
    const QString path = m_site->file(QStringLiteral("evil.php"));
    test::put(path, "<?php echo 1;");
    QSignalSpy messages(m_site->session.get(), &Session::messageShown);
    Q_EMIT m_editor->text()->filesOffered({path});
    QTRY_COMPARE(messages.count(), 1);
    const auto message = messages.at(0).at(0).value<Message>();
    QCOMPARE(message.level, Message::Level::Error);
    QVERIFY(message.text.contains(QStringLiteral("evil.php")));
    QCOMPARE(body(), QString());
}

void TestEditor::aClickOnAnIssueGoesToItsLine()
{
    open(QStringLiteral("一\n二\n三"));
    check::Finding finding;
    finding.issue = {
        .rule = QStringLiteral("x"), .text = QStringLiteral("y"), .place = {.line = 3}};
    finding.part = QStringLiteral("body");
    m_site->session->setFindings(m_site->session->currentPage(), {finding});
    auto *strip = m_editor->findChild<IssueStrip *>();
    QVERIFY(strip->isVisible());
    auto *list = strip->findChild<QTreeWidget *>();
    Q_EMIT list->itemClicked(list->topLevelItem(0), 0);
    QCOMPARE(m_editor->text()->caretLine(), 3);
}

void TestEditor::theCaretIsToldToThePreview()
{
    open(QStringLiteral("一\n二\n三"));
    QSignalSpy moved(m_site->session.get(), &Session::caretMoved);
    QTest::keyClick(m_editor->text(), Qt::Key_Down);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved.at(0).at(0).toInt(), 2);
}

void TestEditor::aLongPageTypesFast()
{
    QString text;
    for (int i = 0; i < 3000; ++i)
        text += QStringLiteral("## 見出し\n\n本文 **強調** [リンク](/award/) です。\n\n");
    open(text);
    m_editor->text()->moveCursor(QTextCursor::End);
    QList<qint64> times;
    for (int i = 0; i < 30; ++i) {
        QElapsedTimer timer;
        timer.start();
        QTest::keyClicks(m_editor->text(), QStringLiteral("x"));
        times << timer.nsecsElapsed() / 1000;
    }
    std::sort(times.begin(), times.end());
    qInfo("a key in %lld characters: median %lld us, slowest %lld us",
          static_cast<long long>(text.size()), times.at(15), times.constLast());
    QVERIFY(times.at(15) < 20'000);
}

QTEST_MAIN(TestEditor)
#include "test_editor.moc"
