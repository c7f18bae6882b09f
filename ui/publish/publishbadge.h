#pragma once

#include <QObject>

class QTimer;

namespace kakehashi::ui {

class Session;

/// Pages whose newest text is not what is live.
int changedPageCount(Session &session);

/// Keeps the number of changed pages beside 「公開」 in the sidebar, whatever panel is open.
class PublishBadge final : public QObject
{
    Q_OBJECT

public:
    explicit PublishBadge(Session &session);

private:
    void count(); ///< by a worker: a large site takes its time

    Session &m_session;
    QTimer *m_soon; ///< many news, one count
    int m_counting = 0;
};

} // namespace kakehashi::ui
