#include "ui/shell/mark.h"

#include "ui/style/style.h"

#include <QGuiApplication>
#include <QPainter>

namespace kakehashi::ui {

QPixmap mark(const QString &icon, const QColor &color, int size)
{
    QPixmap pixmap = style::icon(icon).pixmap(QSize(size, size), qGuiApp->devicePixelRatio());
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

QColor markColor(const QString &icon)
{
    const style::Tokens &tokens = style::tokens();
    if (icon == QLatin1String("success"))
        return tokens.success;
    if (icon == QLatin1String("warning"))
        return tokens.warning;
    return icon == QLatin1String("error") ? tokens.danger : tokens.muted;
}

} // namespace kakehashi::ui
