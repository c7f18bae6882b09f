#include "ui/preview/stage.h"

#include "ui/preview/page/livepage.h"
#include "ui/style/style.h"

#include <QPainter>

#include <algorithm>

namespace kakehashi::ui {
namespace {

// Below this a theme shows its tablet layout, so a narrow panel shows the page smaller instead.
constexpr int desktopWidth = 1080;
constexpr int tabletWidth = 820;
constexpr int phoneWidth = 390;
constexpr int phoneHeight = 844;
constexpr double smallestScale = 0.25; // QWebEngineView's own limit

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

Stage::Stage(QWidget *parent) : QWidget(parent)
{
    setMinimumSize(240, 200);
}

void Stage::setPage(LivePage *page)
{
    m_page = page;
    page->setParent(this);
    place();
    page->show();
}

void Stage::setDevice(Device device)
{
    m_device = device;
    place();
    if (m_page)
        m_page->setScrollBars(device == Device::Desktop);
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
    const int wanted = cssWidth(m_device, width());
    m_scale = std::clamp(static_cast<double>(width()) / wanted, smallestScale, 1.0);
    const int shownWidth = std::min(width(), static_cast<int>(wanted * m_scale + 0.5));
    const bool phone = m_device == Device::Phone;
    const int air = phone && height() > phoneHeight ? style::gap : 0;
    const int shownHeight = phone ? std::min(height() - 2 * air, phoneHeight) : height();
    m_page->setGeometry((width() - shownWidth) / 2, air, shownWidth, shownHeight);
    m_page->setZoom(m_scale);
}

void Stage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), style::tokens().sunken);
    if (!m_page)
        return;
    painter.setPen(style::tokens().line);
    painter.drawRect(m_page->geometry().adjusted(-1, -1, 0, 0));
}

} // namespace kakehashi::ui
