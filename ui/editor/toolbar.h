#pragma once

#include "ui/shell/overflowbar.h"

class QToolButton;

namespace kakehashi::ui {

class MarkdownEdit;

/// What is inserted into the text most: headings, emphasis, lists, tables, links, media, blocks.
class EditorToolbar final : public OverflowBar
{
    Q_OBJECT

public:
    explicit EditorToolbar(MarkdownEdit *edit, QWidget *parent = nullptr);

Q_SIGNALS:
    void pictureRequested();
    void fileRequested();

private:
    QToolButton *addButton(const QString &icon, const QString &text,
                           const QKeySequence &shortcut = {}, const QString &shown = {});
    void addHeadings();
    void addMarks();
    void addBlocks();

    MarkdownEdit *m_edit;
};

} // namespace kakehashi::ui
