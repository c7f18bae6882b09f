#include "notify/searchengines.h"

#include "base/clock.h"
#include "content/site/indexnow.h"
#include "notify/changedpages.h"

#include <QCoreApplication>
#include <QLocale>

namespace kakehashi::notify {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::SearchNotice)
};

QString hostOf(const QUrl &url)
{
    const QString host = url.host(QUrl::FullyEncoded);
    return url.port() < 0 ? host : host + u':' + QString::number(url.port());
}

Letter letterFor(const content::SiteSettings &site, const QList<Batch> &batches)
{
    Letter letter{content::indexNowEndpoint(site.indexNow),
                  hostOf(site.url),
                  site.indexNow.key,
                  content::indexNowKeyUrl(site),
                  {}};
    for (const Batch &batch : batches)
        letter.urls += batch.urls;
    letter.urls.removeDuplicates();
    return letter;
}

/// Addresses of a host that the site had once are nobody's news any more.
QStringList formerAddresses(const QList<Batch> &batches, const QString &host)
{
    QStringList former;
    for (const Batch &batch : batches)
        for (const QString &url : batch.urls)
            if (hostOf(QUrl(url)) != host)
                former.append(url);
    return former;
}

QString reasonOf(const Notice &notice, const content::SiteSettings &site)
{
    switch (notice.status) {
    case 0:
        return Text::tr("They did not answer (%1).").arg(notice.problem);
    case 400:
        return Text::tr("They could not read what was sent (answer 400).");
    case 403:
        return Text::tr("They could not find the key of this site (answer 403). Publish once more "
                        "so that %1 is there, or wait until they have read it.")
            .arg(content::indexNowKeyUrl(site).toString());
    case 422:
        return Text::tr("The addresses do not belong to %1 for them, or the key there is another "
                        "one (answer 422). See that the public address in the settings is right, "
                        "and publish.")
            .arg(hostOf(site.url));
    case 429:
        if (const QDateTime until = notice.notBefore(); until.isValid())
            return Text::tr("They want to hear nothing before %1 (answer 429): too many requests "
                            "in a short time.")
                .arg(QLocale().toString(until.toTimeZone(japanTime()), QLocale::ShortFormat));
        return Text::tr("They ask for patience (answer 429): too many requests in a short time.");
    default:
        return Text::tr("They answered %1.").arg(notice.status);
    }
}

/// What somebody asks for years of is not believed, nor a time from a wrong clock.
bool isTooEarly(const QDateTime &notBefore, const QDateTime &now)
{
    constexpr qint64 longest = 7 * 24 * 3600; // seconds
    return notBefore.isValid() && now < notBefore && now.secsTo(notBefore) <= longest;
}

} // namespace

bool concernsSearchEngines(const content::SiteSettings &site, const publish::Target &target,
                           QString *why)
{
    if (!site.indexNow.isOn || target.noindex || !target.visitorUser.isEmpty())
        return false;
    const QUrl url(target.url);
    if (!url.host().isEmpty() && hostOf(url) == hostOf(site.url))
        return true;
    if (why)
        *why = Text::tr("Search engines were not told: by its settings, %1 is not where visitors "
                        "find %2.")
                   .arg(target.name, site.url.toString());
    return false;
}

Result<void> putOut(store::Database &database, const content::SiteSettings &site,
                    const Published &published, const render::ByteSource &bytes)
{
    if (!concernsSearchEngines(site, published.target))
        return {};
    return NoticeRepository(database).putOut(published.history,
                                             changedUrls(published.plan, bytes, site.url));
}

Result<Notice> tellWaiting(store::Database &database, const content::SiteSettings &site,
                           const JobContext &context, Manners manners, const Clock &clock)
{
    if (!site.indexNow.isOn)
        return fail(ErrorCode::Refused,
                    Text::tr("Telling search engines is switched off in the settings."));
    if (auto sound = content::checkIndexNow(site); !sound)
        return passOn(sound);
    NoticeRepository notices(database, clock);
    const auto batches = notices.waiting();
    if (!batches)
        return passOn(batches);
    Letter letter = letterFor(site, *batches);
    const QStringList former = formerAddresses(*batches, letter.host);
    for (const QString &url : former)
        letter.urls.removeOne(url);
    if (manners.agent.isEmpty())
        manners.agent = "Kakehashi-IndexNow/1.0 (+" + site.url.toEncoded() + ')';
    const auto last = notices.latest();
    if (!last)
        return passOn(last);
    const bool mustWait = *last && isTooEarly((*last)->notBefore(), clock.now());
    Answer answer;
    if (!letter.urls.isEmpty() && !mustWait)
        answer = send(letter, manners, context);
    Notice notice{{},
                  clock.now(),
                  static_cast<int>(answer.taken),
                  static_cast<int>(letter.urls.size() - answer.taken),
                  answer.status,
                  answer.isCancelled ? Text::tr("stopped") : answer.problem};
    if (mustWait && notice.waiting > 0) {
        notice.status = (*last)->status;
        notice.problem = (*last)->problem;
    } else if (answer.pause > manners.longestPause) {
        notice.setNotBefore(clock.now().addMSecs(answer.pause.count()));
    }
    if (const auto settled =
            notices.settle(*batches, former + letter.urls.first(answer.taken), notice);
        !settled)
        return passOn(settled);
    return notice;
}

QString sentenceOf(const Notice &notice, const content::SiteSettings &site)
{
    const QString told =
        Text::tr("Search engines were told of %n changed page(s).", nullptr, notice.told);
    if (notice.waiting == 0)
        return notice.told == 0 ? QString() : told;
    const QString rest =
        Text::tr("%n page(s) wait and are sent with the next publish.", nullptr, notice.waiting);
    const QString head =
        notice.told > 0 ? told : Text::tr("Search engines were not told of the changes.");
    return head + u' ' + reasonOf(notice, site) + u' ' + rest;
}

} // namespace kakehashi::notify
