#pragma once

#include "statistics/series.h"

#include <QUndoCommand>

#include <functional>
#include <optional>

namespace kakehashi::ui {

class Session;

/// Puts, changes or removes what a series says of one period. Undo brings back exactly what was
/// stored; where something else changed the period since then, that stays and is said.
class ChangeObservation final : public QUndoCommand
{
public:
    struct Change
    {
        Ulid series;
        QDate date;
        std::optional<statistics::Observation> before; ///< nothing: the period was not there
        std::optional<statistics::Observation> after;
    };
    using Shown = std::function<void(const Ulid &series, const QDate &date)>;

    /// `shown` brings the period into view after undo and redo (not after the first time).
    ChangeObservation(Session &session, Change change, Shown shown, const QString &text);

    void undo() override { turn(m_change.after, m_change.before); }
    void redo() override { turn(m_change.before, m_change.after); }

private:
    void turn(const std::optional<statistics::Observation> &from,
              const std::optional<statistics::Observation> &to);

    Session &m_session;
    Change m_change;
    Shown m_shown;
    bool m_done = false;
};

/// What is stored of the series for the period, or nothing.
std::optional<statistics::Observation> observationIn(const statistics::SeriesData &data,
                                                     const QDate &date);

} // namespace kakehashi::ui
