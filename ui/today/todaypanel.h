#pragma once

#include "ui/today/todaylines.h"

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

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void addHead();
    void addGroup(const TodayGroup &group);
    void addNothingDue();

    Session &m_session;
    Column *m_column;
    QTimer *m_soon; ///< many news, one refresh
};

void registerToday(Registry &registry);

} // namespace kakehashi::ui
