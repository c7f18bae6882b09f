#include "ui/media/thumbnail.h"

#include "base/file.h"

#include <QImageReader>
#include <QMap>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>

namespace kakehashi::ui {
namespace {

/// Letters of a drawing are laid out in whole pixels: drawn small they come out wider than their
/// place and are cut. So drawings are made this many times as large, and then smaller.
constexpr int drawnLarger = 4;
constexpr qint64 largestDrawing = 20'000'000;

/// Qt draws SVG Tiny, which has no places for a part of a text: a part with a place of its own
/// becomes a text of its own.
QByteArray withPlacedTexts(const QByteArray &svg)
{
    static const QRegularExpression text(QStringLiteral("<text\\b([^>]*)>(.*?)</text>"),
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression part(QStringLiteral("<tspan\\b([^>]*)>([^<]*)</tspan>"));
    static const QRegularExpression attribute(
        QStringLiteral("([\\w:-]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')"));
    const QString whole = QString::fromUtf8(svg);
    QString drawn;
    qsizetype from = 0;
    for (auto found = text.globalMatch(whole); found.hasNext();) {
        const auto match = found.next();
        if (!match.captured(2).contains(QLatin1String("<tspan")))
            continue;
        drawn += QStringView(whole).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        for (auto parts = part.globalMatch(match.captured(2)); parts.hasNext();) {
            const auto each = parts.next();
            QMap<QString, QString> attributes; // of the text, and over them the part's own
            for (const QString &source : {match.captured(1), each.captured(1)})
                for (auto all = attribute.globalMatch(source); all.hasNext();) {
                    const auto one = all.next();
                    attributes.insert(one.captured(1), one.captured(2));
                }
            drawn += QStringLiteral("<text");
            for (auto one = attributes.cbegin(); one != attributes.cend(); ++one)
                drawn += u' ' + one.key() + u'=' + one.value();
            drawn += u'>' + each.captured(2) + QStringLiteral("</text>");
        }
    }
    return QString(drawn + QStringView(whole).mid(from)).toUtf8();
}

QImage readDrawing(const QString &path, const QSize &size)
{
    const auto svg = readFile(path, largestDrawing);
    if (!svg)
        return {};
    QSvgRenderer renderer(withPlacedTexts(*svg));
    if (!renderer.isValid())
        return {};
    const QSize fitting = renderer.defaultSize().scaled(size, Qt::KeepAspectRatio);
    QImage image(fitting * drawnLarger, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    return image.scaled(fitting, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace

QImage readThumbnail(const QString &path, const QSize &size)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize full = reader.size();
    if (reader.format().startsWith("svg"))
        return readDrawing(path, size);
    const bool isLarger = full.width() > size.width() || full.height() > size.height();
    // JPEG and WebP decode at a fraction of their size when told the size that is wanted.
    if (full.isValid() && isLarger)
        reader.setScaledSize(full.scaled(size, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace kakehashi::ui
