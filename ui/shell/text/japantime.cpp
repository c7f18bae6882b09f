#include "ui/shell/text/japantime.h"

#include "base/clock.h"

namespace kakehashi::ui {

QDateTime shownTime(const QDateTime &stored)
{
    if (!stored.isValid())
        return {};
    const QDateTime japan = stored.toTimeZone(japanTime());
    return {japan.date(), japan.time(), Qt::UTC};
}

QDateTime storedTime(const QDateTime &shown)
{
    if (!shown.isValid())
        return {};
    return QDateTime(shown.date(), shown.time(), japanTime()).toUTC();
}

} // namespace kakehashi::ui
