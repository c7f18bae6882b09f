#include "ui/editor/toolbar.h"

#include "ui/editor/text/blocktemplates.h"
#include "ui/editor/text/markdownedit.h"
#include "ui/editor/text/markdowntools.h"
#include "ui/style/style.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace kakehashi::ui {

EditorToolbar::EditorToolbar(MarkdownEdit *edit, QWidget *parent) : QWidget(parent), m_edit(edit)
{
    style::markStrip(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(style::gap, style::hairGap, style::gap, style::hairGap);
    layout->setSpacing(2);
    addHeadings();
    addMarks();
    connect(addButton(QStringLiteral("picture"), tr("Picture")), &QToolButton::clicked, this,
            &EditorToolbar::pictureRequested);
    connect(addButton(QStringLiteral("file"), tr("File")), &QToolButton::clicked, this,
            &EditorToolbar::fileRequested);
    addBlocks();
    layout->addStretch();
}

QToolButton *EditorToolbar::addButton(const QString &icon, const QString &text,
                                      const QKeySequence &shortcut)
{
    auto *button = new QToolButton(this);
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
    layout()->addWidget(button);
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
    const auto add = [this](const QString &icon, const QString &text, const QKeySequence &shortcut,
                            const Change &change) {
        connect(addButton(icon, text, shortcut), &QToolButton::clicked, m_edit,
                [this, change] { m_edit->edit(change); });
    };
    add(QStringLiteral("bold"), tr("Bold"), QKeySequence::Bold,
        [](QTextCursor &cursor) { toggleMark(cursor, QStringLiteral("**")); });
    add(QStringLiteral("list"), tr("Bulleted list"), {},
        [](QTextCursor &cursor) { toggleList(cursor, false); });
    add(QStringLiteral("numbers"), tr("Numbered list"), {},
        [](QTextCursor &cursor) { toggleList(cursor, true); });
    add(QStringLiteral("quote"), tr("Quotation"), {},
        [](QTextCursor &cursor) { toggleQuote(cursor); });
    add(QStringLiteral("table"), tr("Table"), {}, [](QTextCursor &cursor) {
        insertBlockText(cursor, QStringLiteral("| ¦見出し¦ | 見出し |\n| --- | --- |\n|  |  |"));
    });
    add(QStringLiteral("link"), tr("Link"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K),
        [](QTextCursor &cursor) {
            insertLink(cursor, QStringLiteral("リンクの文字"), QStringLiteral("/"));
        });
}

void EditorToolbar::addBlocks()
{
    QToolButton *button = addButton(QStringLiteral("block"), tr("Insert a block"));
    button->setText(tr("Blocks"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
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
