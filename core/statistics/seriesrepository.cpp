#include "statistics/seriesrepository.h"

#include "store/query.h"
#include "store/transaction.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace kakehashi::statistics {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Statistics)
};

constexpr int mostDecimals = 6;
constexpr int april = 4;
const QStringList periodNames{QStringLiteral("month"), QStringLiteral("year"),
                              QStringLiteral("fiscalYear")};
const QString columns = QStringLiteral("id, name, title, unit, period, decimals, source, note, "
                                       "goal, goal_year");

Series seriesFrom(const store::Query &row)
{
    Series series;
    series.id = row.id(0);
    series.name = row.text(1);
    series.title = row.text(2);
    series.unit = row.text(3);
    series.period = static_cast<Period>(qMax<qsizetype>(0, periodNames.indexOf(row.text(4))));
    series.decimals = row.number(5);
    series.source = row.text(6);
    series.note = row.text(7);
    series.target = row.optionalReal(8);
    series.targetYear = row.number(9);
    return series;
}

Observation observationFrom(const store::Query &row)
{
    return {row.date(0), row.optionalReal(1), row.flag(2), row.text(3)};
}

tl::unexpected<Error> noSeries(const QString &which)
{
    return fail(ErrorCode::NotFound,
                Text::tr("There is no series “%1” in the statistics of this site.").arg(which));
}

Result<Series> only(Result<std::optional<Series>> found, const QString &which)
{
    if (!found)
        return passOn(found);
    if (!*found)
        return noSeries(which);
    return **found;
}

Result<void> validate(const Series &series)
{
    static const QRegularExpression key(QStringLiteral("\\A[a-z0-9]+(-[a-z0-9]+)*\\z"));
    if (!key.match(series.name).hasMatch())
        return fail(ErrorCode::Invalid,
                    Text::tr("“%1” cannot be the key of a series. Use small letters, digits and "
                             "hyphens, such as members-individual.")
                        .arg(series.name));
    if (series.title.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, Text::tr("Give the series %1 a title.").arg(series.name));
    if (series.decimals < 0 || series.decimals > mostDecimals)
        return fail(ErrorCode::Invalid,
                    Text::tr("%1 can have 0 to %2 decimals.").arg(series.name).arg(mostDecimals));
    if (series.target && !std::isfinite(*series.target))
        return fail(ErrorCode::Invalid,
                    Text::tr("The target of %1 is no number.").arg(series.name));
    return {};
}

Result<void> validate(const Series &series, const QList<Observation> &observations)
{
    QSet<QDate> dates;
    int row = 0;
    for (const Observation &observation : observations) {
        ++row;
        QString reason;
        if (!observation.date.isValid())
            reason = Text::tr("the date is missing");
        else if (periodStart(series.period, observation.date) != observation.date)
            reason = Text::tr("%1 is not the first day of a period")
                         .arg(observation.date.toString(Qt::ISODate));
        else if (dates.contains(observation.date))
            reason = Text::tr("%1 comes twice").arg(observation.date.toString(Qt::ISODate));
        else if (observation.value && !std::isfinite(*observation.value))
            reason = Text::tr("the value is no number");
        if (!reason.isEmpty())
            return fail(ErrorCode::Invalid, Text::tr("%1, row %2: %3. Nothing was stored.")
                                                .arg(series.title)
                                                .arg(row)
                                                .arg(reason));
        dates.insert(observation.date);
    }
    return {};
}

} // namespace

store::MigrationSet migrations()
{
    const QStringList first{
        QStringLiteral("CREATE TABLE series (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, "
                       "title TEXT NOT NULL, unit TEXT NOT NULL, period TEXT NOT NULL, "
                       "decimals INTEGER NOT NULL, source TEXT NOT NULL, note TEXT NOT NULL, "
                       "goal DOUBLE PRECISION, goal_year INTEGER NOT NULL)"),
        QStringLiteral("CREATE TABLE observation (series_id TEXT NOT NULL REFERENCES series, "
                       "first_day TEXT NOT NULL, amount DOUBLE PRECISION, "
                       "preliminary INTEGER NOT NULL, note TEXT NOT NULL, "
                       "PRIMARY KEY (series_id, first_day))"),
    };
    return {QStringLiteral("statistics"), {{1, first}}};
}

QDate periodStart(Period period, const QDate &date)
{
    switch (period) {
    case Period::Month:
        return {date.year(), date.month(), 1};
    case Period::Year:
        return {date.year(), 1, 1};
    case Period::FiscalYear:
        break;
    }
    return {date.month() < april ? date.year() - 1 : date.year(), april, 1};
}

QString periodName(Period period)
{
    return periodNames.at(static_cast<int>(period));
}

