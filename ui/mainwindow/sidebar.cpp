#include "ui/mainwindow/sidebar.h"

#include "ui/style/style.h"

#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

constexpr int buttonHeight = 36;
constexpr int badgeHeight = 18;

} // namespace

SidebarButton::SidebarButton(const QString &text, const QIcon &icon, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setIcon(icon);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(text);
}

void SidebarButton::setBadge(const QString &badge)
{
    m_badge = badge;
    setAccessibleDescription(badge);
    update();
}

QSize SidebarButton::sizeHint() const
{
    const int text = fontMetrics().horizontalAdvance(this->text());
    return {2 * style::margin + style::iconSize + style::gap + text + 36, buttonHeight};
}

void SidebarButton::paintEvent(QPaintEvent *)
{
    const style::Tokens &t = style::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF back = QRectF(rect()).adjusted(style::gap, 1.5, -style::gap, -1.5);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? t.accentSoft : t.window);
        painter.drawRoundedRect(back, 6, 6);
    }
    if (hasFocus()) {
        painter.setPen(QPen(t.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(back, 6, 6);
    }
    const QRect iconRect(style::margin, (height() - style::iconSize) / 2, style::iconSize,
                         style::iconSize);
    icon().paint(&painter, iconRect, Qt::AlignCenter, QIcon::Normal,
                 isChecked() ? QIcon::On : QIcon::Off);
    painter.setPen(isChecked() ? t.accent : t.text);
    QFont font = painter.font();
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(font);
    const int left = iconRect.right() + 1 + style::gap;
    painter.drawText(QRect(left, 0, width() - left - style::margin, height()),
                     Qt::AlignVCenter | Qt::AlignLeft, text());
    paintBadge(painter);
}

void SidebarButton::paintBadge(QPainter &painter) const
{
    if (m_badge.isEmpty())
        return;
    const style::Tokens &t = style::tokens();
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 0.85);
    painter.setFont(font);
    const int text = QFontMetrics(font).horizontalAdvance(m_badge);
    const int badgeWidth = std::max(badgeHeight, text + 10);
    const QRectF pill(width() - style::margin - badgeWidth, (height() - badgeHeight) / 2.0,
                      badgeWidth, badgeHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accent);
    painter.drawRoundedRect(pill, badgeHeight / 2.0, badgeHeight / 2.0);
    painter.setPen(t.onAccent);
    painter.drawText(pill, Qt::AlignCenter, m_badge);
}

Sidebar::Sidebar(const QList<Panel> &panels, QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("role", QStringLiteral("sidebar"));
    setAccessibleName(tr("Parts of the site"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, style::gap, 0, style::gap);
    layout->setSpacing(0);
    bool stretched = false;
    for (const Panel &panel : panels) {
        if (panel.title.isEmpty())
            continue;
        if (panel.order >= 1000 && !stretched) {
            layout->addStretch();
            stretched = true;
        }
        auto *button = new SidebarButton(panel.title, style::icon(panel.icon), this);
        m_group->addButton(button);
        m_buttons.insert(panel.id, button);
        layout->addWidget(button);
        connect(button, &SidebarButton::clicked, this,
                [this, id = panel.id] { Q_EMIT chosen(id); });
    }
    if (!stretched)
        layout->addStretch();
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

void Sidebar::setCurrent(const QString &panelId)
{
    if (SidebarButton *button = m_buttons.value(panelId))
        button->setChecked(true);
}

void Sidebar::setBadge(const QString &panelId, const QString &text)
{
    if (SidebarButton *button = m_buttons.value(panelId))
        button->setBadge(text);
}

} // namespace kakehashi::ui
