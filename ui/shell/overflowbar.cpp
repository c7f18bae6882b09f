#include "ui/shell/overflowbar.h"

#include "ui/style/style.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace kakehashi::ui {
namespace {

QString nameOf(const QToolButton &button)
{
    const QString name = button.accessibleName();
    return name.isEmpty() ? button.text() : name;
}

} // namespace

OverflowBar::OverflowBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(m_more))
{
    style::markStrip(this);
    m_row->setContentsMargins(style::gap, style::hairGap, style::gap, style::hairGap);
    m_row->setSpacing(2);
    m_row->setSizeConstraint(QLayout::SetNoConstraint); // the bar itself says how narrow it may be
    m_more->setIcon(style::icon(QStringLiteral("more")));
    m_more->setIconSize({style::iconSize, style::iconSize});
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(m_more->toolTip());
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->hide();
    m_row->addWidget(m_more);
    connect(m_menu, &QMenu::aboutToShow, this, &OverflowBar::fillMenu);
}

void OverflowBar::add(QToolButton *button)
{
    m_items.append({button, button->toolButtonStyle()});
    m_row->insertWidget(m_row->count() - 1, button);
}

void OverflowBar::addStretch()
{
    m_row->insertStretch(m_row->count() - 1, 1);
}

void OverflowBar::measure(Item &item) const
{
    QToolButton *button = item.button;
    if (item.wide >= 0 && item.text == button->text() && item.font == button->font())
        return;
    const Qt::ToolButtonStyle now = button->toolButtonStyle();
    button->setToolButtonStyle(item.wished);
    item.wide = button->sizeHint().width();
    item.narrow = item.wide;
    if (!button->icon().isNull()) {
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        item.narrow = button->sizeHint().width();
    }
    button->setToolButtonStyle(now);
    item.text = button->text();
    item.font = button->font();
}

int OverflowBar::widthOf(bool withText) const
{
    const QMargins margins = m_row->contentsMargins();
    int sum = margins.left() + margins.right();
    for (const Item &item : m_items)
        sum += (withText ? item.wide : item.narrow) + m_row->spacing();
    return sum;
}

QSize OverflowBar::sizeHint() const
{
    for (const Item &item : m_items)
        measure(const_cast<Item &>(item));
    return {widthOf(true), QWidget::sizeHint().height()};
}

QSize OverflowBar::minimumSizeHint() const
{
    const QMargins margins = m_row->contentsMargins();
    const int one = m_more->sizeHint().width();
    return {margins.left() + margins.right() + 2 * one, QWidget::minimumSizeHint().height()};
}

void OverflowBar::fit()
{
    for (Item &item : m_items)
        measure(item);
    const bool withText = widthOf(true) <= width();
    const bool all = widthOf(false) <= width();
    int left = width() - m_row->contentsMargins().left() - m_row->contentsMargins().right();
    if (!all)
        left -= m_more->sizeHint().width();
    for (const Item &item : std::as_const(m_items)) {
        const bool iconOnly = !withText && !item.button->icon().isNull();
        const auto look = iconOnly ? Qt::ToolButtonIconOnly : item.wished;
        if (item.button->toolButtonStyle() != look)
            item.button->setToolButtonStyle(look);
        left -= item.narrow + m_row->spacing();
        item.button->setVisible(all || left >= 0);
    }
    m_more->setVisible(!all);
}

void OverflowBar::fillMenu()
{
    m_menu->clear();
    for (const Item &item : std::as_const(m_items)) {
        QToolButton *button = item.button;
        if (!button->isHidden())
            continue;
        if (QMenu *menu = button->menu()) {
            menu->setTitle(nameOf(*button));
            menu->setIcon(button->icon());
            m_menu->addMenu(menu);
            continue;
        }
        QAction *action = m_menu->addAction(button->icon(), nameOf(*button));
        action->setCheckable(button->isCheckable());
        action->setChecked(button->isChecked());
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, button, &QToolButton::click);
    }
}

void OverflowBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool OverflowBar::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    // A button has another text or letters of another size.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::FontChange)
        fit();
    return done;
}

} // namespace kakehashi::ui
