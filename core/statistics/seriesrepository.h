#pragma once

#include "statistics/series.h"
#include "store/database.h"

namespace kakehashi::statistics {

/// Tables of series and observations.
store::MigrationSet migrations();

/// "month", "year", "fiscalYear": the form in files and in the database.
QString periodName(Period period);
std::optional<Period> periodNamed(const QString &name);

/// The first day of the period that holds `date`: of its month, its year, or its April.
QDate periodStart(Period period, const QDate &date);

/// Figures and their values. The thread of the database.
class SeriesRepository
{
public:
    explicit SeriesRepository(store::Database &database, store::ChangeHook changed = {});

    Result<QList<Series>> list() const;               ///< sorted by name
    Result<Series> byName(const QString &name) const; ///< NotFound
    Result<SeriesData> data(const Ulid &series) const;
    Result<QList<SeriesData>> all() const;

    /// Adds (null id) or changes a series. Invalid for an empty title or a name that is not
    /// [a-z0-9-]+, AlreadyExists for a name in use, Conflict for another period once it has values.
    Result<Series> save(Series series);
    Result<void> remove(const Ulid &series); ///< with all its values

    /// Puts values in, all or none; one that is there for the period is replaced. Invalid names
    /// the row when a date is not the first day of a period, comes twice, or a value is no number.
    Result<void> put(const Ulid &series, const QList<Observation> &observations);
    Result<void> removeObservation(const Ulid &series, const QDate &date);

private:
    void news(const Ulid &series) const;

    store::Database &m_database;
    store::ChangeHook m_changed;
};

} // namespace kakehashi::statistics
