#pragma once

#include <QObject>
#include <QPoint>

namespace kakehashi::ui {

/// A click beside an open menu closes it and means what it was meant for: where the platform
/// swallows it (X11 does), the widget under the pointer gets the focus and the click. Without it a
/// person who clicks the title and types would type into the text. Install it on the application.
class ClickThrough final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pass(const QPoint &global);
};

} // namespace kakehashi::ui