std::optional<Period> periodNamed(const QString &name)
{
    const qsizetype index = periodNames.indexOf(name);
    return index < 0 ? std::nullopt : std::optional(static_cast<Period>(index));
}

SeriesRepository::SeriesRepository(store::Database &database, store::ChangeHook changed)
    : m_database(database), m_changed(std::move(changed))
{}

void SeriesRepository::news(const Ulid &series) const
{
    if (m_changed)
        m_changed(series);
}

Result<QList<Series>> SeriesRepository::list() const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(" FROM series ORDER BY name"));
    return query.all({}, seriesFrom);
}

Result<Series> SeriesRepository::byName(const QString &name) const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(" FROM series WHERE name = ?"));
    return only(query.first({name}, seriesFrom), name);
}

Result<SeriesData> SeriesRepository::data(const Ulid &id) const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(" FROM series WHERE id = ?"));
    auto series = only(query.first({id}, seriesFrom), id.toString());
    if (!series)
        return passOn(series);
    store::Query values(m_database,
                        QStringLiteral("SELECT first_day, amount, preliminary, note "
                                       "FROM observation WHERE series_id = ? ORDER BY first_day"));
    auto observations = values.all({id}, observationFrom);
    if (!observations)
        return passOn(observations);
    return SeriesData{*series, *observations};
}

Result<QList<SeriesData>> SeriesRepository::all() const
{
    auto series = list();
    if (!series)
        return passOn(series);
    QList<SeriesData> every;
    for (const Series &one : std::as_const(*series)) {
        auto found = data(one.id);
        if (!found)
            return passOn(found);
        every.append(*found);
    }
    return every;
}

Result<Series> SeriesRepository::save(Series series)
{
    if (auto valid = validate(series); !valid)
        return passOn(valid);
    auto same = byName(series.name);
    if (same && same->id != series.id)
        return fail(
            ErrorCode::AlreadyExists,
            Text::tr("There is a series “%1” already. Choose another key.").arg(series.name));
    if (series.id.isNull()) {
        series.id = Ulid::generate();
    } else if (auto before = data(series.id); before && before->series.period != series.period &&
                                              !before->observations.isEmpty()) {
        return fail(ErrorCode::Conflict,
                    Text::tr("%1 has values, so its period cannot change. Make a new series.")
                        .arg(series.title));
    }
    store::Query query(
        m_database,
        QStringLiteral("INSERT INTO series (id, name, title, unit, period, decimals, source, "
                       "note, goal, goal_year) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (id) DO UPDATE SET name = excluded.name, "
                       "title = excluded.title, unit = excluded.unit, period = excluded.period, "
                       "decimals = excluded.decimals, source = excluded.source, "
                       "note = excluded.note, goal = excluded.goal, "
                       "goal_year = excluded.goal_year"));
    auto done =
        query.run({series.id, series.name, series.title, series.unit, periodName(series.period),
                   series.decimals, series.source, series.note, series.target, series.targetYear});
    if (!done)
        return passOn(done);
    news(series.id);
    return series;
}

Result<void> SeriesRepository::remove(const Ulid &id)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query values(m_database, QStringLiteral("DELETE FROM observation WHERE series_id = ?"));
    if (auto done = values.run({id}); !done)
        return passOn(done);
    store::Query series(m_database, QStringLiteral("DELETE FROM series WHERE id = ?"));
    if (auto done = series.run({id}); !done)
        return passOn(done);
    if (auto done = transaction->commit(); !done)
        return done;
    news(id);
    return {};
}

Result<void> SeriesRepository::put(const Ulid &id, const QList<Observation> &observations)
{
    auto there = data(id);
    if (!there)
        return passOn(there);
    if (auto valid = validate(there->series, observations); !valid)
        return valid;
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query query(m_database,
                       QStringLiteral("INSERT INTO observation (series_id, first_day, amount, "
                                      "preliminary, note) VALUES (?, ?, ?, ?, ?) "
                                      "ON CONFLICT (series_id, first_day) DO UPDATE SET "
                                      "amount = excluded.amount, "
                                      "preliminary = excluded.preliminary, "
                                      "note = excluded.note"));
    for (const Observation &observation : observations) {
        auto done = query.run(
            {id, observation.date, observation.value, observation.preliminary, observation.note});
        if (!done)
            return passOn(done);
    }
    if (auto done = transaction->commit(); !done)
        return done;
    news(id);
    return {};
}

Result<void> SeriesRepository::removeObservation(const Ulid &id, const QDate &date)
{
    store::Query query(m_database, QStringLiteral("DELETE FROM observation "
                                                  "WHERE series_id = ? AND first_day = ?"));
    if (auto done = query.run({id, date}); !done)
        return passOn(done);
    news(id);
    return {};
}

} // namespace kakehashi::statistics
