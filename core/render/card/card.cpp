#include "render/card/card.h"

#include "render/card/linebreak.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QImageWriter>
#include <QPainter>

#include <array>
#include <cmath>

namespace kakehashi::render {
namespace {

/// Raised when the painting changes, so that no cached picture of the old kind is taken.
constexpr int design = 1;

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
        if (chosen.lines.size() <= 3 && !chosen.lines.last().endsWith(u'…'))
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
    painter.setPen(QColor(0x1A, 0x1A, 0x1A));
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
    int size = 36;
    while (size > 20 && QFontMetricsF(font(size, true)).horizontalAdvance(card.siteName) >
                            Card::width - 2 * margin)
        --size;
    painter.setFont(font(size, true));
    painter.drawText(band.adjusted(margin, 0, -margin, 0),
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, card.siteName);
}

double paintLabel(QPainter &painter, const QString &label, const QColor &accent)
{
    if (label.isEmpty())
        return margin;
    const QFont small = font(30, true);
    const QRectF box(margin, margin, QFontMetricsF(small).horizontalAdvance(label) + 48, 58);
    painter.setPen(QPen(accent, 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box, 8, 8);
    painter.setFont(small);
    painter.setPen(accent);
    painter.drawText(box, Qt::AlignCenter, label);
    return box.bottom();
}

} // namespace

QString Card::key() const
{
    QByteArray all = QByteArray::number(design);
    for (const QString &text : {title, label, siteName, accent})
        all += '\0' + text.toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(all, QCryptographicHash::Sha256).toHex().left(16));
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
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    constexpr int smallest = 30; // Qt: 0 … 100, lower compresses more
    writer.setQuality(smallest);
    writer.write(image);
    return bytes;
}

} // namespace kakehashi::render
