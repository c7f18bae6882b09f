#pragma once

#include <QObject>
#include <QPointer>

class QWebEngineView;
class QWidget;

namespace kakehashi::ui {

/// The preview is one stop of the keyboard: its frame. Enter or F6 goes into the page, where Tab
/// walks its links; F6 comes back out to the frame, Esc to the text.
class PreviewKeys final : public QObject
{
    Q_OBJECT

public:
    explicit PreviewKeys(QWidget *frame);
    void setView(QWebEngineView *view);
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(QObject *watched, int key);
    void watchPage(); ///< WebEngine makes the widget that gets the keys when it pleases

    QWidget *m_frame;
    QPointer<QWebEngineView> m_view;
};

} // namespace kakehashi::ui
