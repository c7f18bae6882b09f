#pragma once

#include <QStyledItemDelegate>

namespace kakehashi::ui {

/// Rows of lists and cells of tables with air at both ends. A style sheet's padding draws rows that
/// are selected and rows that are not at two places, and icons at both.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// A quiet second text at the right end of the row, such as a shortcut or a path.
    static constexpr int hintRole = Qt::UserRole + 100;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace kakehashi::ui
