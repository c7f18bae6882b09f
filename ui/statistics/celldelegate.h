#pragma once

#include "ui/shell/rowdelegate.h"

namespace kakehashi::ui {

/// Edits a cell by a text of its own (EditTextRole), never by what is displayed, and hands over
/// what was typed instead of writing it into the cell. A cell that was opened and left as it was
/// hands over nothing.
class CellDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    enum Role { EditTextRole = Qt::UserRole + 1 };

    using RowDelegate::RowDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override;

Q_SIGNALS:
    void typed(const QModelIndex &index, const QString &text) const;
    /// Ctrl+Z in an open cell in which nothing has been typed; the cell closes.
    void undoRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace kakehashi::ui
