#include "ui/style/style.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace kakehashi::ui::style {

namespace {

/// Draws a line icon whose strokes are "currentColor" in the colour that is right at the moment of
/// painting, so that nothing has to be loaded again when the appearance changes.
class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QString name, QByteArray svg) : m_name(std::move(name)), m_svg(std::move(svg)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", colorFor(mode, state).name().toLatin1());
        QSvgRenderer renderer(svg);
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.45);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override
    {
        const QString key = QStringLiteral("kakehashi-icon/%1/%2x%3/%4/%5/%6")
                                .arg(m_name)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(scale)
                                .arg(colorFor(mode, state).name())
                                .arg(mode == QIcon::Disabled);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_name, m_svg); }

private:
    static QColor colorFor(QIcon::Mode, QIcon::State state)
    {
        return state == QIcon::On ? tokens().accent : tokens().text;
    }

    QString m_name;
    QByteArray m_svg;
};

} // namespace

QIcon icon(const QString &name)
{
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new LineIconEngine(name, file.readAll()));
}

} // namespace kakehashi::ui::style
