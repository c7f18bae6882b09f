#pragma once

#include "takeover/importplan.h"

#include <QAbstractTableModel>

namespace kakehashi::ui {

/// The files of a plan and what will become of each; what needs a person's eye comes first.
class ImportModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FateColumn, FileColumn, TargetColumn, ReasonColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setPlan(const takeover::ImportPlan &plan);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int rank; ///< rows are sorted by it
        QString fate;
        QString file;
        QString target;
        QString reason;
    };
    static Row rowOf(const takeover::PlannedItem &item);

    QList<Row> m_rows;
};

} // namespace kakehashi::ui
