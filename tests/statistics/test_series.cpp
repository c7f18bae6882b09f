#include "statistics/seriesrepository.h"
#include "support/testsite.h"

#include <cmath>
#include <limits>

using namespace kakehashi;
using namespace kakehashi::statistics;

namespace {

Series members()
{
    Series series;
    series.name = QStringLiteral("members-individual");
    series.title = QStringLiteral("個人会員数");
    series.unit = QStringLiteral("人");
    series.target = 10'000;
    series.targetYear = 2030;
    return series;
}

} // namespace

class TestSeries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<test::TestDatabase>();
        m_series = std::make_unique<SeriesRepository>(*m_site->database);
    }

    void valuesComeBackOldestFirst()
    {
        const auto series = m_series->save(members());
        VERIFY_OK(series);
        VERIFY_OK(m_series->put(
            series->id, {{{2025, 5, 1}, {}, true, QStringLiteral("速報")}, {{2025, 4, 1}, 0.1}}));
        VERIFY_OK(m_series->put(series->id, {{{2025, 4, 1}, 1234}}));
        const auto data = m_series->data(series->id);
        VERIFY_OK(data);
        QCOMPARE(data->series, *series);
        QCOMPARE(data->observations,
                 (QList<Observation>{{{2025, 4, 1}, 1234},
                                     {{2025, 5, 1}, {}, true, QStringLiteral("速報")}}));
        VERIFY_OK(m_series->removeObservation(series->id, {2025, 4, 1}));
        QCOMPARE(m_series->all()->first().observations.size(), 1);
    }

    void badSeries_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("decimals");
        QTest::newRow("no key") << QString() << QStringLiteral("題") << 0;
        QTest::newRow("Japanese key") << QStringLiteral("会員") << QStringLiteral("題") << 0;
        QTest::newRow("space") << QStringLiteral("a b") << QStringLiteral("題") << 0;
        QTest::newRow("no title") << QStringLiteral("a") << QStringLiteral("  ") << 0;
        QTest::newRow("decimals") << QStringLiteral("a") << QStringLiteral("題") << 7;
    }
    void badSeries()
    {
        QFETCH(QString, name);
        QFETCH(QString, title);
        QFETCH(int, decimals);
        Series series = members();
        series.name = name;
        series.title = title;
        series.decimals = decimals;
        VERIFY_FAILS(m_series->save(series), ErrorCode::Invalid);
    }

    void aKeyIsTakenOnce()
    {
        const auto first = m_series->save(members());
        VERIFY_FAILS(m_series->save(members()), ErrorCode::AlreadyExists);
        auto renamed = *first;
        renamed.name = QStringLiteral("members");
        VERIFY_OK(m_series->save(renamed));
        VERIFY_OK(m_series->byName(QStringLiteral("members")));
        VERIFY_FAILS(m_series->byName(first->name), ErrorCode::NotFound);
    }

    void thePeriodIsFixedOnceThereAreValues()
    {
        auto series = *m_series->save(members());
        series.period = Period::FiscalYear;
        VERIFY_OK(m_series->save(series));
        VERIFY_OK(m_series->put(series.id, {{{2025, 4, 1}, 1}}));
        series.period = Period::Year;
        VERIFY_FAILS(m_series->save(series), ErrorCode::Conflict);
    }

    void badRowsAreNamedAndNothingIsStored_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<double>("value");
        QTest::newRow("no date") << QDate() << 1.0;
        QTest::newRow("mid-month") << QDate(2025, 6, 2) << 1.0;
        QTest::newRow("twice") << QDate(2025, 4, 1) << 1.0;
        QTest::newRow("infinite") << QDate(2025, 6, 1) << std::numeric_limits<double>::infinity();
        QTest::newRow("nan") << QDate(2025, 6, 1) << std::nan("");
    }
    void badRowsAreNamedAndNothingIsStored()
    {
        QFETCH(QDate, date);
        QFETCH(double, value);
        const auto series = m_series->save(members());
        const auto put = m_series->put(series->id, {{{2025, 4, 1}, 1}, {date, value}});
        VERIFY_FAILS(put, ErrorCode::Invalid);
        QVERIFY(put.error().text.contains(QStringLiteral("row 2")));
        QVERIFY(m_series->data(series->id)->observations.isEmpty());
    }

    void periodsBegin_data()
    {
        QTest::addColumn<int>("period");
        QTest::addColumn<QDate>("start");
        QTest::newRow("month") << int(Period::Month) << QDate(2026, 3, 1);
        QTest::newRow("year") << int(Period::Year) << QDate(2026, 1, 1);
        QTest::newRow("fiscalYear") << int(Period::FiscalYear) << QDate(2025, 4, 1);
    }
    void periodsBegin()
    {
        QFETCH(int, period);
        QFETCH(QDate, start);
        QCOMPARE(periodStart(Period(period), {2026, 3, 31}), start);
        QCOMPARE(periodName(Period(period)), QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(periodNamed(periodName(Period(period))), Period(period));
    }

    void removingTakesTheValuesAlong()
    {
        const auto series = m_series->save(members());
        VERIFY_OK(m_series->put(series->id, {{{2025, 4, 1}, 1}}));
        VERIFY_OK(m_series->remove(series->id));
        QVERIFY(m_series->list()->isEmpty());
        VERIFY_FAILS(m_series->put(series->id, {{{2025, 4, 1}, 1}}), ErrorCode::NotFound);
    }

private:
    std::unique_ptr<test::TestDatabase> m_site;
    std::unique_ptr<SeriesRepository> m_series;
};

QTEST_GUILESS_MAIN(TestSeries)
#include "test_series.moc"
