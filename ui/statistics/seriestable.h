#pragma once

#include "statistics/series.h"

#include <QModelIndex>
#include <QUndoStack>
#include <QWidget>

#include <optional>

class QLabel;
class QTableWidget;

namespace kakehashi::ui {

class CellDelegate;
class FigureQuestion;
class Session;

/// The values of one series, newest first. A cell that is left is stored at once, as a step that
/// undo takes back. A figure that cannot be read, or that looks like a slip of the hand, is asked
/// about: until it is answered its text stands in the cell and the stored value stays.
class SeriesTable final : public QWidget
{
    Q_OBJECT

public:
    explicit SeriesTable(Session &session, QWidget *parent = nullptr);
    void showSeries(const Ulid &series);
    QUndoStack &undoStack() { return m_undo; }

    enum Column { PeriodColumn, ValueColumn, PreliminaryColumn, NoteColumn };

Q_SIGNALS:
    void propertiesRequested(const kakehashi::statistics::Series &series);
    /// Undo has come to another series.
    void seriesRequested(const kakehashi::Ulid &series);

private:
    /// A figure that was typed and is not stored yet.
    struct Unsettled
    {
        Ulid series;
        QDate date;
        QString text;
        QString question;
        std::optional<double> value; ///< nothing: it could not be read
    };

    void makeTable();
    QWidget *makeHeader();
    void showRow(int row, const statistics::Observation &observation);
    void showValue(int row, const statistics::Observation &observation);
    void showQuestion();
    void takeText(const QModelIndex &cell, const QString &text);
    void takeFigure(const statistics::Observation &former, const QString &text);
    void takePreliminary(int row);
    void keepAsking(const Unsettled &unsettled);
    QString unfinished() const;
    void settle(const QDate &date);
    QString doubtAbout(const QDate &date, const std::optional<double> &value) const;
    void change(const QDate &date, const std::optional<statistics::Observation> &after,
                const QString &text);
    void store(const statistics::Observation &observation, const QString &text);
    void confirm();
    void correct();
    void discard();
    void addNext();
    void removeCurrent();
    void putBack(const Ulid &series, const statistics::Observation &former);
    void reveal(const Ulid &series, const QDate &date);
    statistics::Observation observationAt(int row) const;
    int rowOf(const QDate &date) const;
    const Unsettled *unsettledAt(const QDate &date) const;
    const Unsettled *firstUnsettled() const;
    QString shown(double value) const;

    Session &m_session;
    statistics::SeriesData m_data; ///< oldest first
    QList<Unsettled> m_unsettled;  ///< of any series
    QUndoStack m_undo;
    QLabel *m_title;
    QLabel *m_facts;
    FigureQuestion *m_question;
    QTableWidget *m_table;
    CellDelegate *m_cells;
    bool m_showing = false;
};

/// "2026-03", "2026" or 「令和7年度」, as the table shows a period.
QString periodText(statistics::Period period, const QDate &date);
/// The first day of the period after this one.
QDate nextPeriod(statistics::Period period, const QDate &date);

} // namespace kakehashi::ui
