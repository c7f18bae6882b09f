#include "ui/today/todaylines.h"

#include "banner/bannerrepository.h"
#include "base/clock.h"
#include "check/site/rights.h"
#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "publish/historyrepository.h"
#include "publish/targetrepository.h"
#include "statistics/seriesrepository.h"
#include "ui/history/servertoday.h"
#include "ui/shell/session.h"
#include "ui/shell/text/datetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::Today)
};

constexpr int bannerWarningDays = 14;

QDate todayInJapan(Session &session)
{
    return session.workspace().clock().now().toTimeZone(japanTime()).date();
}

/// What a repository has, or nothing after the failure was shown.
template <typename T>
T shown(Session &session, const Result<T> &result)
{
    if (!result)
        session.showError(result.error());
    return result.value_or(T());
}

std::function<void(Session &)> toPanel(const QString &panel)
{
    return [panel](Session &session) { session.showPanel(panel); };
}

std::function<void(Session &)> toPage(const Ulid &page)
{
    return [page](Session &session) {
        if (session.openPage(page))
            session.showPanel(QStringLiteral("pages"));
    };
}

QString byWhom(const publish::HistoryEntry &entry)
{
    if (entry.author.isEmpty())
        return dayText(entry.at);
    return Text::tr("%1 by %2").arg(dayText(entry.at), entry.author);
}

} // namespace

/// As the check panel's badge says, which is kept by whoever checked last.
TodayGroup publishStoppers(Session &session)
{
    TodayGroup group{Text::tr("Check"), {}};
    const int musts = QLocale().toInt(session.badge(QStringLiteral("check")));
    if (musts > 0)
        group.lines.append({QStringLiteral("error"),
                            Text::tr("%n problem(s) stop the next publish", nullptr, musts),
                            Text::tr("The list shows each place and how to mend it."),
                            toPanel(QStringLiteral("check"))});
    return group;
}

TodayGroup waitingPages(Session &session)
{
    TodayGroup group{Text::tr("Waiting to be published"), {}};
    for (const content::PageEntry &entry : shown(session, session.workspace().pages().list())) {
        const auto state = content::stateOf(entry.page);
        const bool fresh = state == content::PageState::Draft;
        if (!fresh && state != content::PageState::Changed && !entry.hasDraft)
            continue;
        const QString who = entry.author.isEmpty()
                                ? dayText(entry.updatedAt)
                                : Text::tr("%1, %2").arg(entry.author, dayText(entry.updatedAt));
        const QString note = fresh ? Text::tr("New page — %1").arg(who)
                                   : Text::tr("Changed since it was published — %1").arg(who);
        group.lines.append({fresh ? QStringLiteral("new") : QStringLiteral("edit"), entry.title,
                            note, toPage(entry.page.id)});
    }
    return group;
}

TodayGroup endingBanners(Session &session)
{
    TodayGroup group{Text::tr("Banners"), {}};
    const QDateTime now = session.workspace().clock().now();
    for (const banner::Banner &banner : shown(session, session.workspace().banners().list())) {
        if (!banner.enabled || !banner.closes.isValid())
            continue;
        const qint64 days = now.daysTo(banner.closes);
        if (days > bannerWarningDays)
            continue;
        const QString note = banner.closes <= now
                                 ? Text::tr("Ended on %1").arg(dayText(banner.closes))
                                 : Text::tr("Ends on %1").arg(dayText(banner.closes));
        group.lines.append(
            {QStringLiteral("banner"), banner.title, note, toPanel(QStringLiteral("banners"))});
    }
    return group;
}

TodayGroup endingRights(Session &session)
{
    TodayGroup group{Text::tr("Pictures and files"), {}};
    const QDate today = todayInJapan(session);
    content::MediaRepository &media = session.workspace().media();
    for (const content::MediaAsset &asset : shown(session, media.list())) {
        if (!asset.rightsUntil.isValid() ||
            today.daysTo(asset.rightsUntil) > check::rightsWarningDays ||
            shown(session, media.uses(asset.id)).isEmpty())
            continue;
        const QString day = QLocale().toString(asset.rightsUntil, QLocale::ShortFormat);
        const QString note = asset.rightsUntil < today
                                 ? Text::tr("Might be shown until %1").arg(day)
                                 : Text::tr("May be shown until %1").arg(day);
        group.lines.append(
            {QStringLiteral("media"), asset.fileName, note, toPanel(QStringLiteral("media"))});
    }
    return group;
}

TodayGroup missingFigures(Session &session)
{
    TodayGroup group{Text::tr("Figures to enter"), {}};
    // A month's figure comes from the prefecture after its end, so last month's is the newest due.
    const QDate due =
        statistics::periodStart(statistics::Period::Month, todayInJapan(session).addMonths(-1));
    for (const statistics::SeriesData &data : shown(session, session.workspace().series().all())) {
        if (data.series.period != statistics::Period::Month)
            continue;
        const bool there =
            std::any_of(data.observations.cbegin(), data.observations.cend(),
                        [&due](const statistics::Observation &one) { return one.date >= due; });
        if (there)
            continue;
        group.lines.append({QStringLiteral("statistics"), data.series.title,
                            Text::tr("The value of %1 is missing").arg(monthText(due)),
                            toPanel(QStringLiteral("statistics"))});
    }
    return group;
}

TodayGroup lastPublishes(Session &session)
{
    TodayGroup group{Text::tr("Last publish"), {}};
    store::Database &database = session.workspace().database();
    const publish::HistoryRepository history(database);
    for (const publish::Target &target :
         shown(session, publish::TargetRepository(database).all())) {
        const auto entries = history.list(target.id, 1);
        const bool never = !entries || entries->isEmpty();
        const QString note = never ? Text::tr("Never published") : byWhom(entries->constFirst());
        group.lines.append(
            {QStringLiteral("server"), target.name, note, toPanel(QStringLiteral("publish"))});
    }
    if (group.lines.isEmpty())
        group.lines.append({QStringLiteral("server"), Text::tr("Set up where to publish"),
                            Text::tr("There is no server yet to publish to."),
                            toPanel(QStringLiteral("targets"))});
    return group;
}

const QList<TodaySource> &allTodaySources()
{
    static const QList<TodaySource> sources{serverConcerns, publishStoppers, waitingPages,
                                            endingBanners,  endingRights,    missingFigures,
                                            lastPublishes};
    return sources;
}

} // namespace kakehashi::ui
