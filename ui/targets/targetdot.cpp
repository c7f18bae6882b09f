#include "ui/targets/targetdot.h"

#include "ui/style/style.h"

#include <QPainter>
#include <QPixmap>

namespace kakehashi::ui {
namespace {

constexpr int dotSize = 32;

} // namespace

QIcon targetDot(const QString &color)
{
    QPixmap pixmap(dotSize, dotSize);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor chosen(color);
    painter.setBrush(chosen.isValid() ? chosen : style::tokens().accent);
    painter.drawEllipse(QRectF(dotSize * 0.2, dotSize * 0.2, dotSize * 0.6, dotSize * 0.6));
    // The same in every state: a style would tint a selected row's icon to another colour.
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);
    return icon;
}

} // namespace kakehashi::ui
