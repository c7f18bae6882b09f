#include "render/card/card.h"

#include "base/cleantext.h"
#include "base/sha256.h"
#include "render/card/linebreak.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace kakehashi::render {
namespace {

/// Raised when the painting changes, so that no cached picture of the old kind is taken.
constexpr int design = 2;

constexpr QColor titleInk(0x1A, 0x1A, 0x1A);
constexpr int margin = 80;
constexpr int bandHeight = 120;
constexpr int mostTitleLines = 4;
constexpr std::array<int, 4> titleSizes{72, 64, 56, 48};

QFont font(int pixels, bool bold)
{
    QFont made;
    made.setFamilies({QStringLiteral("Noto Sans JP"), QStringLiteral("Noto Sans CJK JP"),
                      QStringLiteral("Hiragino Sans"), QStringLiteral("BIZ UDPGothic"),
                      QStringLiteral("Yu Gothic UI"), QStringLiteral("Meiryo"),
                      QStringLiteral("sans-serif")});
    made.setPixelSize(pixels);
    made.setBold(bold);
    // Nothing that depends on the screen.
    made.setHintingPreference(QFont::PreferNoHinting);
    made.setStyleStrategy(
        QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    return made;
}

/// White or near-black, whichever is easier to read on the colour (WCAG 2.2, relative luminance).
QColor inkOn(const QColor &ground)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    const double light = 0.2126 * linear(ground.redF()) + 0.7152 * linear(ground.greenF()) +
                         0.0722 * linear(ground.blueF());
    return light < 0.18 ? QColor(Qt::white) : QColor(0x1A, 0x1A, 0x1A);
}

/// Nobody reads more than a line of a name; laying out all of a very long one takes minutes.
QString onOneLine(const QString &name)
{
    constexpr qsizetype mostLetters = 200;
    return name.left(mostLetters).simplified();
}

struct Lines
{
    QStringList lines;
    int size = 0;
};

/// The largest size at which the title needs three lines or fewer, else the smallest.
Lines titleLines(const QString &title)
{
    Lines chosen;
    for (const int size : titleSizes) {
        const QFontMetricsF metrics(font(size, true));
        chosen = {brokenLines(title, Card::width - 2 * margin, mostTitleLines,
                              [&](const QString &text) { return metrics.horizontalAdvance(text); }),
                  size};
        const bool isCut = !chosen.lines.isEmpty() && chosen.lines.last().endsWith(u'…');
        if (chosen.lines.size() <= 3 && !isCut)
            break;
    }
    return chosen;
}

void paintTitle(QPainter &painter, const QString &title, const QRectF &area)
{
    const Lines text = titleLines(title);
    const double line = text.size * 1.4;
    double top = area.center().y() - line * static_cast<double>(text.lines.size()) / 2;
    painter.setFont(font(text.size, true));
    painter.setPen(titleInk);
    for (const QString &each : text.lines) {
        painter.drawText(QRectF(area.left(), top, area.width(), line),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, each);
        top += line;
    }
}

void paintBand(QPainter &painter, const Card &card, const QColor &accent)
{
    const QRectF band(0, Card::height - bandHeight, Card::width, bandHeight);
    painter.fillRect(band, accent);
    painter.setPen(inkOn(accent));
    constexpr double room = Card::width - 2 * margin;
    const QString name = onOneLine(card.siteName);
    int size = 36;
    while (size > 20 && QFontMetricsF(font(size, true)).horizontalAdvance(name) > room)
        --size;
    painter.setFont(font(size, true));
    painter.drawText(band.adjusted(margin, 0, -margin, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(font(size, true)).elidedText(name, Qt::ElideRight, room));
}

double paintLabel(QPainter &painter, const QString &given, const QColor &accent)
{
    if (given.isEmpty())
        return margin;
    const QFont small = font(30, true);
    const QString label = QFontMetricsF(small).elidedText(onOneLine(given), Qt::ElideRight,
                                                          Card::width - 2 * margin - 48);
    const QRectF box(margin, margin, QFontMetricsF(small).horizontalAdvance(label) + 48, 58);
    painter.setPen(QPen(accent, 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 8, 8);
    painter.setFont(small);
    painter.setPen(accent);
    painter.drawText(box, Qt::AlignCenter, label);
    return box.bottom();
}

/// Rows of one ground and one ink.
struct Strip
{
    int bottom = 0;
    QColor ground;
    QColor ink;
};

constexpr int inkSteps = 85; ///< three strips go into a palette of 256

/// Which of red, green and blue tells ground and ink apart best: how many bits it is shifted.
int clearestChannel(const Strip &strip)
{
    const auto apart = [&](int shift) {
        return std::abs(static_cast<int>(strip.ground.rgb() >> shift & 0xFFU) -
                        static_cast<int>(strip.ink.rgb() >> shift & 0xFFU));
    };
    return std::max({16, 8, 0}, [&](int a, int b) { return apart(a) < apart(b); });
}

/// Index of the palette by the value of the strip's clearest channel.
std::array<uchar, 256> inkOf(const Strip &strip, int shift, qsizetype first)
{
    const int ground = static_cast<int>(strip.ground.rgb() >> shift & 0xFFU);
    const int ink = static_cast<int>(strip.ink.rgb() >> shift & 0xFFU);
    std::array<uchar, 256> indices{};
    for (int value = 0; value < 256 && ink != ground; ++value) {
        const double covered = static_cast<double>(value - ground) / (ink - ground);
        const auto step = std::lround(std::clamp(covered, 0.0, 1.0) * (inkSteps - 1));
        indices[static_cast<size_t>(value)] = static_cast<uchar>(first + step);
    }
    return indices;
}

void appendInks(QList<QRgb> &palette, const Strip &strip)
{
    for (int step = 0; step < inkSteps; ++step) {
        const auto mixed = [step](int ground, int ink) {
            return ground + (ink - ground) * step / (inkSteps - 1);
        };
        palette.append(qRgb(mixed(strip.ground.red(), strip.ink.red()),
                            mixed(strip.ground.green(), strip.ink.green()),
                            mixed(strip.ground.blue(), strip.ink.blue())));
    }
}

/// A quarter of the bytes to compress: each strip has shades of one ink on one ground.
QImage withPalette(const QImage &painted, const std::array<Strip, 3> &strips)
{
    QImage indexed(painted.size(), QImage::Format_Indexed8);
    QList<QRgb> palette;
    const int width = painted.width();
    int row = 0;
    for (const Strip &strip : strips) {
        const int shift = clearestChannel(strip);
        const auto indices = inkOf(strip, shift, palette.size());
        appendInks(palette, strip);
        for (; row < strip.bottom; ++row) {
            const auto *from = reinterpret_cast<const QRgb *>(painted.constScanLine(row));
            uchar *to = indexed.scanLine(row);
            for (int column = 0; column < width; ++column)
                to[column] = indices[from[column] >> shift & 0xFFU];
        }
    }
    indexed.setColorTable(palette);
    return indexed;
}

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    // Qt: 0 … 100, lower compresses more: zlib's level 2. Level 6 saves 3 KB and takes twice as
    // long.
    constexpr int small = 75;
    writer.setQuality(small);
    writer.write(image);
    return bytes;
}

} // namespace

QString Card::key() const
{
    QByteArray all = QByteArray::number(design);
    for (const QString &text : {title, label, siteName, accent})
        all += '\0' + text.toUtf8();
    return Sha256::of(all).toString().left(16);
}

QString Card::publishedPath() const
{
    return QStringLiteral("assets/card/card.%1.png").arg(key());
}

bool canPaintCards(const RenderOptions &options)
{
    return !options.media.variants.isEmpty() &&
           qobject_cast<QGuiApplication *>(QCoreApplication::instance());
}

bool hasCard(const PageValue &page)
{
    return page.kind != QLatin1String("notfound") && page.kind != QLatin1String("search");
}

Card cardOf(const SiteIndex &index, const PageValue &page)
{
    const content::SiteSettings &site = index.snapshot().site;
    Card card;
    const bool isHome = page.path == QLatin1String("/");
    const QString slogan = page.content.fields.value(QLatin1String("heroTitle")).toString();
    card.title = isHome && !slogan.isEmpty() ? slogan : page.content.title;
    // The plain kinds' names (page, list) tell visitors nothing.
    const content::Kind &kind = index.kind(page.kind);
    card.label = kind.dated || !kind.fields.isEmpty() ? kind.label : QString();
    if (isHome)
        card.label.clear();
    card.siteName = site.name;
    for (QString *text : {&card.title, &card.label, &card.siteName})
        *text = cleanedLine(*text);
    const bool chosen = QColor::isValidColor(site.accentColor) && site.accentColor.size() == 7;
    card.accent = chosen ? site.accentColor : index.theme().accent();
    return card;
}

QByteArray paintCard(const Card &card)
{
    QImage image(Card::width, Card::height, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QColor accent(card.accent);
    const double top = paintLabel(painter, card.label, accent);
    paintTitle(
        painter, card.title,
        QRectF(margin, top + 20, Card::width - 2 * margin, Card::height - bandHeight - top - 40));
    paintBand(painter, card, accent);
    painter.end();
    const QColor paper(Qt::white);
    return pngOf(withPalette(image, {{{static_cast<int>(top) + 10, paper, accent},
                                      {Card::height - bandHeight, paper, titleInk},
                                      {Card::height, accent, inkOn(accent)}}}));
}

} // namespace kakehashi::render
