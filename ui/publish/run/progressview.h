#pragma once

#include "base/job.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace kakehashi::ui {

/// Long work as a person wants to see it: what, n of m, rate, time left, and a way out.
class ProgressView final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressView(QWidget *parent = nullptr);

    void begin(const QString &title);
    void showProgress(const Progress &progress);
    /// The answer to Cancel before the work has stopped.
    void showStopping();

Q_SIGNALS:
    void cancelled();

private:
    QLabel *m_title;
    QLabel *m_phase;
    QLabel *m_item;
    QLabel *m_numbers;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace kakehashi::ui
