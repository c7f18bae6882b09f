#pragma once

#include "check/decisions/decisions.h"

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace kakehashi::ui {

/// The site's own dictionary as a table to type in; rows of a spreadsheet can be pasted.
class TermTable final : public QWidget
{
    Q_OBJECT

public:
    explicit TermTable(const QList<check::SiteTerm> &terms, QWidget *parent = nullptr);

    QList<check::SiteTerm> terms() const; ///< as typed; empty rows too
    /// "written TAB wanted TAB reason", a term a line; returns how many were added.
    int paste(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum Column { WrittenColumn, WantedColumn, ReasonColumn, ColumnCount };

    void addRow(const check::SiteTerm &term);
    void addAndEdit();
    void removeSelected();

    QTableWidget *m_table;
    QPushButton *m_remove;
};

} // namespace kakehashi::ui
