#include "ui/pages/pagedelegate.h"

#include "base/text.h"
#include "ui/pages/pagemodel.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

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

/// How much of the text stands in the first line of this width.
qsizetype lengthThatFits(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(width);
    layout.endLayout();
    return line.isValid() ? line.textLength() : 0;
}

int textWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString tag = index.data(PageModel::LanguageRole).toString();
    const int tagWidth = tag.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(tag) + style::gap;
    return option.fontMetrics.horizontalAdvance(index.data().toString()) + tagWidth;
}

/// What paint() has for title and language: the tree does not say it with the question for a size.
int roomInTree(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    if (!tree)
        return option.rect.width();
    int depth = tree->rootIsDecorated() ? 1 : 0;
    for (QModelIndex above = index.parent(); above.isValid(); above = above.parent())
        ++depth;
    return tree->viewport()->width() - depth * tree->indentation() - style::hairGap -
           2 * style::gap - markSize;
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
    QRect second = text; // in date lists: the rest of a long title, and the day
    if (m_withDate) {
        text.adjust(style::gap, style::hairGap, 0, -style::hairGap);
        second = text;
        painter->setPen(t.muted);
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter->setFont(small);
        const QString date = westernDate(index.data(PageModel::DateRole).toDate());
        painter->drawText(second, Qt::AlignBottom | Qt::AlignRight, date);
        second.adjust(0, 0, -QFontMetrics(small).horizontalAdvance(date) - style::gap, 0);
    }
    if (const QString tag = index.data(PageModel::LanguageRole).toString(); !tag.isEmpty()) {
        painter->setPen(t.muted);
        painter->drawText(text, (m_withDate ? Qt::AlignTop : Qt::AlignVCenter) | Qt::AlignRight,
                          tag);
        text.adjust(0, 0, -option.fontMetrics.horizontalAdvance(tag) - style::gap, 0);
    }
    // Titles begin alike (令和7年度…) and end alike (…を募集します): long ones have two lines.
    const bool folds = m_withDate || option.fontMetrics.horizontalAdvance(title) > text.width();
    if (!m_withDate && folds)
        text.adjust(0, style::hairGap, 0, -style::hairGap);
    if (!m_withDate)
        second = text;
    painter->setFont(option.font);
    painter->setPen(t.text);
    const qsizetype first = folds ? lengthThatFits(title, option.font, text.width()) : 0;
    if (first > 0)
        painter->drawText(text, Qt::AlignTop | Qt::AlignLeft, title.left(first));
    painter->drawText(
        second, (folds ? Qt::AlignBottom : Qt::AlignVCenter) | Qt::AlignLeft,
        option.fontMetrics.elidedText(title.mid(first).trimmed(), Qt::ElideRight, second.width()));
    paintMark(painter, mark, index.data(PageModel::StateRole).value<PageState>());
    painter->restore();
}

QSize PageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    const int twoLines = 2 * option.fontMetrics.height() + 2 * style::hairGap + 2;
    const bool folds = m_withDate || textWidth(option, index) > roomInTree(option, index);
    return {size.width(), folds ? twoLines : std::max(size.height(), 28)};
}

} // namespace kakehashi::ui
