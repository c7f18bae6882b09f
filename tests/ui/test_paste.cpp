#include "opensite.h"

#include "content/media/mediarepository.h"
#include "ui/editing/document.h"
#include "ui/editor/editorpanel.h"
#include "ui/editor/fields/textfields.h"
#include "ui/editor/text/markdownedit.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

const QString table = QStringLiteral("<table><tr><td>月</td><td>人</td></tr>"
                                     "<tr><td>4月</td><td>12</td></tr></table>");
const QString tableText = QStringLiteral("| 月 | 人 |\n| --- | --- |\n| 4月 | 12 |");

QByteArray png()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImage picture(8, 6, QImage::Format_RGB32);
    picture.fill(Qt::green);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

/// What office programs and browsers put on the clipboard, pasted with real keys.
class TestPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();

    void aTableIsATableAndOneStepOfUndo();
    void htmlAloneIsPasted();
    void emphasisGoesIntoTheLine();
    void blocksSplitTheLine();
    void plainTextStaysToTheLetter();
    void ourOwnTextIsCopiedAsText();
    void lineBreaksAreCopiedAsSuch();
    void plainPasteHasItsKey();
    void plainPasteGoesIntoOtherFieldsToo();
    void picturesBecomeMedia();
    void aPictureGoesToNoOtherPage();
    void whatWasRefusedIsWhatIsRead();
    void aPictureAloneBecomesMedia();
    void whatIsLeftOutIsSaid();
    void nothingUsefulIsSaid();

private:
    void paste(const QString &html, const QString &text = {}, Qt::KeyboardModifiers more = {});
    QString body() const { return m_site->session->currentContent().body; }
    MarkdownEdit *text() const { return m_editor->text(); }

    std::unique_ptr<test::OpenSite> m_site;
    EditorPanel *m_editor = nullptr;
    QString m_said;
};

void TestPaste::init()
{
    m_said.clear();
    m_site = std::make_unique<test::OpenSite>();
    connect(m_site->session.get(), &Session::messageShown, this,
            [this](const Message &message) { m_said = message.text; });
    m_site->actions.add({.id = QStringLiteral("edit.pastePlain"),
                         .text = QStringLiteral("plain"),
                         .shortcut = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V)});
    m_site->actions.setSession(m_site->session.get());
    m_editor = new EditorPanel(*m_site->session, &m_site->window);
    m_site->window.resize(800, 600);
    m_editor->resize(800, 600);
    m_site->window.show();
    QVERIFY(QTest::qWaitForWindowActive(&m_site->window));
    VERIFY_OK(m_site->session->openPage(m_site->page(QStringLiteral("/a/"), QStringLiteral("題"))));
}

void TestPaste::cleanup()
{
    delete m_editor;
    m_site.reset();
}

void TestPaste::paste(const QString &html, const QString &plain, Qt::KeyboardModifiers more)
{
    auto *data = new QMimeData;
    if (!html.isEmpty())
        data->setHtml(html);
    if (!plain.isEmpty())
        data->setText(plain);
    QGuiApplication::clipboard()->setMimeData(data);
    QTest::keyClick(text(), Qt::Key_V, Qt::ControlModifier | more);
}

void TestPaste::aTableIsATableAndOneStepOfUndo()
{
    paste(table, QStringLiteral("月\t人\n4月\t12"));
    QCOMPARE(body(), tableText);
    m_site->session->currentDocument()->undoStack().undo();
    QCOMPARE(body(), QString());
}

void TestPaste::htmlAloneIsPasted()
{
    paste(QStringLiteral("<p>一</p><p>二</p>"));
    QCOMPARE(body(), QStringLiteral("一\n\n二"));
}

void TestPaste::emphasisGoesIntoTheLine()
{
    text()->insertPlainText(QStringLiteral("前後"));
    text()->moveCursor(QTextCursor::Left);
    paste(QStringLiteral("<b>太字</b>"), QStringLiteral("太字"));
    QCOMPARE(body(), QStringLiteral("前**太字**後"));
}

void TestPaste::blocksSplitTheLine()
{
    text()->insertPlainText(QStringLiteral("前後"));
    text()->moveCursor(QTextCursor::Left);
    paste(QStringLiteral("<h2>題</h2><p>文</p>"), QStringLiteral("題\n文"));
    QCOMPARE(body(), QStringLiteral("前\n\n## 題\n\n文\n\n後"));
    QTest::keyClicks(text(), QStringLiteral("x"));
    QCOMPARE(body(), QStringLiteral("前\n\n## 題\n\n文x\n\n後"));
}

