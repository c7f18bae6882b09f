#include "ui/shell/rowdelegate.h"

#include "ui/style/style.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace kakehashi::ui {
namespace {

constexpr int air = 5;    ///< with the style's own 3 pixels the 8 that headers have
constexpr int margin = 3; ///< of the style, beside texts
constexpr int leastHeight = 28;

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const style::Tokens &t = style::tokens();
    if (row.state & QStyle::State_Selected)
        painter->fillRect(option.rect, t.accentSoft);
    else if (row.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, t.window);
    row.rect.adjust(air, 0, -air, 0);
    row.state &= ~(QStyle::State_Selected | QStyle::State_MouseOver | QStyle::State_HasFocus);
    if (const QString hint = index.data(hintRole).toString(); !hint.isEmpty()) {
        const int wanted = row.fontMetrics.horizontalAdvance(hint) + 1;
        const int left = std::max(row.rect.width() / 2, row.rect.width() - wanted - margin);
        const QRect place = row.rect.adjusted(left, 0, -margin, 0);
        painter->save();
        painter->setPen(t.muted);
        painter->setFont(row.font);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignRight,
                          row.fontMetrics.elidedText(hint, Qt::ElideMiddle, place.width()));
        painter->restore();
        row.rect.setRight(place.left() - style::gap);
    }
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width() + 2 * air, std::max(size.height(), leastHeight)};
}

} // namespace kakehashi::ui
