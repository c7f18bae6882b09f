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

/// A part of a drawing's text with a place of its own.
struct PlacedText
{
    QMap<QString, QString> attributes;
    QString words; ///< as in the source

    bool isPlaced() const
    {
        return attributes.contains(QStringLiteral("x")) || attributes.contains(QStringLiteral("y"));
    }
};

QMap<QString, QString> attributesOf(const QString &tag)
{
    static const QRegularExpression attribute(
        QStringLiteral("([\\w:-]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')"));
    QMap<QString, QString> attributes;
    for (auto all = attribute.globalMatch(tag); all.hasNext();) {
        const auto one = all.next();
        attributes.insert(one.captured(1), one.captured(2));
    }
    return attributes;
}

/// What a text holds, in its order; words without a place of their own follow those before them.
QList<PlacedText> partsOf(const QString &content)
{
    static const QRegularExpression part(QStringLiteral("<tspan\\b([^>]*)>([^<]*)</tspan>"));
    QList<PlacedText> parts{{}};
    qsizetype from = 0;
    for (auto all = part.globalMatch(content); all.hasNext();) {
        const auto one = all.next();
        parts.last().words += QStringView(content).mid(from, one.capturedStart() - from);
        from = one.capturedEnd();
        const PlacedText each{attributesOf(one.captured(1)), one.captured(2)};
        if (each.isPlaced())
            parts.append(each);
        else
            parts.last().words += each.words;
    }
    parts.last().words += QStringView(content).mid(from);
    parts.removeIf([](const PlacedText &each) { return each.words.trimmed().isEmpty(); });
    return parts;
}

/// Qt draws SVG Tiny, which has no places for a part of a text: a part with a place of its own
/// becomes a text of its own.
QByteArray withPlacedTexts(const QByteArray &svg)
{
    static const QRegularExpression text(QStringLiteral("<text\\b([^>]*)>(.*?)</text>"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const QString whole = QString::fromUtf8(svg);
    QString drawn;
    qsizetype from = 0;
    for (auto found = text.globalMatch(whole); found.hasNext();) {
        const auto match = found.next();
        if (!match.captured(2).contains(QLatin1String("<tspan")))
            continue;
        drawn += QStringView(whole).mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        for (const PlacedText &part : partsOf(match.captured(2))) {
            QMap<QString, QString> attributes = attributesOf(match.captured(1));
            attributes.insert(part.attributes); // over those of the text, the part's own
            drawn += QStringLiteral("<text");
            for (auto one = attributes.cbegin(); one != attributes.cend(); ++one)
                drawn += u' ' + one.key() + u'=' + one.value();
            drawn += u'>' + part.words + QStringLiteral("</text>");
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
