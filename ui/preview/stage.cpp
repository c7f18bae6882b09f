#include "ui/preview/stage.h"

#include "ui/preview/page/livepage.h"
#include "ui/preview/previewkeys.h"
#include "ui/style/style.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace kakehashi::ui {
namespace {

// Below this a theme shows its tablet layout, so a narrow panel shows the page smaller instead.
constexpr int desktopWidth = 1080;
constexpr int tabletWidth = 820;
constexpr int phoneWidth = 390;
constexpr int phoneHeight = 844;
constexpr int focusWidth = 3;
constexpr double smallestScale = 0.25; // QWebEngineView's own limits
constexpr double largestScale = 5.0;

int cssWidth(Device device, int available)
{
    switch (device) {
    case Device::Tablet:
        return tabletWidth;
    case Device::Phone:
        return phoneWidth;
    case Device::Desktop:
        break;
    }
    return std::max(desktopWidth, available);
}

} // namespace

Stage::Stage(QWidget *parent)
    : QWidget(parent), m_keys(new PreviewKeys(this)), m_across(new QScrollBar(Qt::Horizontal, this))
{
    setMinimumSize(240, 200);
    m_across->hide();
    connect(m_across, &QScrollBar::valueChanged, this, &Stage::place);
}

void Stage::setPage(LivePage *page)
{
    m_page = page;
    page->setParent(this);
    m_keys->setView(page->view());
    place();
    page->show();
    m_across->raise();
}

void Stage::setDevice(Device device)
{
    m_device = device;
    if (m_page)
        m_page->setScrollBars(device == Device::Desktop);
    place();
    update();
}

void Stage::setZoom(int percent)
{
    m_zoom = percent;
    place();
    update();
}

void Stage::resizeEvent(QResizeEvent *)
{
    place();
}

void Stage::place()
{
    if (!m_page || width() <= 0)
        return;
    // A zoom never makes the page wider than the device, so that the layout stays the device's.
    const bool fits = m_zoom == fit;
    const int wanted = cssWidth(m_device, fits ? width() : width() * 100 / m_zoom);
    const double scale =
        fits ? std::min(1.0, static_cast<double>(width()) / wanted) : m_zoom / 100.0;
    const double before = std::exchange(m_scale, std::clamp(scale, smallestScale, largestScale));
    const int shownWidth = static_cast<int>(wanted * m_scale + 0.5);
    const int free = height() - scrollAcross(shownWidth);
    const bool phone = m_device == Device::Phone;
    const int tall = static_cast<int>(phoneHeight * std::max(1.0, m_scale));
    const int air = phone && free > tall ? style::gap : 0;
    const int shownHeight = phone ? std::min(free - 2 * air, tall) : free;
    const int left = m_across->isHidden() ? (width() - shownWidth) / 2 : -m_across->value();
    m_page->setGeometry(left, air, shownWidth, shownHeight);
    m_page->setZoom(m_scale);
    if (!qFuzzyCompare(before, m_scale))
        Q_EMIT scaled();
}

/// The height that the scroll bar takes; none when everything is in view.
int Stage::scrollAcross(int shownWidth)
{
    const int hidden = shownWidth - width();
    m_across->setVisible(hidden > 1);
    if (hidden <= 1)
        return 0;
    const QSignalBlocker quiet(m_across);
    m_across->setRange(0, hidden);
    m_across->setPageStep(width());
    m_across->setSingleStep(width() / 8);
    const int tall = m_across->sizeHint().height();
    m_across->setGeometry(0, height() - tall, width(), tall);
    return tall;
}

void Stage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), style::tokens().sunken);
    if (!m_page)
        return;
    painter.setPen(QPen(hasFocus() ? style::tokens().accent : style::tokens().line,
                        hasFocus() ? focusWidth : 1));
    painter.drawRect(m_page->geometry().adjusted(-1, -1, 0, 0));
    if (hasFocus()) // the page may fill all of it
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace kakehashi::ui
