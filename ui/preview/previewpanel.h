#pragma once

#include "base/result.h"
#include "base/ulid.h"
#include "render/snapshot.h"
#include "ui/preview/stage.h"
#include "ui/shell/focusorder.h"

#include <QDateTime>
#include <QWidget>

class QButtonGroup;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace kakehashi::ui {

class ChangesButton;
class LivePage;
class Session;

/// The page beside the editor, as visitors will see it: at three widths, at any date, working or
/// public. Speaks with the editor through the session only.
class PreviewPanel final : public QWidget, public FocusOrder
{
    Q_OBJECT

public:
    PreviewPanel(Session &session, QWidget *parent);

    void setDevice(Device device); ///< each with the zoom that was chosen for it last
    void setZoom(int percent);     ///< or Stage::fit; remembered for this device
    void stepZoom(int steps);      ///< 1: the next larger, -1: the next smaller
    /// UTC; invalid: now.
    void setAsOf(const QDateTime &time);
    void setPublicOnly(bool on);
    QList<FocusStop> mainStops() const override;
    QList<FocusStop> toolStops() const override;
    LivePage *livePage(); ///< made when first asked for: WebEngine takes its time to start

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeStrip();
    QToolButton *makeDeviceButton(Device device, const QString &text, const QString &icon);
    QToolButton *makeDateButton();
    QToolButton *makeZoomButton();
    void connectActions();
    void connectSession();
    void connectPage();
    QWidget *makeFoot();
    void refresh();
    void showSite(const Result<render::SnapshotPtr> &snapshot);
    void showChanges();
    void open(const Ulid &page);
    void follow(const QUrl &url);
    void say(const QString &text, bool isWarning = false);
    void sayZoom();
    void sayWhatIsShown();

    Session &m_session;
    QButtonGroup *m_devices;
    QToolButton *m_date = nullptr;
    QToolButton *m_zoom = nullptr;
    QStackedWidget *m_stack;
    Stage *m_stage;
    QLabel *m_status;
    ChangesButton *m_changes;
    LivePage *m_page = nullptr;
    QDateTime m_asOf;
    bool m_publicOnly = false;
    int m_reading = 0; ///< counts: an answer to a former question is no longer wanted
};

} // namespace kakehashi::ui
