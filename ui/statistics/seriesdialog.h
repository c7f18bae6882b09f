#pragma once

#include "statistics/series.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace kakehashi::ui {

/// What is said of a series: name, title, unit, period, source, target.
class SeriesDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SeriesDialog(const statistics::Series &series, QWidget *parent = nullptr);
    statistics::Series series() const;

private:
    void showValues();
    void judge();

    statistics::Series m_series;
    QLineEdit *m_title;
    QLineEdit *m_name;
    QLineEdit *m_unit;
    QComboBox *m_period;
    QSpinBox *m_decimals;
    QLineEdit *m_source;
    QLineEdit *m_note;
    QPushButton *m_store;
};

} // namespace kakehashi::ui
