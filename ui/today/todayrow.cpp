#include "ui/today/todayrow.h"

#include "base/visibletext.h"
#include "ui/style/style.h"

#include <QPainter>

namespace kakehashi::ui {
namespace {

constexpr int rowHeight = 52;
constexpr int arrowSize = 16;

} // namespace

TodayRow::TodayRow(const QString &icon, const QString &text, const QString &note, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon), m_note(visible(note))
{
    setText(visible(text));
    setAccessibleName(this->text());
    setAccessibleDescription(m_note);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TodayRow::sizeHint() const
{
    return {320, rowHeight};
}

void TodayRow::enterEvent(QEnterEvent *)
{
    update();
}

void TodayRow::leaveEvent(QEvent *)
{
    update();
}

void TodayRow::paintEvent(QPaintEvent *)
{
    const style::Tokens &tokens = style::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || isDown())
        painter.fillRect(rect(), tokens.accentSoft);
    if (hasFocus()) {
        painter.setPen(tokens.accent);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
    const int left = style::margin;
    const QRect iconBox(left, (height() - style::iconSize) / 2, style::iconSize, style::iconSize);
    style::icon(m_icon).paint(&painter, iconBox);
    const QRect arrow(width() - style::margin - arrowSize, (height() - arrowSize) / 2, arrowSize,
                      arrowSize);
    style::icon(QStringLiteral("chevron-right")).paint(&painter, arrow);
    const int textLeft = iconBox.right() + style::margin;
    const int room = arrow.left() - style::gap - textLeft;
    const QFontMetrics metrics = fontMetrics();
    const int top = (height() - 2 * metrics.height()) / 2;
    painter.setPen(tokens.text);
    painter.drawText(QRect(textLeft, top, room, metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text(), Qt::ElideRight, room));
    painter.setPen(tokens.muted);
    painter.drawText(QRect(textLeft, top + metrics.height(), room, metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_note, Qt::ElideRight, room));
}

} // namespace kakehashi::ui
