// What becomes of a figure that was typed.
#include "statistics/figure.h"
#include "ui/shell/session.h"
#include "ui/statistics/changeobservation.h"
#include "ui/statistics/figurequestion.h"
#include "ui/statistics/seriestable.h"

#include <QTableWidget>

#include <algorithm>

namespace kakehashi::ui {

using statistics::Doubt;
using statistics::Observation;

const SeriesTable::Unsettled *SeriesTable::unsettledAt(const QDate &date) const
{
    const auto found =
        std::find_if(m_unsettled.cbegin(), m_unsettled.cend(), [&](const Unsettled &each) {
            return each.series == m_data.series.id && each.date == date;
        });
    return found == m_unsettled.cend() ? nullptr : &*found;
}

const SeriesTable::Unsettled *SeriesTable::firstUnsettled() const
{
    const auto found =
        std::find_if(m_unsettled.cbegin(), m_unsettled.cend(),
                     [&](const Unsettled &each) { return each.series == m_data.series.id; });
    return found == m_unsettled.cend() ? nullptr : &*found;
}

void SeriesTable::takeFigure(const Observation &former, const QString &text)
{
    settle(former.date);
    const auto read = statistics::readFigure(text);
    const QString period = periodText(m_data.series.period, former.date);
    if (!read)
        return keepAsking({m_data.series.id,
                           former.date,
                           text,
                           tr("%1: %2", "period, problem").arg(period, read.error().text),
                           {}});
    const QString doubt = doubtAbout(former.date, *read);
    if (!doubt.isEmpty())
        return keepAsking({m_data.series.id, former.date, text, doubt, *read});
    Observation observation = former;
    observation.value = *read;
    store(observation, tr("Value"));
}

QString SeriesTable::doubtAbout(const QDate &date, const std::optional<double> &value) const
{
    // What is stored has been asked about already, or was right.
    const auto stored = observationIn(m_data, date);
    const Observation *neighbour = statistics::neighbourOf(m_data.observations, date);
    if (!value || (stored && stored->value == value))
        return {};
    const std::optional<double> other = neighbour ? neighbour->value
                                        : stored  ? stored->value
                                                  : std::nullopt;
    if (!other)
        return {};
    const auto text = [&](const QString &pattern) {
        const QDate when = neighbour ? neighbour->date : date;
        return pattern.arg(periodText(m_data.series.period, date), statistics::editText(value),
                           shown(*other), periodText(m_data.series.period, when));
    };
    switch (statistics::doubtOf(*value, *other)) {
    case Doubt::Sign:
        return text(
            tr("%1: is %2 right? It has another sign than %3 of %4. It is not stored yet."));
    case Doubt::TooHigh:
        return text(tr("%1: is %2 right? It is about ten times %3 of %4, or more. It is not stored "
                       "yet."));
    case Doubt::TooLow:
        return text(
            tr("%1: is %2 right? It is about a tenth of %3 of %4, or less. It is not stored "
               "yet."));
    case Doubt::None:
        break;
    }
    return {};
}

void SeriesTable::keepAsking(const Unsettled &unsettled)
{
    m_unsettled.prepend(unsettled);
}

QString SeriesTable::unfinished() const
{
    const auto count = static_cast<int>(m_unsettled.size());
    return count == 0 ? QString()
                      : tr("%n figure(s) that were typed wait for an answer and are not stored: "
                           "see Statistics.",
                           nullptr, count);
}

void SeriesTable::settle(const QDate &date)
{
    m_unsettled.removeIf([&](const Unsettled &each) {
        return each.series == m_data.series.id && each.date == date;
    });
}

void SeriesTable::showQuestion()
{
    const Unsettled *first = firstUnsettled();
    if (!first)
        return m_question->ask({}, {});
    const QString confirm =
        first->value ? tr("&Store %1").arg(statistics::editText(first->value)) : QString();
    m_question->ask(first->question, confirm);
}

void SeriesTable::confirm()
{
    const Unsettled *first = firstUnsettled();
    if (!first || !first->value)
        return;
    std::optional<Observation> observation = observationIn(m_data, first->date);
    if (observation) {
        observation->value = first->value; // before settle() takes `first` away
        settle(observation->date);
        store(*observation, tr("Value"));
    }
    showSeries(m_data.series.id);
    m_table->setFocus();
}

void SeriesTable::correct()
{
    const Unsettled *first = firstUnsettled();
    const int row = first ? rowOf(first->date) : -1;
    if (row < 0)
        return discard();
    m_table->setCurrentCell(row, ValueColumn);
    m_table->setFocus();
    m_table->editItem(m_table->item(row, ValueColumn));
}

void SeriesTable::discard()
{
    if (const Unsettled *first = firstUnsettled())
        settle(QDate(first->date));
    showSeries(m_data.series.id);
    m_table->setFocus();
}

} // namespace kakehashi::ui
