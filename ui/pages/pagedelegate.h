#pragma once

#include <QStyledItemDelegate>

namespace kakehashi::ui {

/// A page's row: title, in date lists the day under it, and the mark of its state at the right.
class PageDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PageDelegate(bool withDate, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool m_withDate;
};

} // namespace kakehashi::ui
