#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace kakehashi::ui {

class WeightModel;

/// The rules in a list that can be searched; the second column is chosen from four weights.
class WeightView final : public QWidget
{
    Q_OBJECT

public:
    explicit WeightView(WeightModel *model, QWidget *parent = nullptr);

private:
    void makeList();
    void showCurrent();

    WeightModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLineEdit *m_search;
    QTreeView *m_list;
    QLabel *m_why;
    QPushButton *m_ship;
};

} // namespace kakehashi::ui
