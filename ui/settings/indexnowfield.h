#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kakehashi::content {
struct SiteSettings;
} // namespace kakehashi::content

namespace kakehashi::ui {

class SearchNotice;
class Session;

/// 「検索エンジンへの通知」: whether search engines are told of changed pages, the key that proves
/// it is us, and what still waits to be told.
class IndexNowField final : public QWidget
{
    Q_OBJECT

public:
    IndexNowField(Session &session, QWidget *parent);

private:
    QWidget *makeKeyRow();
    QWidget *makeWaitingRow();
    void connectAll();
    void showSettings();
    void showWaiting();
    void keep();
    void renew();
    bool store(const content::SiteSettings &settings);

    Session &m_session;
    SearchNotice *m_notice;
    QCheckBox *m_on;
    QWidget *m_more; ///< everything that matters only when it is on
    QLabel *m_key;
    QLineEdit *m_endpoint;
    QLabel *m_waiting;
    QPushButton *m_send;
    QPushButton *m_stop;
};

} // namespace kakehashi::ui
