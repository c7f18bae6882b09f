#include "publish/rollback/cutoff.h"

#include "publish/connection/localtrace.h"

#include <QTimeZone>

namespace kakehashi::publish {
namespace {

/// The first ten characters are milliseconds since 1970 in Crockford's base 32.
QDateTime timeOf(const QString &ulid)
{
    static const QString digits = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    qint64 milliseconds = 0;
    for (const QChar digit : ulid.left(10)) {
        const qsizetype value = digits.indexOf(digit.toUpper());
        if (value < 0)
            return {};
        milliseconds = milliseconds * 32 + value;
    }
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

} // namespace

std::optional<CutOff> cutOffPublish(const QString &journalFolder, const Target &target)
{
    LocalTrace trace(journalFolder, target);
    if (trace.running().isEmpty() || trace.isClaimed())
        return std::nullopt;
    const QString transaction = trace.running().constLast();
    return CutOff{transaction, timeOf(transaction)};
}

} // namespace kakehashi::publish
