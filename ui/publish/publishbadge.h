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
    QTimer *m_soon; ///< many news, one count
};

} // namespace kakehashi::ui
