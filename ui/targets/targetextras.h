#pragma once

#include "publish/target.h"
#include "ssh/newkey.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace kakehashi::ui {

class AccessKeeper;
class ScheduleView;
class Session;

/// Under a target's form: the new key's public line, the site's signature key, and how to publish
/// on time.
class TargetExtras final : public QWidget
{
    Q_OBJECT

public:
    TargetExtras(Session &session, AccessKeeper &access, QWidget *parent);

    void showFor(const publish::Target &target); ///< one without an id: not stored yet
    /// Makes a key in ~/.ssh and shows what the server's operator has to register.
    Result<ssh::NewKey> makeKey();

private:
    QVBoxLayout *addSection(QWidget *section, const QString &title, const QString &text);
    QWidget *makeNewKey();
    QWidget *makeSignature();
    QWidget *makeSchedule();

    Session &m_session;
    AccessKeeper &m_access;
    QWidget *m_newKey = nullptr;
    QLabel *m_newKeyFile = nullptr;
    QLineEdit *m_publicLine = nullptr;
    QWidget *m_scheduleSection = nullptr;
    ScheduleView *m_schedule = nullptr;
};

} // namespace kakehashi::ui
