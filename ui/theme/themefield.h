#pragma once

#include "workspace/themes/themerenewal.h"

#include <QThreadPool>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace kakehashi::ui {

class Session;

/// Which theme the site has; another one, a newer one, its folder for those who edit it.
class ThemeField final : public QWidget
{
    Q_OBJECT

public:
    ThemeField(Session &session, QWidget *parent);

private:
    using Work = std::function<Result<QString>(const QString &folder, const QString &backups)>;

    void look();
    void use();
    void askToRenew();
    void openFolder();
    void run(const Work &work, const QString &done);

    Session &m_session;
    workspace::ThemeNews m_news;
    QComboBox *m_choice;
    QPushButton *m_renew;
    QPushButton *m_open;
    QLabel *m_note;
    QThreadPool m_worker;
};

} // namespace kakehashi::ui
