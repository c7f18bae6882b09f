#include "ui/takeover/importmodel.h"

#include "base/visibletext.h"
#include "ui/style/style.h"

namespace kakehashi::ui {

namespace {

enum Rank { NotTaken, ToLookAt, ToChange, ToAdd, ToKeep, Unchanged };

} // namespace

ImportModel::Row ImportModel::rowOf(const takeover::PlannedItem &item)
{
    using takeover::Fate;
    Row row{ToAdd, tr("New"), visible(item.file), visible(item.target), visibleLines(item.reason)};
    switch (item.fate) {
    case Fate::Add:
        break;
    case Fate::Change:
        row.rank = ToChange;
        row.fate = tr("New revision");
        break;
    case Fate::Same:
        row.rank = Unchanged;
        row.fate = tr("Unchanged");
        break;
    case Fate::Keep:
        row.rank = ToKeep;
        row.fate = tr("Kept");
        break;
    case Fate::Skip:
        row.rank = NotTaken;
        row.fate = tr("Not taken");
        break;
    }
    return row;
}

void ImportModel::setPlan(const takeover::ImportPlan &plan)
{
    beginResetModel();
    m_rows.clear();
    for (const takeover::PlannedItem &item : plan.items)
        m_rows.append(rowOf(item));
    for (const Issue &issue : plan.issues) {
        const QString file = visible(issue.place.file);
        const QString place =
            issue.place.line > 0 ? tr("%1, line %2").arg(file).arg(issue.place.line) : file;
        m_rows.append({ToLookAt, tr("To look at"), place, {}, visibleLines(issue.text)});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &left, const Row &right) { return left.rank < right.rank; });
    endResetModel();
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(index.row());
    if (role == Qt::ForegroundRole && index.column() == FateColumn) {
        if (row.rank == NotTaken)
            return style::tokens().danger;
        if (row.rank == ToLookAt)
            return style::tokens().warning;
        return {};
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case FateColumn:
        return row.fate;
    case FileColumn:
        return row.file;
    case TargetColumn:
        return row.target;
    default:
        return row.reason;
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FateColumn:
        return tr("What happens");
    case FileColumn:
        return tr("File");
    case TargetColumn:
        return tr("Becomes");
    default:
        return tr("Reason");
    }
}

} // namespace kakehashi::ui
