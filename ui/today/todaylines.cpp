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

QDate todayInJapan(const TodayFacts &facts)
{
    return facts.stores.clock.now().toTimeZone(japanTime()).date();
}

/// What a repository has, or nothing after the failure was noted.
template <typename T>
T noted(TodayGroup &group, const Result<T> &result)
{
    if (!result)
        group.failures.append(result.error());
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

TodayFacts::TodayFacts(Session &session)
    : stores(session.workspace().stores())
    , musts(QLocale().toInt(session.badge(QStringLiteral("check"))))
{}

TodayGroup publishStoppers(const TodayFacts &facts)
{
    TodayGroup group{Text::tr("Check"), {}};
    if (facts.musts > 0)
        group.lines.append({QStringLiteral("error"),
                            Text::tr("%n problem(s) stop the next publish", nullptr, facts.musts),
                            Text::tr("The list shows each place and how to mend it."),
                            toPanel(QStringLiteral("check"))});
    return group;
}

TodayGroup waitingPages(const TodayFacts &facts)
{
    TodayGroup group{Text::tr("Waiting to be published"), {}};
    for (const content::PageEntry &entry : noted(group, facts.stores.pages.list())) {
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

TodayGroup endingBanners(const TodayFacts &facts)
{
    TodayGroup group{Text::tr("Banners"), {}};
    const QDateTime now = facts.stores.clock.now();
    for (const banner::Banner &banner : noted(group, facts.stores.banners.list())) {
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

TodayGroup endingRights(const TodayFacts &facts)
{
    TodayGroup group{Text::tr("Pictures and files"), {}};
    const QDate today = todayInJapan(facts);
    content::MediaRepository &media = facts.stores.media;
    for (const content::MediaAsset &asset : noted(group, media.list())) {
        if (!asset.rightsUntil.isValid() ||
            today.daysTo(asset.rightsUntil) > check::rightsWarningDays ||
            noted(group, media.uses(asset.id)).isEmpty())
            continue;
        const QString day = dateText(asset.rightsUntil);
        const QString note = asset.rightsUntil < today
                                 ? Text::tr("Might be shown until %1").arg(day)
                                 : Text::tr("May be shown until %1").arg(day);
        group.lines.append(
            {QStringLiteral("media"), asset.fileName, note, toPanel(QStringLiteral("media"))});
    }
    return group;
}

TodayGroup missingFigures(const TodayFacts &facts)
{
    TodayGroup group{Text::tr("Figures to enter"), {}};
    // A month's figure comes from the prefecture after its end, so last month's is the newest due.
    const QDate due =
        statistics::periodStart(statistics::Period::Month, todayInJapan(facts).addMonths(-1));
    for (const statistics::SeriesData &data : noted(group, facts.stores.series.all())) {
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

TodayGroup lastPublishes(const TodayFacts &facts)
{
    TodayGroup group{Text::tr("Last publish"), {}};
    store::Database &database = facts.stores.database;
    const publish::HistoryRepository history(database);
    for (const publish::Target &target : noted(group, publish::TargetRepository(database).all())) {
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

Result<QList<TodayGroup>> readToday(const QString &folder, const Clock &clock, int musts)
{
    const auto own = workspace::OwnStores::open(folder, clock);
    if (!own)
        return passOn(own);
    const TodayFacts facts((*own)->stores(), musts);
    QList<TodayGroup> groups;
    for (const TodaySource &source : allTodaySources())
        groups.append(source(facts));
    return groups;
}

void tellNews(Session &session, const QList<TodayGroup> &groups)
{
    constexpr auto told = "toldOfToday";
    for (const TodayGroup &group : groups) {
        for (const Error &failure : group.failures)
            session.showError(failure);
        if (group.urgent.isEmpty() || session.property(told).toBool())
            continue;
        session.setProperty(told, true);
        session.showMessage({Message::Level::Warning, group.urgent,
                             Text::tr("Finish it or take it back…"),
                             [&session, panel = group.urgentPanel] { session.showPanel(panel); }});
    }
}

} // namespace kakehashi::ui
