#pragma once

#include "publish/target.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kakehashi::ui {

/// Asks for the password, or for the passphrase of a key, in the place where it is needed.
class PasswordView final : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordView(QWidget *parent = nullptr);

    /// `why`: what the server said about the last one; empty when none was tried.
    void ask(const publish::Target &target, const QString &why);

Q_SIGNALS:
    void given(const QString &secret, bool keep);
    void refused();
    void newKeyRequested();

private:
    void give();

    QLabel *m_title;
    QLabel *m_why;
    QLineEdit *m_field;
    QCheckBox *m_keep;
    QPushButton *m_newKey = nullptr;
};

} // namespace kakehashi::ui
