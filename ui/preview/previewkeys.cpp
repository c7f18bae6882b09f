#include "ui/preview/previewkeys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWebEngineSettings>
#include <QWebEngineView>

namespace kakehashi::ui {

PreviewKeys::PreviewKeys(QWidget *frame) : QObject(frame), m_frame(frame)
{
    frame->setFocusPolicy(Qt::TabFocus);
    frame->setAccessibleName(tr("Preview (Enter goes into it, Esc leads back to the text)"));
    frame->installEventFilter(this);
}

void PreviewKeys::setView(QWebEngineView *view)
{
    m_view = view;
    view->setFocusPolicy(Qt::ClickFocus);
    // A page that loads must not take the keys from the text.
    view->settings()->setAttribute(QWebEngineSettings::FocusOnNavigationEnabled, false);
    view->installEventFilter(this);
    watchPage();
}

void PreviewKeys::watchPage()
{
    if (!m_view)
        return;
    const QList<QWidget *> inside = m_view->findChildren<QWidget *>();
    for (QWidget *widget : inside) {
        widget->setFocusPolicy(Qt::ClickFocus);
        widget->removeEventFilter(this); // once only
        widget->installEventFilter(this);
    }
}

bool PreviewKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ChildAdded && watched == m_view)
        QMetaObject::invokeMethod(this, &PreviewKeys::watchPage, Qt::QueuedConnection);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        m_frame->update();
    if (event->type() == QEvent::KeyPress &&
        takeKey(watched, static_cast<QKeyEvent *>(event)->key()))
        return true;
    return QObject::eventFilter(watched, event);
}

bool PreviewKeys::takeKey(QObject *watched, int key)
{
    if (watched == m_frame) {
        const bool goesIn = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F6;
        if (goesIn && m_view) {
            watchPage();
            m_view->setFocus(Qt::OtherFocusReason);
        }
        return goesIn && m_view;
    }
    if (key == Qt::Key_F6) {
        m_frame->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (key != Qt::Key_Escape)
        return false;
    // The page would keep it; the window knows where the text is.
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(m_frame, &escape);
    return true;
}

} // namespace kakehashi::ui
