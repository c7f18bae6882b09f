#pragma once

#include <QWidget>

namespace kakehashi::ui {

class LivePage;

/// Widths at which a page is looked at, in CSS pixels.
enum class Device { Desktop, Tablet, Phone };

/// Shows the page at the width of a device, centred, made smaller where the panel is narrower.
class Stage final : public QWidget
{
    Q_OBJECT

public:
    explicit Stage(QWidget *parent = nullptr);

    void setPage(LivePage *page);
    void setDevice(Device device);
    Device device() const { return m_device; }
    double scale() const { return m_scale; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    LivePage *m_page = nullptr;
    Device m_device = Device::Desktop;
    double m_scale = 1.0;
};

} // namespace kakehashi::ui
