#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace kakehashi::ui {

/// What stands in the window while no site is open: open, make, try the sample, recent sites.
class StartPage final : public QWidget
{
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent = nullptr);
    void refresh(); ///< reads the recent sites again
    /// While a sample is made: says so and disables the buttons. An empty text ends it.
    void setBusy(const QString &text);

Q_SIGNALS:
    void openRequested();
    void newRequested();
    void sampleRequested();
    void siteRequested(const QString &folder);

private:
    QWidget *makeCard(QWidget *parent);
    QWidget *makeChoices();

    QWidget *m_choices;
    QVBoxLayout *m_recent;
    QLabel *m_busy;
};

} // namespace kakehashi::ui
