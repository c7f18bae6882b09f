#include "ui/drift/driftmodel.h"

#include "base/visibletext.h"
#include "ui/history/historymodel.h"
#include "ui/publish/plan/wording.h"
#include "ui/style/style.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::ui {
namespace {

QString sizeText(const publish::Drift &drift)
{
    if (drift.kind != publish::Drift::Kind::Changed || drift.expected.size == drift.found.size)
        return bytesText(std::max(drift.expected.size, drift.found.size));
    return QStringLiteral("%1 → %2").arg(bytesText(drift.expected.size),
                                         bytesText(drift.found.size));
}

QString timeText(const publish::FileInfo &info)
{
    return info.isMissing() ? QString()
                            : whenText(QDateTime::fromSecsSinceEpoch(info.time, Qt::UTC));
}

QString decisionText(const publish::DriftDecision &decision)
{
    const QString what = decision.kind == publish::DriftDecision::Kind::Adopt
                             ? DriftModel::tr("Kept as it is")
                             : DriftModel::tr("Ignored");
    return DriftModel::tr("%1 (%2, %3)").arg(what, visible(decision.author), whenText(decision.at));
}

QColor colorOf(const DriftRow &row)
{
    const style::Tokens &tokens = style::tokens();
    if (row.decision)
        return tokens.muted;
    return row.drift.kind == publish::Drift::Kind::Unknown ? tokens.warning : tokens.danger;
}

} // namespace

QList<DriftRow> driftRows(const QList<publish::Drift> &drifts,
                          const QList<publish::DriftDecision> &decisions)
{
    QList<DriftRow> rows;
    for (const publish::Drift &drift : drifts) {
        DriftRow row{drift, {}};
        for (const publish::DriftDecision &decision : decisions) {
            if (decision.covers(drift))
                row.decision = decision;
        }
        rows.append(row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const DriftRow &a, const DriftRow &b) {
        if (a.decision.has_value() != b.decision.has_value())
            return b.decision.has_value();
        return a.drift.kind < b.drift.kind;
    });
    return rows;
}

QString driftText(publish::Drift::Kind kind)
{
    switch (kind) {
    case publish::Drift::Kind::Changed:
        return DriftModel::tr("Changed");
    case publish::Drift::Kind::Missing:
        return DriftModel::tr("Missing");
    case publish::Drift::Kind::Unknown:
        return DriftModel::tr("Not ours");
    case publish::Drift::Kind::Unreadable:
        return DriftModel::tr("Visitors cannot read it");
    }
    return {};
}

void DriftModel::setRows(const QList<DriftRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

const DriftRow *DriftModel::row(int index) const
{
    return index >= 0 && index < m_rows.size() ? &m_rows[index] : nullptr;
}

int DriftModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DriftModel::columnCount(const QModelIndex &) const
{
    return Count;
}

QVariant DriftModel::data(const QModelIndex &index, int role) const
{
    const DriftRow *found = row(index.row());
    if (!found)
        return {};
    if (role == Qt::ForegroundRole)
        return index.column() == WhatColumn ? colorOf(*found)
               : found->decision            ? style::tokens().muted
                                            : QVariant();
    if (role == Qt::ToolTipRole)
        return visible(found->drift.path);
    if (role == Qt::TextAlignmentRole && index.column() == SizeColumn)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case FileColumn:
        return visible(found->drift.path);
    case WhatColumn:
        return driftText(found->drift.kind);
    case SizeColumn:
        return sizeText(found->drift);
    case TimeColumn:
        return timeText(found->drift.found);
    default:
        return found->decision ? decisionText(*found->decision) : QString();
    }
}

QVariant DriftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FileColumn:
        return tr("File");
    case WhatColumn:
        return tr("What");
    case SizeColumn:
        return tr("Size");
    case TimeColumn:
        return tr("Time on the server");
    default:
        return tr("Decided");
    }
}

} // namespace kakehashi::ui
