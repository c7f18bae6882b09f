#pragma once

#include "check/check.h"
#include "render/theme.h"

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace kakehashi::ui {

class Session;

/// Checks the open page while it is edited, off the GUI thread, and hands what it finds to the
/// session. Never two checks at a time, and none for every key: it waits for a pause in the
/// typing, but not longer than a second.
class LiveCheck final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pause = 250;        ///< milliseconds without a key
    static constexpr int longestWait = 1000; ///< milliseconds, while keys keep coming

    explicit LiveCheck(Session &session);
    ~LiveCheck() override;

Q_SIGNALS:
    void checked(qint64 microseconds); ///< of the worker, for measuring

private:
    void touch();
    void begin();
    void check(const Result<render::SnapshotPtr> &site);
    Result<render::ThemePtr> theme();
    Result<check::RuleBook::Ptr> rules();
    void take(const Ulid &page, int edit, const Result<check::Findings> &findings);

    Session &m_session;
    render::ThemePtr m_theme;     ///< until the site changes
    check::RuleBook::Ptr m_rules; ///< until the site changes
    QTimer m_soon;
    QElapsedTimer m_waiting; ///< since the first key that was not checked
    int m_edit = 0;          ///< counts edits: findings of an older text have wrong places
    bool m_busy = false;
    QThreadPool m_worker;
};

} // namespace kakehashi::ui
