#include "ui/shell/column.h"

#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLayoutItem>

namespace kakehashi::ui {

Column::Column(QWidget *parent, int widest) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *page = new QWidget(this);
    auto *middle = new QWidget(page);
    middle->setMaximumWidth(widest);
    m_content = new QVBoxLayout(middle);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(style::gap);
    auto *outer = new QHBoxLayout(page);
    outer->setContentsMargins(2 * style::margin, style::margin + style::gap, 2 * style::margin,
                              2 * style::margin);
    outer->addStretch(1);
    outer->addWidget(middle, 1000);
    outer->addStretch(1);
    setWidget(page);
}

QLabel *Column::addHeading(const QString &text)
{
    auto *label = new QLabel(text, widget());
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    style::markHeading(label);
    m_content->addWidget(label);
    return label;
}

QLabel *Column::addText(const QString &text)
{
    auto *label = new QLabel(text, widget());
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_content->addWidget(label);
    return label;
}

QLabel *Column::addNote(const QString &text)
{
    QLabel *label = addText(text);
    style::markMuted(label);
    return label;
}

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        if (item->layout())
            clearLayout(item->layout());
        delete item;
    }
}

} // namespace kakehashi::ui
