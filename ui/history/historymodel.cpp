#include "ui/history/historymodel.h"

#include "base/visibletext.h"
#include "ui/publish/plan/wording.h"
#include "ui/style/style.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace kakehashi::ui {
namespace {

HistoryRow rowOf(const publish::HistoryEntry &entry)
{
    HistoryRow row;
    row.generation = entry.generation;
    row.transaction = entry.transaction;
    row.at = entry.at;
    row.author = entry.author;
    row.machine = entry.machine;
    row.approval = entry.approval;
    row.entry = entry;
    return row;
}

HistoryRow rowOf(const publish::Manifest &manifest)
{
    HistoryRow row;
    row.generation = manifest.head.generation;
    row.transaction = manifest.head.transaction;
    row.at = manifest.head.published;
    row.author = manifest.head.author;
    row.machine = manifest.head.machine;
    row.approval = manifest.head.approval;
    return row;
}

} // namespace

QList<HistoryRow> joinHistory(const QList<publish::HistoryEntry> &entries,
                              const QList<publish::Manifest> &onServer,
                              const QList<qint64> &keptHere)
{
    QList<HistoryRow> rows;
    for (const publish::HistoryEntry &entry : entries)
        rows.append(rowOf(entry));
    for (const publish::Manifest &manifest : onServer) {
        auto known = std::find_if(rows.begin(), rows.end(), [&manifest](const HistoryRow &row) {
            return row.transaction == manifest.head.transaction;
        });
        if (known == rows.end())
            known = rows.insert(rows.end(), rowOf(manifest));
        known->state = std::make_shared<const publish::Manifest>(manifest);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const HistoryRow &a, const HistoryRow &b) {
        return a.generation != b.generation ? a.generation > b.generation : a.at > b.at;
    });
    for (HistoryRow &row : rows)
        row.keptHere = keptHere.contains(row.generation);
    if (!rows.isEmpty())
        rows.first().live = true;
    return rows;
}

void HistoryModel::setRows(const QList<HistoryRow> &rows, const QIcon &dot)
{
    beginResetModel();
    m_rows = rows;
    m_dot = dot;
    endResetModel();
}

const HistoryRow *HistoryModel::row(int index) const
{
    return index >= 0 && index < m_rows.size() ? &m_rows[index] : nullptr;
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &) const
{
    return Count;
}

QString HistoryModel::text(const HistoryRow &row, int column) const
{
    switch (column) {
    case WhenColumn:
        return row.live ? tr("%1  (now public)").arg(whenText(row.at)) : whenText(row.at);
    case WhoColumn:
        return visible(row.author);
    case MachineColumn:
        return visible(row.machine);
    case ApprovalColumn:
        return visible(row.approval);
    case FilesColumn:
        return row.entry ? QStringLiteral("+%1  ~%2  −%3")
                               .arg(row.entry->added)
                               .arg(row.entry->replaced)
                               .arg(row.entry->removed)
                         : tr("from elsewhere");
    case SentColumn:
        return row.entry ? bytesText(row.entry->bytesSent) : QString();
    case TookColumn:
        // Nobody watched the end of a publish that was cut off and finished later.
        return row.entry && row.entry->seconds > 0
                   ? tr("%1 s").arg(QLocale().toString(row.entry->seconds, 'f', 1))
                   : QString();
    default:
        return {};
    }
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const HistoryRow *found = row(index.row());
    if (!found)
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(*found, column);
    case Qt::DecorationRole:
        return column == WhenColumn ? QVariant(m_dot) : QVariant();
    case Qt::ToolTipRole:
        if (column == FilesColumn && found->entry)
            return tr("%1 new, %2 changed, %3 removed")
                .arg(found->entry->added)
                .arg(found->entry->replaced)
                .arg(found->entry->removed);
        return tr("Publish %1").arg(found->generation);
    case Qt::TextAlignmentRole:
        if (column >= SentColumn)
            return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case Qt::ForegroundRole:
        return column == WhenColumn ? QVariant() : QVariant(style::tokens().muted);
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return tr("When");
    case WhoColumn:
        return tr("Who");
    case MachineColumn:
        return tr("From");
    case ApprovalColumn:
        return tr("Approval");
    case FilesColumn:
        return tr("Files");
    case SentColumn:
        return tr("Sent");
    default:
        return tr("Took");
    }
}

} // namespace kakehashi::ui
