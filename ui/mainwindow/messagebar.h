#pragma once

#include "ui/shell/session.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace kakehashi::ui {

/// The line at the foot of the window that says what happened. Errors stay until they are closed
/// or answered; good news leaves by itself.
class MessageBar final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);
    void showMessage(const Message &message);
    QString text() const;

private:
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_button;
    QTimer m_leave;
    std::function<void()> m_action;
};

} // namespace kakehashi::ui
