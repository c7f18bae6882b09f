#include "ui/shell/foldingrow.h"

#include "ui/style/style.h"

#include <QBoxLayout>
#include <QEvent>

#include <algorithm>

namespace kakehashi::ui {

FoldingRow::FoldingRow(QWidget *parent)
    : QWidget(parent), m_line(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(style::gap);
}

void FoldingRow::add(QWidget *widget, int stretch, int least)
{
    m_line->addWidget(widget, stretch);
    m_parts.append({widget, least});
}

FoldingRow *headRow(QWidget *parent, const QList<QWidget *> &left, const QList<QWidget *> &right)
{
    auto *row = new FoldingRow(parent);
    const auto addGroup = [row](const QList<QWidget *> &widgets, bool isFirst) {
        auto *group = new QWidget(row);
        auto *line = new QHBoxLayout(group);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(style::gap);
        for (QWidget *widget : widgets)
            line->addWidget(widget);
        if (isFirst)
            line->addStretch(1);
        row->add(group, isFirst ? 1 : 0);
    };
    addGroup(left, true);
    addGroup(right, false);
    return row;
}

int FoldingRow::lineWidth() const
{
    int sum = 0;
    for (const auto &[widget, least] : m_parts) {
        if (widget->isHidden())
            continue;
        const int wanted = least > 0 ? least : widget->sizeHint().width();
        sum += std::max(wanted, widget->minimumWidth()) + m_line->spacing();
    }
    const QMargins edge = contentsMargins();
    return sum - m_line->spacing() + edge.left() + edge.right();
}

QSize FoldingRow::minimumSizeHint() const
{
    int widest = 0;
    for (const auto &[widget, least] : m_parts) {
        if (!widget->isHidden())
            widest = std::max(widest, widget->minimumSizeHint().width());
    }
    const QMargins edge = contentsMargins();
    return {widest + edge.left() + edge.right(), QWidget::minimumSizeHint().height()};
}

void FoldingRow::fold()
{
    const auto direction =
        lineWidth() <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_line->direction() != direction)
        m_line->setDirection(direction);
}

void FoldingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

bool FoldingRow::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        fold();
    return done;
}

} // namespace kakehashi::ui
