#include "ui/pages/pagedelegate.h"

#include "base/text.h"
#include "ui/pages/pagemodel.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QPainter>

namespace kakehashi::ui {

using content::PageState;

namespace {

constexpr int markSize = 16;

void paintMark(QPainter *painter, const QRect &rect, PageState state)
{
    const style::Tokens &t = style::tokens();
    painter->setRenderHint(QPainter::Antialiasing);
    const QPointF center = QRectF(rect).center();
    switch (state) {
    case PageState::Draft:
        painter->setPen(QPen(t.muted, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(center, 3.5, 3.5);
        break;
    case PageState::Live:
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.success);
        painter->drawEllipse(center, 3.5, 3.5);
        break;
    case PageState::Changed:
        style::icon(QStringLiteral("edit"))
            .paint(painter, rect, Qt::AlignCenter, QIcon::Normal, QIcon::On);
        break;
    case PageState::Trashed:
        style::icon(QStringLiteral("trash")).paint(painter, rect);
        break;
    }
}

} // namespace

PageDelegate::PageDelegate(bool withDate, QObject *parent)
    : QStyledItemDelegate(parent), m_withDate(withDate)
{}

void PageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString title = std::exchange(row.text, {});
    row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    painter->save();
    const style::Tokens &t = style::tokens();
    const QRect mark(option.rect.right() - style::gap - markSize,
                     option.rect.center().y() - markSize / 2 + 1, markSize, markSize);
    QRect text = option.rect.adjusted(style::hairGap, 0, -2 * style::gap - markSize, 0);
    if (m_withDate) {
        text.adjust(style::gap, style::hairGap, 0, -style::hairGap);
        painter->setPen(t.muted);
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter->setFont(small);
        painter->drawText(text, Qt::AlignBottom | Qt::AlignLeft,
                          westernDate(index.data(PageModel::DateRole).toDate()));
    }
    if (const QString tag = index.data(PageModel::LanguageRole).toString(); !tag.isEmpty()) {
        painter->setPen(t.muted);
        painter->drawText(text, (m_withDate ? Qt::AlignTop : Qt::AlignVCenter) | Qt::AlignRight,
                          tag);
        text.adjust(0, 0, -option.fontMetrics.horizontalAdvance(tag) - style::gap, 0);
    }
    painter->setFont(option.font);
    painter->setPen(t.text);
    painter->drawText(text, (m_withDate ? Qt::AlignTop : Qt::AlignVCenter) | Qt::AlignLeft,
                      option.fontMetrics.elidedText(title, Qt::ElideMiddle, text.width()));
    paintMark(painter, mark, index.data(PageModel::StateRole).value<PageState>());
    painter->restore();
}

QSize PageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    const int twoLines = 2 * option.fontMetrics.height() + 2 * style::hairGap + 2;
    return {size.width(), m_withDate ? twoLines : std::max(size.height(), 28)};
}

} // namespace kakehashi::ui
