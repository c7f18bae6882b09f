#pragma once

#include "publish/plan.h"

#include <QAbstractItemModel>

namespace kakehashi::ui {

/// A plan as a tree of two levels: what happens, and to which files. Groups that need a decision
/// come first. Handles thousands of files: rows are looked up, never copied.
class PlanModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { PathColumn, SizeColumn, ReasonColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    using QAbstractItemModel::QAbstractItemModel;

    void setPlan(const publish::Plan &plan);
    const publish::PlanItem *item(const QModelIndex &index) const; ///< nullptr for a group

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group
    {
        publish::PlanItem::Action action;
        QList<int> items; ///< into m_plan.items
        qint64 bytes = 0;
    };
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant dataOf(const publish::PlanItem &item, int column, int role) const;

    publish::Plan m_plan;
    QList<Group> m_groups;
};

} // namespace kakehashi::ui
