#include "ui/editor/fields/flowlayout.h"

namespace kakehashi::ui {

FlowLayout::FlowLayout(QWidget *parent, int spacing) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    arranged(area, true);
}

/// Returns the height that it takes.
int FlowLayout::arranged(const QRect &area, bool moves) const
{
    int x = area.x();
    int y = area.y();
    int height = 0;
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint();
        if (x > area.x() && x + size.width() > area.x() + area.width()) {
            x = area.x();
            y += height + spacing();
            height = 0;
        }
        if (moves)
            item->setGeometry({x, y, qMin(size.width(), area.width()), size.height()});
        x += size.width() + spacing();
        height = qMax(height, size.height());
    }
    return y + height - area.y();
}

} // namespace kakehashi::ui
