#pragma once

#include "statistics/series.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTableWidget;

namespace kakehashi::ui {

class Session;

/// The values of one series, newest first. A cell that is left is stored at once; what cannot be
/// understood is refused and the old value comes back.
class SeriesTable final : public QWidget
{
    Q_OBJECT

public:
    explicit SeriesTable(Session &session, QWidget *parent = nullptr);
    void showSeries(const Ulid &series);

Q_SIGNALS:
    void propertiesRequested(const kakehashi::statistics::Series &series);

private:
    enum Column { PeriodColumn, ValueColumn, PreliminaryColumn, NoteColumn };

    QWidget *makeHeader();
    void showRow(int row, const statistics::Observation &observation);
    void takeCell(int row);
    std::optional<statistics::Observation> typed(int row);
    void store(const statistics::Observation &observation);
    void addNext();
    void removeCurrent();

    Session &m_session;
    statistics::SeriesData m_data; ///< oldest first
    QLabel *m_title;
    QLabel *m_facts;
    QTableWidget *m_table;
    bool m_showing = false;
};

/// "2026-03", "2026" or 「令和7年度」, as the table shows a period.
QString periodText(statistics::Period period, const QDate &date);
/// The first day of the period after this one.
QDate nextPeriod(statistics::Period period, const QDate &date);
/// A typed value: 「9,174」, full-width digits; nothing for 「－」 and empty. False: not
/// understood.
bool readValue(const QString &text, std::optional<double> &value);

} // namespace kakehashi::ui
