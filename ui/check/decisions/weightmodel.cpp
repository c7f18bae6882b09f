#include "ui/check/decisions/weightmodel.h"

#include "ui/check/findingtext.h"
#include "ui/style/style.h"

#include <QFont>

namespace kakehashi::ui {

WeightModel::WeightModel(check::RuleBook::Ptr rules, const QHash<QString, check::Weight> &decided,
                         QObject *parent)
    : QAbstractTableModel(parent), m_rules(std::move(rules)), m_decided(decided)
{}

check::Weight WeightModel::weight(int row) const
{
    return m_decided.value(rule(row).id, rule(row).shipped);
}

void WeightModel::setWeight(int row, check::Weight weight)
{
    if (rule(row).isFixed() || weight == this->weight(row))
        return;
    if (weight == rule(row).shipped)
        m_decided.remove(rule(row).id);
    else
        m_decided.insert(rule(row).id, weight);
    Q_EMIT dataChanged(index(row, RuleColumn), index(row, WeightColumn));
    Q_EMIT decidedChanged();
}

void WeightModel::shipAll()
{
    beginResetModel();
    m_decided.clear();
    endResetModel();
    Q_EMIT decidedChanged();
}

int WeightModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules->rules().size());
}

int WeightModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant WeightModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == RuleColumn ? tr("Rule") : tr("What it does");
}

QVariant WeightModel::data(const QModelIndex &index, int role) const
{
    const check::RuleInfo &info = rule(index.row());
    const check::Weight now = weight(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == RuleColumn ? ruleTitle(info.id) : weightText(now);
    case Qt::DecorationRole:
        if (index.column() == WeightColumn && now)
            return style::icon(severityIcon(*now));
        return {};
    case Qt::FontRole: {
        QFont font;
        font.setBold(m_decided.contains(info.id)); // what the site decided stands out
        return font;
    }
    case Qt::ForegroundRole:
        return now && !info.isFixed() ? QVariant() : QVariant(style::tokens().muted);
    case Qt::ToolTipRole:
        return ruleWhy(info.id);
    default:
        return {};
    }
}

Qt::ItemFlags WeightModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.column() == WeightColumn && !rule(index.row()).isFixed())
        flags |= Qt::ItemIsEditable;
    return flags;
}

QString weightText(check::Weight weight)
{
    if (!weight)
        return WeightModel::tr("Does not look");
    switch (*weight) {
    case Severity::Must:
        return WeightModel::tr("Stops publishing");
    case Severity::Should:
        return WeightModel::tr("Warns");
    case Severity::Ask:
        return WeightModel::tr("Asks to look");
    }
    return {};
}

} // namespace kakehashi::ui
