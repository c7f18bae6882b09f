#include "base/clock.h"

namespace kakehashi {
namespace {

class SystemClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace

const Clock &Clock::system()
{
    static const SystemClock clock;
    return clock;
}

QTimeZone japanTime()
{
    // Japan has had no daylight saving since 1951, so an offset is exact and needs no tz database.
    static const QTimeZone zone(9 * 3600);
    return zone;
}

QString toStored(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime fromStored(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

} // namespace kakehashi
