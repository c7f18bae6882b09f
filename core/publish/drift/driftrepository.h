#pragma once

#include "publish/publisher.h"

#include <QDateTime>

#include <optional>

namespace kakehashi::store {
class Database;
}

namespace kakehashi::publish {

/// What a person decided about a file on the server that is not as it was published. It holds for
/// the file as it was seen then; when that changes again, it is reported again.
struct DriftDecision
{
    enum class Kind {
        Ignore, ///< is not reported
        Adopt,  ///< is not reported, and publishing leaves the file as it is
    };

    Ulid target;
    QString path;
    Kind kind = Kind::Ignore;
    FileInfo seen;
    Sha256 hash; ///< null when only the listing was looked at
    QString author;
    QDateTime at; ///< UTC

    bool covers(const Drift &drift) const;
};

/// The last comparison of a target with what was published there, by whomever it was started.
struct DriftCheck
{
    QDateTime at; ///< UTC
    Publisher::Level level = Publisher::Level::Listing;
    int findings = 0; ///< that nobody had decided about
};

/// Tables `drift_decision` and `drift_check`. On the database's thread.
class DriftRepository
{
public:
    explicit DriftRepository(store::Database &database) : m_database(database) {}

    Result<QList<DriftDecision>> decisions(const Ulid &target) const; ///< by path
    Result<void> decide(const DriftDecision &decision);               ///< replaces an earlier one
    Result<void> forget(const Ulid &target, const QString &path);

    Result<std::optional<DriftCheck>> lastCheck(const Ulid &target) const;
    Result<void> noteCheck(const Ulid &target, const DriftCheck &check);

private:
    store::Database &m_database;
};

/// Those of `drifts` that nobody has decided about. About a folder of others it is decided when it
/// holds nothing but files that were.
QList<Drift> undecided(const QList<Drift> &drifts, const QList<DriftDecision> &decisions);

/// What publishing has to know of them, for as long as the files look so: adopted ones are kept
/// (PlanOptions::kept),
QHash<QString, FileInfo> keptOf(const QList<DriftDecision> &decisions);
/// and ignored ones are left alone (PlanOptions::accepted).
QHash<QString, FileInfo> acceptedOf(const QList<DriftDecision> &decisions);

} // namespace kakehashi::publish