void TestPaste::plainTextStaysToTheLetter()
{
    paste(QStringLiteral("<div style='color:red'><span>a*b</span></div>"), QStringLiteral("a*b  "));
    QCOMPARE(body(), QStringLiteral("a*b  "));
}

void TestPaste::ourOwnTextIsCopiedAsText()
{
    const QString source = QStringLiteral("## 題\n\n- **甲**\n- 乙");
    text()->insertPlainText(source);
    text()->selectAll();
    text()->copy();
    QVERIFY(!QGuiApplication::clipboard()->mimeData()->hasHtml());
    text()->moveCursor(QTextCursor::End);
    text()->paste();
    QCOMPARE(body(), QString(source + source));
}

void TestPaste::plainPasteHasItsKey()
{
    auto *data = new QMimeData;
    data->setHtml(table);
    data->setText(QStringLiteral("月\t人"));
    QGuiApplication::clipboard()->setMimeData(data);
    text()->setFocus();
    QTest::keyClick(text(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(body(), QStringLiteral("月\t人"));
}

void TestPaste::plainPasteGoesIntoOtherFieldsToo()
{
    auto *data = new QMimeData;
    data->setHtml(QStringLiteral("<b>太字</b>"));
    QGuiApplication::clipboard()->setMimeData(data);
    LongTextField lines(3, &m_site->window);
    QLineEdit line(&m_site->window);
    lines.show();
    line.show();
    for (QWidget *field : {static_cast<QWidget *>(lines.edit()), static_cast<QWidget *>(&line)}) {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    }
    QCOMPARE(lines.edit()->toPlainText(), QStringLiteral("太字"));
    QCOMPARE(line.text(), QStringLiteral("太字"));
}

/// Shift+Enter in other programs; pasted elsewhere it would be a sign that nobody sees.
void TestPaste::lineBreaksAreCopiedAsSuch()
{
    text()->insertPlainText(QStringLiteral("一\u2028二"));
    text()->selectAll();
    text()->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("一\n二"));
}

void TestPaste::aPictureGoesToNoOtherPage()
{
    auto *data = new QMimeData;
    data->setImageData(QImage::fromData(png()));
    QGuiApplication::clipboard()->setMimeData(data);
    QTest::keyClick(text(), Qt::Key_V, Qt::ControlModifier);
    VERIFY_OK(m_site->session->openPage(m_site->page(QStringLiteral("/b/"), QStringLiteral("別"))));
    QTRY_VERIFY(m_said.contains(QStringLiteral("among the media")));
    QCOMPARE(body(), QString());
    QCOMPARE(m_site->session->workspace().media().list()->size(), 1);
}

void TestPaste::whatWasRefusedIsWhatIsRead()
{
    paste(QStringLiteral("<p>前</p><script>x</script><p><img src=\"data:image/png;base64,%1\"></p>")
              .arg(QString::fromLatin1(QByteArray("no picture").toBase64())),
          QStringLiteral("前"));
    QTRY_COMPARE(body(), QStringLiteral("前"));
    QTRY_VERIFY2(m_said.contains(QStringLiteral("png")), qPrintable(m_said));
}

void TestPaste::picturesBecomeMedia()
{
    paste(QStringLiteral("<p>前</p><p><img alt=\"庁舎\" src=\"data:image/png;base64,%1\"></p>")
              .arg(QString::fromLatin1(png().toBase64())),
          QStringLiteral("前"));
    QTRY_VERIFY(body().contains(QStringLiteral("![庁舎](media:")));
    QVERIFY(body().startsWith(QStringLiteral("前\n\n!")));
    QCOMPARE(m_site->session->workspace().media().list()->size(), 1);
    m_site->session->currentDocument()->undoStack().undo();
    QCOMPARE(body(), QString());
}

void TestPaste::aPictureAloneBecomesMedia()
{
    auto *data = new QMimeData;
    data->setHtml(QStringLiteral("<img src=\"https://other.example/a.png\">"));
    data->setImageData(QImage::fromData(png()));
    QGuiApplication::clipboard()->setMimeData(data);
    QTest::keyClick(text(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(body().contains(QStringLiteral("](media:")));
}

void TestPaste::whatIsLeftOutIsSaid()
{
    paste(QStringLiteral("<h2>題</h2><video src='a.mp4'></video>"), QStringLiteral("題"));
    QCOMPARE(body(), QStringLiteral("## 題"));
    QVERIFY(!m_said.isEmpty());
}

void TestPaste::nothingUsefulIsSaid()
{
    paste(QStringLiteral("<style>p{}</style><script>1</script>"));
    QCOMPARE(body(), QString());
    QVERIFY(!m_said.isEmpty());
}

QTEST_MAIN(TestPaste)
#include "test_paste.moc"
