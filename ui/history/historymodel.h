#pragma once

#include "publish/historyrepository.h"
#include "ui/shell/text/datetext.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <memory>
#include <optional>

namespace kakehashi::ui {

/// One state that a target had: known from this machine's history, from the server's own list of
/// what it keeps, or both.
struct HistoryRow
{
    qint64 generation = 0;
    QString transaction;
    QDateTime at; ///< UTC
    QString author;
    QString machine;
    QString approval;
    std::optional<publish::HistoryEntry> entry;     ///< published from this site folder
    std::shared_ptr<const publish::Manifest> state; ///< what the server lists
    bool keptHere = false;                          ///< KeptStates has its manifest
    bool live = false;
};

/// Joins both sources, newest first.
QList<HistoryRow> joinHistory(const QList<publish::HistoryEntry> &entries,
                              const QList<publish::Manifest> &onServer,
                              const QList<qint64> &keptHere);

class HistoryModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        WhenColumn,
        WhoColumn,
        MachineColumn,
        ApprovalColumn,
        FilesColumn,
        SentColumn,
        TookColumn,
        Count
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<HistoryRow> &rows, const QIcon &dot);
    const HistoryRow *row(int index) const; ///< nullptr when there is none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const HistoryRow &row, int column) const;

    QList<HistoryRow> m_rows;
    QIcon m_dot;
};

} // namespace kakehashi::ui
