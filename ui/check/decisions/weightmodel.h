#pragma once

#include "check/rulebook.h"

#include <QAbstractTableModel>
#include <QHash>

namespace kakehashi::ui {

/// All rules with their weights, as a person changes them; nothing is stored.
class WeightModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { RuleColumn, WeightColumn, ColumnCount };

    WeightModel(check::RuleBook::Ptr rules, const QHash<QString, check::Weight> &decided,
                QObject *parent);

    /// Only what differs from the rules as they ship.
    const QHash<QString, check::Weight> &decided() const { return m_decided; }
    const check::RuleInfo &rule(int row) const { return m_rules->rules().at(row); }
    check::Weight weight(int row) const;
    void setWeight(int row, check::Weight weight);
    void shipAll(); ///< as if nothing had been decided

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void decidedChanged();

private:
    check::RuleBook::Ptr m_rules;
    QHash<QString, check::Weight> m_decided;
};

QString weightText(check::Weight weight);

} // namespace kakehashi::ui
