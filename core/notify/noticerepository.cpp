#include "notify/noticerepository.h"

#include "store/query.h"
#include "store/transaction.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace kakehashi::notify {
namespace {

constexpr int tooMany = 429;
const auto untilMark = QLatin1String("until ");
const auto urlsKey = QLatin1String("urls");
const auto columns = QStringLiteral("publish, at, told, waiting, status, problem");

QJsonObject stored(const QStringList &urls)
{
    return {{urlsKey, QJsonArray::fromStringList(urls)}};
}

Batch readBatch(const store::Query &row)
{
    Batch batch{row.id(0), row.id(1), row.time(2), {}};
    const QJsonArray urls = row.json(3).value(urlsKey).toArray();
    for (const QJsonValue &url : urls)
        batch.urls.append(url.toString());
    return batch;
}

Notice readNotice(const store::Query &row)
{
    return {row.id(0), row.time(1), row.number(2), row.number(3), row.number(4), row.text(5)};
}

} // namespace

QDateTime Notice::notBefore() const
{
    if (status != tooMany || !problem.startsWith(untilMark))
        return {};
    return QDateTime::fromString(problem.mid(untilMark.size()), Qt::ISODate);
}

void Notice::setNotBefore(const QDateTime &time)
{
    problem = untilMark + time.toUTC().toString(Qt::ISODate);
}

Result<void> NoticeRepository::putOut(const Ulid &publish, const QStringList &urls)
{
    if (urls.isEmpty())
        return {};
    store::Query add(m_database, QStringLiteral("INSERT INTO notice_outbox (id, publish, at, urls) "
                                                "VALUES (?, ?, ?, ?)"));
    const auto done = add.run({Ulid::generate(m_clock), publish, m_clock.now(), stored(urls)});
    return done ? Result<void>() : passOn(done);
}

Result<QList<Batch>> NoticeRepository::waiting() const
{
    store::Query query(m_database, QStringLiteral("SELECT id, publish, at, urls FROM notice_outbox "
                                                  "ORDER BY at, id"));
    return query.all({}, readBatch);
}

Result<void> NoticeRepository::settle(const QList<Batch> &batches, const QStringList &told,
                                      const Notice &outcome)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    const QSet<QString> gone(told.cbegin(), told.cend());
    store::Query forget(m_database, QStringLiteral("DELETE FROM notice_outbox WHERE id = ?"));
    store::Query keep(m_database, QStringLiteral("UPDATE notice_outbox SET urls = ? WHERE id = ?"));
    for (const Batch &batch : batches) {
        QStringList left = batch.urls;
        left.removeIf([&gone](const QString &url) { return gone.contains(url); });
        const auto done =
            left.isEmpty() ? forget.run({batch.id}) : keep.run({stored(left), batch.id});
        if (!done)
            return passOn(done);
        Notice notice = outcome;
        notice.publish = batch.publish;
        notice.waiting = static_cast<int>(left.size());
        notice.told = static_cast<int>(batch.urls.size()) - notice.waiting;
        if (auto noted = note(notice); !noted)
            return noted;
    }
    return transaction->commit();
}

Result<void> NoticeRepository::note(const Notice &notice)
{
    store::Query add(m_database, QStringLiteral("INSERT INTO notice (id, ") + columns +
                                     QStringLiteral(") VALUES (?, ?, ?, ?, ?, ?, ?)"));
    const auto done = add.run({Ulid::generate(m_clock), notice.publish, notice.at, notice.told,
                               notice.waiting, notice.status, notice.problem});
    return done ? Result<void>() : passOn(done);
}

Result<std::optional<Notice>> NoticeRepository::latestOf(const Ulid &publish) const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(" FROM notice WHERE publish = ? "
                                                      "ORDER BY at DESC, id DESC LIMIT 1"));
    return query.first({publish}, readNotice);
}

Result<std::optional<Notice>> NoticeRepository::latest() const
{
    store::Query query(m_database,
                       QStringLiteral("SELECT ") + columns +
                           QStringLiteral(" FROM notice ORDER BY at DESC, id DESC LIMIT 1"));
    return query.first({}, readNotice);
}

} // namespace kakehashi::notify
