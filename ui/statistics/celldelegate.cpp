#include "ui/statistics/celldelegate.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace kakehashi::ui {

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    auto *line = new QLineEdit(parent);
    line->setFrame(false);
    line->setAlignment(Qt::Alignment::fromInt(index.data(Qt::TextAlignmentRole).toInt()) |
                       Qt::AlignVCenter);
    line->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    return line;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    static_cast<QLineEdit *>(editor)->setText(index.data(EditTextRole).toString());
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *,
                                const QModelIndex &index) const
{
    const QString text = static_cast<QLineEdit *>(editor)->text();
    if (text != index.data(EditTextRole).toString())
        Q_EMIT typed(index, text);
}

bool CellDelegate::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey =
        event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    auto *line = qobject_cast<QLineEdit *>(watched);
    if (!isKey || !line || line->isUndoAvailable() ||
        !static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo))
        return RowDelegate::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress) {
        Q_EMIT closeEditor(line, RevertModelCache);
        Q_EMIT undoRequested();
    }
    return true;
}

} // namespace kakehashi::ui
