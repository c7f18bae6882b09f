#pragma once

#include <QWidget>

class QScrollBar;

namespace kakehashi::ui {

class LivePage;
class PreviewKeys;

/// Widths at which a page is looked at, in CSS pixels.
enum class Device { Desktop, Tablet, Phone };

/// Shows the page at the width of a device, centred: made smaller so that all of it fits a narrow
/// panel, or at a chosen zoom with a scroll bar across.
class Stage final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int fit = 0; ///< a zoom: as large as the panel is wide, 100 % at most

    explicit Stage(QWidget *parent = nullptr);

    void setPage(LivePage *page);
    void setDevice(Device device);
    void setZoom(int percent); ///< or `fit`
    Device device() const { return m_device; }
    double scale() const { return m_scale; }

Q_SIGNALS:
    void scaled(); ///< scale() changed

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    int scrollAcross(int shownWidth);

    PreviewKeys *m_keys;
    LivePage *m_page = nullptr;
    QScrollBar *m_across;
    Device m_device = Device::Desktop;
    int m_zoom = fit;
    double m_scale = 1.0;
};

} // namespace kakehashi::ui
