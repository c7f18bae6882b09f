#include "ui/statistics/changeobservation.h"

#include "statistics/seriesrepository.h"
#include "ui/shell/session.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace kakehashi::ui {

using statistics::Observation;

namespace {

struct ChangeText
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::ChangeObservation)
};

} // namespace

std::optional<Observation> observationIn(const statistics::SeriesData &data, const QDate &date)
{
    const auto found = std::find_if(data.observations.cbegin(), data.observations.cend(),
                                    [&date](const Observation &each) { return each.date == date; });
    return found == data.observations.cend() ? std::nullopt : std::optional(*found);
}

ChangeObservation::ChangeObservation(Session &session, Change change, Shown shown,
                                     const QString &text)
    : QUndoCommand(text), m_session(session), m_change(std::move(change)), m_shown(std::move(shown))
{}

void ChangeObservation::turn(const std::optional<Observation> &from,
                             const std::optional<Observation> &to)
{
    statistics::SeriesRepository &series = m_session.workspace().series();
    const auto stored = series.data(m_change.series);
    if (!stored) {
        setObsolete(true);
        return m_session.showError(stored.error());
    }
    if (observationIn(*stored, m_change.date) != from) {
        setObsolete(true);
        return m_session.showMessage(
            {.level = Message::Level::Warning,
             .text = ChangeText::tr("The value has been changed elsewhere since then. It stays as "
                                    "it is now.")});
    }
    const auto done = to ? series.put(m_change.series, {*to})
                         : series.removeObservation(m_change.series, m_change.date);
    if (!done) {
        setObsolete(true);
        return m_session.showError(done.error());
    }
    if (std::exchange(m_done, true))
        m_shown(m_change.series, m_change.date);
}

} // namespace kakehashi::ui
