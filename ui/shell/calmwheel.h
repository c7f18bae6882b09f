#pragma once

#include <QObject>

namespace kakehashi::ui {

/// Turning the wheel moves what scrolls and never changes what a list, number or date is set to:
/// nobody sees that a form passing under the pointer has changed. Such fields do not take the focus
/// by the wheel either. Install it on the application.
class CalmWheel final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace kakehashi::ui
