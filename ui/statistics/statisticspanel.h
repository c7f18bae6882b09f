#pragma once

#include "statistics/series.h"

#include <QWidget>

class QListWidget;

namespace kakehashi::ui {

class Registry;
class SeriesTable;
class Session;

/// The series of figures and the values of the chosen one in a table to edit.
class StatisticsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit StatisticsPanel(Session &session, QWidget *parent = nullptr);

private:
    QWidget *makeHeader();
    void reload();
    void showCurrent();
    void askForSeries(const statistics::Series &series);

    Session &m_session;
    QList<statistics::Series> m_series;
    QListWidget *m_list;
    SeriesTable *m_table;
    Ulid m_current;
};

void registerStatistics(Registry &registry);

} // namespace kakehashi::ui
