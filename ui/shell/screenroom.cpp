#include "ui/shell/screenroom.h"

#include <QApplication>
#include <QEvent>
#include <QScreen>
#include <QWidget>

namespace kakehashi::ui {
namespace {

class Filter final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Show && watched->isWidgetType())
            bound(static_cast<QWidget *>(watched));
        return QObject::eventFilter(watched, event);
    }

private:
    static void bound(QWidget *widget)
    {
        constexpr int frame = 40; // a title bar and a little air
        const bool opens = widget->windowType() == Qt::Dialog || widget->windowType() == Qt::Window;
        if (!widget->isWindow() || !opens || widget->windowState() != Qt::WindowNoState)
            return;
        const QSize room = widget->screen()->availableSize() - QSize(0, frame);
        const QSize size = widget->size().boundedTo(room).expandedTo(widget->minimumSize());
        if (size != widget->size())
            widget->resize(size);
    }
};

} // namespace

void keepWithinScreens(QApplication &application)
{
    application.installEventFilter(new Filter(&application));
}

} // namespace kakehashi::ui
