#pragma once

#include "ui/check/list/findingmodel.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace kakehashi::ui {

/// Which findings are to be seen: by severity, by rule, by words. What was chosen is remembered.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent);

    FindingFilter filter() const;
    /// Counts on the buttons, and the rules there are findings of.
    void showCounts(const QList<FindingRow> &rows, const QHash<QString, int> &byRule);

Q_SIGNALS:
    void changed();

private:
    QToolButton *addToggle(const char *name, const QString &icon, const QString &text);
    void remember();

    QToolButton *m_musts = nullptr;
    QToolButton *m_shoulds = nullptr;
    QToolButton *m_asks = nullptr;
    QToolButton *m_excepted = nullptr;
    QComboBox *m_rules;
    QLineEdit *m_words;
};

} // namespace kakehashi::ui
