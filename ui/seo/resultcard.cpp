#include "ui/seo/resultcard.h"

#include "ui/style/style.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr int desktopWidth = 600; ///< of a result's text, in pixels
constexpr int phoneWidth = 328;

struct Colours
{
    const char *ground;
    const char *title;
    const char *text;
};

/// As results are coloured wherever one searches; each contrast is above 4.5 : 1.
Colours colours()
{
    return style::isDark() ? Colours{"#202124", "#99c3ff", "#bdc1c6"}
                           : Colours{"#ffffff", "#1a0dab", "#474a4d"};
}

QLabel *line(QWidget *parent, int pixels)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setPixelSize(pixels);
    label->setFont(font);
    return label;
}

void setPixels(QLabel *label, int pixels)
{
    QFont font = label->font();
    font.setPixelSize(pixels);
    label->setFont(font);
}

} // namespace

ResultCard::ResultCard(QWidget *parent)
    : QFrame(parent)
    , m_site(line(this, 14))
    , m_trail(line(this, 12))
    , m_title(line(this, 20))
    , m_description(line(this, 14))
{
    setObjectName(QStringLiteral("resultCard"));
    m_site->setObjectName(QStringLiteral("resultSite"));
    m_trail->setObjectName(QStringLiteral("resultTrail"));
    m_title->setObjectName(QStringLiteral("resultTitle"));
    m_description->setObjectName(QStringLiteral("resultDescription"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    layout->setSpacing(style::hairGap);
    for (QLabel *label : {m_site, m_trail, m_title, m_description})
        layout->addWidget(label);
    colour();
}

void ResultCard::show(const reports::SearchLook &look, reports::Screen screen)
{
    const bool isPhone = screen == reports::Screen::Phone;
    setFixedWidth((isPhone ? phoneWidth : desktopWidth) + 2 * style::margin);
    setPixels(m_title, isPhone ? 18 : 20);
    m_site->setText(look.site);
    m_trail->setText(look.trail);
    m_title->setText(look.title);
    m_description->setText(look.description);
}

void ResultCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
}

void ResultCard::colour()
{
    const Colours now = colours();
    const QString sheet =
        QStringLiteral("#resultCard { background: %1; border: 1px solid %4; border-radius: 8px; }"
                       "#resultTitle { color: %2; } "
                       "#resultSite, #resultTrail, #resultDescription { color: %3; }")
            .arg(QLatin1String(now.ground), QLatin1String(now.title), QLatin1String(now.text),
                 style::tokens().line.name());
    if (sheet != styleSheet())
        setStyleSheet(sheet);
}

} // namespace kakehashi::ui
