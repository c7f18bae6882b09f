#include "ui/editor/text/findbar.h"

#include "ui/editor/text/markdownedit.h"
#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace kakehashi::ui {

namespace {

// More marks than anybody looks at would only slow painting.
constexpr int mostMarks = 500;

} // namespace

FindBar::FindBar(MarkdownEdit *edit, QWidget *parent)
    : QWidget(parent), m_edit(edit), m_words(new QLineEdit(this)), m_count(new QLabel(this))
{
    style::markStrip(this);
    m_words->setPlaceholderText(tr("Find in the text"));
    m_words->setAccessibleName(m_words->placeholderText());
    m_words->installEventFilter(this);
    style::markMuted(m_count);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(style::margin, style::hairGap, style::gap, style::hairGap);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_count);
    const auto add = [&](const QString &icon, const QString &text, auto run) {
        auto *button = new QToolButton(this);
        button->setIcon(style::icon(icon));
        button->setToolTip(text);
        button->setAccessibleName(text);
        connect(button, &QToolButton::clicked, this, run);
        layout->addWidget(button);
    };
    add(QStringLiteral("up"), tr("Previous"), [this] { go(true); });
    add(QStringLiteral("down"), tr("Next"), [this] { go(false); });
    add(QStringLiteral("close"), tr("Close"), [this] { leave(); });
    connect(m_words, &QLineEdit::textChanged, this, &FindBar::markAll);
    hide();
}

void FindBar::open()
{
    const QString selected = m_edit->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_words->setText(selected);
    show();
    m_words->setFocus();
    m_words->selectAll();
    markAll();
}

void FindBar::markAll()
{
    QList<QTextEdit::ExtraSelection> marks;
    QTextCursor at(m_edit->document());
    const QString words = m_words->text();
    while (!words.isEmpty() && marks.size() < mostMarks) {
        at = m_edit->document()->find(words, at);
        if (at.isNull())
            break;
        QTextEdit::ExtraSelection mark;
        mark.cursor = at;
        mark.format.setBackground(style::tokens().accentSoft);
        marks << mark;
    }
    m_edit->setMarks(MarkdownEdit::Layer::Search, marks);
    // All of them, whatever number is marked.
    const auto count = m_edit->toPlainText().count(words, Qt::CaseInsensitive);
    m_count->setText(words.isEmpty() ? QString()
                                     : tr("%n place(s)", nullptr, static_cast<int>(count)));
}

void FindBar::go(bool backward)
{
    const auto direction = backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (m_words->text().isEmpty() || m_edit->find(m_words->text(), direction))
        return;
    QTextCursor around = m_edit->textCursor(); // begin again at the other end
    around.movePosition(backward ? QTextCursor::End : QTextCursor::Start);
    m_edit->setTextCursor(around);
    m_edit->find(m_words->text(), direction);
}

void FindBar::leave()
{
    m_edit->setMarks(MarkdownEdit::Layer::Search, {});
    hide();
    m_edit->setFocus();
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            leave();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            go(key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kakehashi::ui
