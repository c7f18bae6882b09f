#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace kakehashi::ui {

class Session;

/// One thing that wants attention, and the way to it.
struct TodayLine
{
    QString icon;
    QString text;
    QString note = {}; ///< quiet second line
    std::function<void(Session &)> go;
};

struct TodayGroup
{
    QString title;
    QList<TodayLine> lines;
};

/// One source of lines; a new concern of the day is one more in allTodaySources().
using TodaySource = std::function<TodayGroup(Session &)>;

TodayGroup publishStoppers(Session &session);
TodayGroup waitingPages(Session &session);
TodayGroup endingBanners(Session &session);
TodayGroup endingRights(Session &session);
TodayGroup missingFigures(Session &session);
TodayGroup lastPublishes(Session &session);

/// In the order in which they are shown.
const QList<TodaySource> &allTodaySources();

} // namespace kakehashi::ui
