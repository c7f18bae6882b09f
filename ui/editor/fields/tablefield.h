#pragma once

#include "ui/editor/fields/fieldeditor.h"

#include <QJsonArray>

class QTableWidget;
class QToolButton;

namespace kakehashi::ui {

/// A field that is a table: rows are objects keyed by the columns' names.
class TableField final : public FieldEditor
{
    Q_OBJECT

public:
    TableField(const content::Field &field, QWidget *parent);
    void setValue(const QJsonValue &value) override;

private:
    QWidget *makeButtons();
    QJsonArray rows() const;
    void showRow(int row, const QJsonObject &cells);
    void addRow();
    void removeRow();
    void moveRow(int by);
    void announce();
    void fitHeight();

    QList<content::Field> m_columns;
    QTableWidget *m_table;
    bool m_showing = false;
};

} // namespace kakehashi::ui
