#include "ui/editor/toolbar.h"

#include "ui/editor/text/blocktemplates.h"
#include "ui/editor/text/markdownedit.h"
#include "ui/editor/text/markdowntools.h"
#include "ui/style/style.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

namespace kakehashi::ui {

EditorToolbar::EditorToolbar(MarkdownEdit *edit, QWidget *parent)
    : OverflowBar(parent), m_edit(edit)
{
    addHeadings();
    addMarks();
    connect(addButton(QStringLiteral("picture"), tr("Picture")), &QToolButton::clicked, this,
            &EditorToolbar::pictureRequested);
    connect(addButton(QStringLiteral("file"), tr("File")), &QToolButton::clicked, this,
            &EditorToolbar::fileRequested);
    addBlocks();
    addStretch();
}

QToolButton *EditorToolbar::addButton(const QString &icon, const QString &text,
                                      const QKeySequence &shortcut, const QString &shown)
{
    auto *button = new QToolButton(this);
    button->setText(shown);
    if (!shown.isEmpty())
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setIcon(style::icon(icon));
    button->setIconSize({style::iconSize, style::iconSize});
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    QString tip = text;
    if (!shortcut.isEmpty())
        tip += QStringLiteral(" (%1)").arg(shortcut.toString(QKeySequence::NativeText));
    button->setToolTip(tip);
    if (!shortcut.isEmpty()) {
        // Only while the text has the focus: Ctrl+B in a form field means nothing.
        auto *key = new QAction(text, m_edit);
        key->setShortcut(shortcut);
        key->setShortcutContext(Qt::WidgetShortcut);
        m_edit->addAction(key);
        connect(key, &QAction::triggered, button, &QToolButton::click);
    }
    add(button);
    return button;
}

void EditorToolbar::addHeadings()
{
    QToolButton *button = addButton(QStringLiteral("heading"), tr("Heading"));
    auto *menu = new QMenu(button);
    for (int level = 2; level <= 4; ++level) {
        QAction *action = menu->addAction(tr("Heading %1").arg(level));
        action->setShortcut(
            QKeySequence(Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + level)));
        action->setShortcutContext(Qt::WidgetShortcut);
        m_edit->addAction(action);
        connect(action, &QAction::triggered, m_edit, [this, level] {
            m_edit->edit([level](QTextCursor &cursor) { toggleHeading(cursor, level); });
        });
    }
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
}

void EditorToolbar::addMarks()
{
    using Change = std::function<void(QTextCursor &)>;
    const auto mark = [this](const QString &icon, const QString &text, const QKeySequence &shortcut,
                             const Change &change) {
        connect(addButton(icon, text, shortcut), &QToolButton::clicked, m_edit,
                [this, change] { m_edit->edit(change); });
    };
    mark(QStringLiteral("bold"), tr("Bold"), QKeySequence::Bold,
         [](QTextCursor &cursor) { toggleMark(cursor, QStringLiteral("**")); });
    mark(QStringLiteral("list"), tr("Bulleted list"), {},
         [](QTextCursor &cursor) { toggleList(cursor, false); });
    mark(QStringLiteral("numbers"), tr("Numbered list"), {},
         [](QTextCursor &cursor) { toggleList(cursor, true); });
    mark(QStringLiteral("quote"), tr("Quotation"), {},
         [](QTextCursor &cursor) { toggleQuote(cursor); });
    mark(QStringLiteral("table"), tr("Table"), {}, [](QTextCursor &cursor) {
        insertBlockText(cursor, QStringLiteral("| ¦見出し¦ | 見出し |\n| --- | --- |\n|  |  |"));
    });
    mark(QStringLiteral("link"), tr("Link"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
         [](QTextCursor &cursor) {
             insertLink(cursor, QStringLiteral("リンクの文字"), QStringLiteral("/"));
         });
}

void EditorToolbar::addBlocks()
{
    QToolButton *button =
        addButton(QStringLiteral("block"), tr("Insert a block"), {}, tr("Blocks"));
    auto *menu = new QMenu(button);
    for (const BlockTemplate &block : blockTemplates()) {
        QAction *action = menu->addAction(block.label);
        connect(action, &QAction::triggered, m_edit, [this, text = block.text] {
            m_edit->edit([&text](QTextCursor &cursor) { insertBlockText(cursor, text); });
        });
    }
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
}

} // namespace kakehashi::ui
