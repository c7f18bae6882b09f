#pragma once

#include "publish/drift/driftrepository.h"

#include <QAbstractTableModel>

#include <optional>

namespace kakehashi::ui {

struct DriftRow
{
    publish::Drift drift;
    std::optional<publish::DriftDecision> decision; ///< that covers it
};

/// All that differs, open findings first; decided ones are quiet but never hidden.
QList<DriftRow> driftRows(const QList<publish::Drift> &drifts,
                          const QList<publish::DriftDecision> &decisions);

QString driftText(publish::Drift::Kind kind);

class DriftModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { FileColumn, WhatColumn, SizeColumn, TimeColumn, DecisionColumn, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<DriftRow> &rows);
    const QList<DriftRow> &rows() const { return m_rows; }
    const DriftRow *row(int index) const; ///< nullptr when there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<DriftRow> m_rows;
};

} // namespace kakehashi::ui
