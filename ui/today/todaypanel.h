#pragma once

#include "ui/today/todaylines.h"

#include <QThreadPool>
#include <QWidget>

class QTimer;
class QVBoxLayout;

namespace kakehashi::ui {

class Column;
class Registry;

/// 「今日」: what is due, each line leading to its place. The first thing seen in the morning.
class TodayPanel final : public QWidget
{
    Q_OBJECT

public:
    TodayPanel(Session &session, QWidget *parent);
    ~TodayPanel() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void showGroups(const QList<TodayGroup> &groups);
    void addHead();
    QString nameOfSite() const;
    QString todayText() const;
    void addGroup(const TodayGroup &group);
    void addNothingDue();

    Session &m_session;
    Column *m_column;
    QThreadPool m_worker;
    QString m_shown; ///< what the rows say; they are made anew only when that changes
    bool m_reading = false;
    bool m_again = false; ///< something changed while it was being read
    QTimer *m_soon;       ///< many news, one refresh
};

void registerToday(Registry &registry);

} // namespace kakehashi::ui
