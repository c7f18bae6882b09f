#pragma once

#include "publish/publisher.h"

#include <QHash>
#include <QJsonObject>

namespace kakehashi::store {
class Database;
}

namespace kakehashi::publish {

/// One line of the history: who published what, when, from where (table `publish_history`).
struct HistoryEntry
{
    Ulid id;
    Ulid target;
    qint64 generation = 0;
    QString transaction;
    QDateTime at; ///< UTC
    QString author;
    QString machine;
    QString approval;     ///< who allowed it and where that is written; empty: not stated
    QStringList heldBack; ///< pages that `publish --due` could not let out, waiting ever since
    int added = 0;
    int replaced = 0;
    int removed = 0;
    qint64 bytesSent = 0;
    double seconds = 0;
    QJsonObject plan; ///< toJson(Plan); empty in lists
};

/// On the database's thread; the caller of Publisher::publish records its Report.
class HistoryRepository
{
public:
    explicit HistoryRepository(store::Database &database) : m_database(database) {}

    Result<Ulid> add(const PublishParams &params, const Plan &plan, const Report &report);
    Result<QList<HistoryEntry>> list(const Ulid &target, int limit = 100) const; ///< newest first
    /// As far as the history knows: it may have come here with the site, from another machine.
    Result<QHash<Ulid, KnownPublish>> newest() const; ///< by target
    Result<HistoryEntry> entry(const Ulid &id) const; ///< with its plan

private:
    store::Database &m_database;
};

} // namespace kakehashi::publish
