#include "publish/drift/driftrepository.h"

#include "store/query.h"

#include <algorithm>

namespace kakehashi::publish {
namespace {

const auto adopt = QStringLiteral("adopt");
const auto ignore = QStringLiteral("ignore");
const auto content = QStringLiteral("content");
const auto listing = QStringLiteral("listing");

DriftDecision readDecision(const store::Query &row)
{
    DriftDecision decision;
    decision.target = row.id(0);
    decision.path = row.text(1);
    decision.kind = row.text(2) == adopt ? DriftDecision::Kind::Adopt : DriftDecision::Kind::Ignore;
    decision.seen.kind = static_cast<FileInfo::Kind>(row.number(3));
    decision.seen.size = row.large(4);
    decision.seen.time = row.large(5);
    decision.hash = row.hash(6);
    decision.author = row.text(7);
    decision.at = row.time(8);
    return decision;
}

QHash<QString, FileInfo> seenOf(const QList<DriftDecision> &decisions, DriftDecision::Kind kind)
{
    QHash<QString, FileInfo> seen;
    for (const DriftDecision &decision : decisions) {
        if (decision.kind == kind)
            seen.insert(decision.path, decision.seen);
    }
    return seen;
}

/// Told by the sum of its files and the newest of them, see foreignFolders().
bool holdsOnlyDecided(const Drift &drift, const QList<DriftDecision> &decisions)
{
    if (drift.kind != Drift::Kind::Unknown || !drift.path.endsWith(u'/'))
        return false;
    FileInfo sum;
    for (const DriftDecision &decision : decisions) {
        if (!decision.path.startsWith(drift.path))
            continue;
        sum.size += decision.seen.size;
        sum.time = std::max(sum.time, decision.seen.time);
    }
    return sum.size > 0 && sum.size == drift.found.size && sum.time == drift.found.time;
}

} // namespace

bool DriftDecision::covers(const Drift &drift) const
{
    const bool sameContent = hash.isNull() || drift.foundHash.isNull() || hash == drift.foundHash;
    return path == drift.path && seen.looksLike(drift.found) && sameContent;
}

Result<QList<DriftDecision>> DriftRepository::decisions(const Ulid &target) const
{
    store::Query query(m_database,
                       QStringLiteral("SELECT target, path, kind, file_kind, size, time, hash, "
                                      "author, at FROM drift_decision WHERE target = ? "
                                      "ORDER BY path"));
    return query.all({target}, readDecision);
}

Result<void> DriftRepository::decide(const DriftDecision &decision)
{
    if (auto forgotten = forget(decision.target, decision.path); !forgotten)
        return forgotten;
    store::Query query(m_database,
                       QStringLiteral("INSERT INTO drift_decision (target, path, kind, file_kind, "
                                      "size, time, hash, author, at) "
                                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    const auto done = query.run({decision.target, decision.path,
                                 decision.kind == DriftDecision::Kind::Adopt ? adopt : ignore,
                                 static_cast<int>(decision.seen.kind), decision.seen.size,
                                 decision.seen.time, decision.hash, decision.author, decision.at});
    return done ? Result<void>() : Result<void>(passOn(done));
}

Result<void> DriftRepository::forget(const Ulid &target, const QString &path)
{
    store::Query query(m_database,
                       QStringLiteral("DELETE FROM drift_decision WHERE target = ? AND path = ?"));
    const auto done = query.run({target, path});
    return done ? Result<void>() : Result<void>(passOn(done));
}

Result<std::optional<DriftCheck>> DriftRepository::lastCheck(const Ulid &target) const
{
    store::Query query(m_database, QStringLiteral("SELECT at, level, findings FROM drift_check "
                                                  "WHERE target = ?"));
    return query.first({target}, [](const store::Query &row) {
        return DriftCheck{row.time(0),
                          row.text(1) == content ? Publisher::Level::Content
                                                 : Publisher::Level::Listing,
                          row.number(2)};
    });
}

Result<void> DriftRepository::noteCheck(const Ulid &target, const DriftCheck &check)
{
    store::Query query(m_database,
                       QStringLiteral("INSERT INTO drift_check (target, at, level, findings) "
                                      "VALUES (?, ?, ?, ?) ON CONFLICT (target) DO UPDATE SET "
                                      "at = excluded.at, level = excluded.level, "
                                      "findings = excluded.findings"));
    const auto done =
        query.run({target, check.at, check.level == Publisher::Level::Content ? content : listing,
                   check.findings});
    return done ? Result<void>() : Result<void>(passOn(done));
}

QList<Drift> undecided(const QList<Drift> &drifts, const QList<DriftDecision> &decisions)
{
    QList<Drift> open;
    for (const Drift &drift : drifts) {
        const bool decided =
            std::any_of(decisions.cbegin(), decisions.cend(),
                        [&drift](const DriftDecision &one) { return one.covers(drift); });
        if (!decided && !holdsOnlyDecided(drift, decisions))
            open.append(drift);
    }
    return open;
}

QHash<QString, FileInfo> keptOf(const QList<DriftDecision> &decisions)
{
    return seenOf(decisions, DriftDecision::Kind::Adopt);
}

QHash<QString, FileInfo> acceptedOf(const QList<DriftDecision> &decisions)
{
    return seenOf(decisions, DriftDecision::Kind::Ignore);
}

} // namespace kakehashi::publish
