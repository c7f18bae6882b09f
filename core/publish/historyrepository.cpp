#include "publish/historyrepository.h"

#include "store/query.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::HistoryRepository)
};

const auto columns = QStringLiteral("id, target, generation, at, author, machine, summary");

HistoryEntry readEntry(const store::Query &row)
{
    const QJsonObject summary = row.json(6);
    HistoryEntry entry;
    entry.id = row.id(0);
    entry.target = row.id(1);
    entry.generation = row.large(2);
    entry.at = row.time(3);
    entry.author = row.text(4);
    entry.machine = row.text(5);
    entry.transaction = summary.value(QLatin1String("transaction")).toString();
    entry.approval = summary.value(QLatin1String("approval")).toString();
    for (const QJsonValue &path : summary.value(QLatin1String("heldBack")).toArray())
        entry.heldBack.append(path.toString());
    entry.added = summary.value(QLatin1String("added")).toInt();
    entry.replaced = summary.value(QLatin1String("replaced")).toInt();
    entry.removed = summary.value(QLatin1String("removed")).toInt();
    entry.bytesSent = summary.value(QLatin1String("bytesSent")).toInteger();
    entry.seconds = summary.value(QLatin1String("seconds")).toDouble();
    return entry;
}

HistoryEntry readWhole(const store::Query &row)
{
    HistoryEntry entry = readEntry(row);
    entry.plan = row.json(7);
    if (entry.plan.isEmpty()) // before the plan had a column of its own
        entry.plan = row.json(6).value(QLatin1String("plan")).toObject();
    return entry;
}

QJsonObject summaryOf(const Report &report, const QString &approval)
{
    return {{QStringLiteral("transaction"), report.transaction},
            {QStringLiteral("approval"), approval},
            {QStringLiteral("heldBack"), QJsonArray::fromStringList(report.heldBack)},
            {QStringLiteral("added"), report.added},
            {QStringLiteral("replaced"), report.replaced},
            {QStringLiteral("removed"), report.removed},
            {QStringLiteral("bytesSent"), report.bytesSent},
            {QStringLiteral("seconds"), report.seconds}};
}

} // namespace

Result<Ulid> HistoryRepository::add(const PublishParams &params, const Plan &plan,
                                    const Report &report)
{
    const Ulid id = Ulid::generate(*params.clock);
    store::Query query(m_database, QStringLiteral("INSERT INTO publish_history (") + columns +
                                       QStringLiteral(", plan) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"));
    const auto done =
        query.run({id, params.target.id, report.generation, report.finished, params.author,
                   params.machine, summaryOf(report, params.approval.simplified()), toJson(plan)});
    if (!done)
        return passOn(done);
    return id;
}

Result<QList<HistoryEntry>> HistoryRepository::list(const Ulid &target, int limit) const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(" FROM publish_history WHERE target = ? "
                                                      "ORDER BY at DESC, id DESC LIMIT ?"));
    return query.all({target, limit}, readEntry);
}

Result<QHash<Ulid, KnownPublish>> HistoryRepository::newest() const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(" FROM publish_history AS line "
                                                      "WHERE generation = (SELECT MAX(generation) "
                                                      "FROM publish_history AS other "
                                                      "WHERE other.target = line.target)"));
    const auto found = query.all({}, readEntry);
    if (!found)
        return passOn(found);
    QHash<Ulid, KnownPublish> newest;
    for (const HistoryEntry &entry : *found)
        newest.insert(entry.target, {entry.generation, entry.transaction, entry.at});
    return newest;
}

Result<HistoryEntry> HistoryRepository::entry(const Ulid &id) const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(", plan FROM publish_history WHERE id = ?"));
    const auto found = query.first({id}, readWhole);
    if (!found)
        return passOn(found);
    if (*found)
        return **found;
    return fail(ErrorCode::NotFound, Text::tr("This publish is not in the history."));
}

} // namespace kakehashi::publish
