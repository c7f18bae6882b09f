#include "ui/editor/text/markdownedit.h"

#include "ui/editor/text/highlighter.h"
#include "ui/editor/text/markdowntools.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QUrl>

namespace kakehashi::ui {

namespace {

// Not toPlainText(): it would turn no-break spaces into spaces.
QString textOf(const QTextDocument *document)
{
    QString text = document->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

QStringList localFiles(const QMimeData *source)
{
    QStringList paths;
    const QList<QUrl> urls = source->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

MarkdownEdit::MarkdownEdit(QWidget *parent)
    : QPlainTextEdit(parent), m_highlighter(new Highlighter(document()))
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Text of the page"));
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setCursorWidth(2);
    document()->setDocumentMargin(16);
    document()->setUndoRedoEnabled(false);
    connect(document(), &QTextDocument::contentsChanged, this, &MarkdownEdit::take);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const int line = caretLine();
        if (m_busy || std::exchange(m_caretLine, line) == line)
            return;
        Q_EMIT caretLineChanged(line);
    });
    showDocument(nullptr);
}

void MarkdownEdit::showDocument(Document *document)
{
    rememberPlace();
    if (m_model)
        m_model->disconnect(this);
    m_model = document;
    setReadOnly(!document);
    if (document)
        connect(document, &Document::changed, this, &MarkdownEdit::follow);
    replaceAll();
    returnToPlace();
}

void MarkdownEdit::rememberPlace()
{
    if (m_model)
        m_places.insert(m_model->page().id,
                        {textCursor().position(), verticalScrollBar()->value()});
}

void MarkdownEdit::returnToPlace()
{
    const Place place = m_model ? m_places.value(m_model->page().id) : Place();
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(place.caret, document()->characterCount() - 1));
    setTextCursor(cursor);
    verticalScrollBar()->setValue(place.scroll);
    m_caretLine = caretLine();
}

void MarkdownEdit::replaceAll()
{
    const QScopedValueRollback busy(m_busy, true);
    setPlainText(m_model ? m_model->content().body : QString());
    document()->setModified(false);
}

void MarkdownEdit::take()
{
    if (m_busy || !m_model)
        return;
    const TextChange change = changeBetween(m_model->content().body, textOf(document()));
    const QScopedValueRollback busy(m_busy, true);
    m_model->editBody(change);
}

void MarkdownEdit::follow(const DocumentChange &change)
{
    if (m_busy)
        return;
    if (change.part == Part::Body)
        replay(change.text);
    else if (change.part == Part::All)
        replaceAll();
}

void MarkdownEdit::replay(const TextChange &change)
{
    {
        const QScopedValueRollback busy(m_busy, true);
        QTextCursor cursor(document());
        const int last = document()->characterCount() - 1;
        cursor.setPosition(std::min(static_cast<int>(change.position), last));
        cursor.setPosition(
            std::min(static_cast<int>(change.position + change.removed.size()), last),
            QTextCursor::KeepAnchor);
        cursor.insertText(change.inserted);
        setTextCursor(cursor);
    }
    // Line ends of another system in the stored text make positions differ.
    if (textOf(document()) != m_model->content().body)
        replaceAll();
    ensureCursorVisible();
    m_caretLine = caretLine();
    Q_EMIT caretLineChanged(m_caretLine);
}

int MarkdownEdit::caretLine() const
{
    return textCursor().blockNumber() + 1;
}

void MarkdownEdit::gotoLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    centerCursor();
    setFocus();
}

void MarkdownEdit::edit(const std::function<void(QTextCursor &)> &change)
{
    if (!m_model)
        return;
    m_model->endTyping();
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    change(cursor);
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
    m_model->endTyping();
    setFocus();
}

void MarkdownEdit::setMarks(Layer layer, const QList<QTextEdit::ExtraSelection> &marks)
{
    (layer == Layer::Findings ? m_findingMarks : m_searchMarks) = marks;
    setExtraSelections(m_findingMarks + m_searchMarks);
}

/// The source is text. As HTML it would come back as text of a web page.
QMimeData *MarkdownEdit::createMimeDataFromSelection() const
{
    auto *copied = new QMimeData;
    // Not selection().toPlainText(): it would turn no-break spaces into spaces.
    QString text = textCursor().selectedText();
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    copied->setText(text);
    return copied;
}

bool MarkdownEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return QPlainTextEdit::canInsertFromMimeData(source) || source->hasHtml() ||
           source->hasImage() || !localFiles(source).isEmpty();
}

void MarkdownEdit::insertFromMimeData(const QMimeData *source)
{
    if (!m_model)
        return;
    const QStringList files = localFiles(source);
    const bool isMarkdown = m_model->content().format == content::BodyFormat::Markdown;
    if (!files.isEmpty())
        Q_EMIT filesOffered(files);
    else if (source->hasHtml() && (isMarkdown || !source->hasText()))
        // A picture counts only where there is no text: decoding it would be felt.
        Q_EMIT htmlOffered(source->html(), source->text(),
                           source->text().trimmed().isEmpty() ? source->imageData().value<QImage>()
                                                              : QImage());
    else if (source->hasImage() && !source->hasText()) // office programs offer both; text is meant
        Q_EMIT pictureOffered(source->imageData().value<QImage>());
    else
        QPlainTextEdit::insertFromMimeData(source);
}

void MarkdownEdit::insertPlain(const QString &text)
{
    if (m_model)
        edit([&text](QTextCursor &cursor) { cursor.insertText(text); });
}

void MarkdownEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isPlainEnter = (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) &&
                              event->modifiers() == Qt::NoModifier;
    if (isPlainEnter && !isReadOnly()) {
        QTextCursor cursor = textCursor();
        if (continueList(cursor)) {
            setTextCursor(cursor);
            ensureCursorVisible();
            return;
        }
    }
    QPlainTextEdit::keyPressEvent(event);
}

void MarkdownEdit::resizeEvent(QResizeEvent *event)
{
    // A strip that opens below must not cover the line that is being typed. The viewport has its
    // new size by now: what was seen before is asked of the old one.
    const bool wasVisible = QRect(QPoint(), event->oldSize()).intersects(cursorRect());
    QPlainTextEdit::resizeEvent(event);
    if (wasVisible)
        ensureCursorVisible();
}

void MarkdownEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter) {
        const QScopedValueRollback busy(m_busy, true);
        m_highlighter->takeColors();
    }
}

} // namespace kakehashi::ui
