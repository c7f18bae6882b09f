#include "ui/publish/plan/planmodel.h"

#include "base/visibletext.h"
#include "ui/publish/plan/wording.h"
#include "ui/style/style.h"

#include <QColor>
#include <QFont>
#include <QLocale>

namespace kakehashi::ui {
namespace {

using Action = publish::PlanItem::Action;

constexpr Action order[] = {Action::Conflict, Action::Add,   Action::Replace,
                            Action::Remove,   Action::Adopt, Action::Foreign};

// The internal id of a group; a file's is its group's row.
constexpr quintptr groupId = ~quintptr(0);

QColor colorOf(Action action)
{
    const style::Tokens &tokens = style::tokens();
    switch (action) {
    case Action::Add:
        return tokens.success;
    case Action::Replace:
        return tokens.accent;
    case Action::Remove:
    case Action::Conflict:
        return tokens.danger;
    default:
        return tokens.muted;
    }
}

} // namespace

void PlanModel::setPlan(const publish::Plan &plan)
{
    beginResetModel();
    m_plan = plan;
    m_groups.clear();
    for (const Action action : order) {
        Group group{action, {}, 0};
        for (int i = 0; i < m_plan.items.size(); ++i) {
            if (m_plan.items[i].action != action)
                continue;
            group.items.append(i);
            group.bytes += m_plan.items[i].bytes;
        }
        if (!group.items.isEmpty())
            m_groups.append(group);
    }
    endResetModel();
}

const publish::PlanItem *PlanModel::item(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupId)
        return nullptr;
    const Group &group = m_groups[static_cast<qsizetype>(index.internalId())];
    return &m_plan.items[group.items[index.row()]];
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) : groupId);
}

QModelIndex PlanModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupId)
        return {};
    return createIndex(static_cast<int>(child.internalId()), 0, groupId);
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != groupId || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups[parent.row()].items.size());
}

int PlanModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const publish::PlanItem *found = item(index))
        return dataOf(*found, index.column(), role);
    return groupData(m_groups[index.row()], index.column(), role);
}

QVariant PlanModel::groupData(const Group &group, int column, int role) const
{
    if (role == Qt::DisplayRole && column == PathColumn)
        return tr("%1 (%2)").arg(actionText(group.action), QLocale().toString(group.items.size()));
    if (role == Qt::DisplayRole && column == SizeColumn && group.bytes > 0)
        return bytesText(group.bytes);
    if (role == Qt::TextAlignmentRole && column == SizeColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ForegroundRole && column == PathColumn)
        return colorOf(group.action);
    if (role == Qt::FontRole && column == PathColumn) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant PlanModel::dataOf(const publish::PlanItem &item, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        if (column == PathColumn)
            return visible(item.path);
        if (column == ReasonColumn)
            return visible(item.reason);
        return item.bytes > 0 ? bytesText(item.bytes) : QString();
    case Qt::ToolTipRole:
        return visible(column == ReasonColumn ? item.reason : item.path);
    case Qt::TextAlignmentRole:
        if (column == SizeColumn)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ForegroundRole:
        if (column != PathColumn)
            return style::tokens().muted;
        return {};
    case Qt::AccessibleTextRole:
        return visible(actionText(item.action) + u' ' + item.path + u' ' + item.reason);
    default:
        return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PathColumn:
        return tr("File");
    case SizeColumn:
        return tr("To send");
    default:
        return tr("Why");
    }
}

} // namespace kakehashi::ui
