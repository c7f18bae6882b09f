#pragma once

#include "base/result.h"
#include "workspace/parts/stores.h"

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
    QList<Error> failures = {}; ///< what could not be read
    QString urgent = {};        ///< told in the message bar too, once for each open site
    QString urgentPanel = {};   ///< where it is answered
};

/// What the sources read, of the thread that reads it.
struct TodayFacts
{
    TodayFacts(Session &session); ///< the window's own
    TodayFacts(const workspace::SiteStores &own, int problems) : stores(own), musts(problems) {}

    workspace::SiteStores stores;
    int musts = 0; ///< as the check panel's badge says, which is kept by whoever checked last
};

/// One source of lines; a new concern of the day is one more in allTodaySources(). Any thread: the
/// window's own reads nothing while somebody waits.
using TodaySource = std::function<TodayGroup(const TodayFacts &)>;

TodayGroup publishStoppers(const TodayFacts &facts);
TodayGroup waitingPages(const TodayFacts &facts);
TodayGroup endingBanners(const TodayFacts &facts);
TodayGroup endingRights(const TodayFacts &facts);
TodayGroup missingFigures(const TodayFacts &facts);
TodayGroup lastPublishes(const TodayFacts &facts);

/// In the order in which they are shown.
const QList<TodaySource> &allTodaySources();

/// All groups, read by a worker with a connection of its own. `folder` is the open site's.
Result<QList<TodayGroup>> readToday(const QString &folder, const Clock &clock, int musts);

/// Shows what could not be read, and what is urgent once for each open site.
void tellNews(Session &session, const QList<TodayGroup> &groups);

} // namespace kakehashi::ui
