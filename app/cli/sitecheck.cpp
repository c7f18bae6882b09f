#include "sitecheck.h"

#include "commands.h"

#include "check/decisions/decisionrepository.h"
#include "check/outside/outsidefindings.h"
#include "content/site/siterepository.h"
#include "delivery/source/content.h"
#include "workspace/layout.h"

#include <QEventLoop>
#include <QTimer>

namespace kakehashi::cli {

Result<SiteCheck> checkSite(workspace::Workspace &site, const workspace::SnapshotOptions &options,
                            const JobContext &job)
{
    workspace::ThemeFolder theme(workspace::layout::themeIn(site.folder()));
    const auto content = delivery::contentOf(site.stores(), theme, options);
    if (!content)
        return passOn(content);
    auto checked = delivery::runCheck(*content, job);
    if (!checked)
        return passOn(checked);
    return SiteCheck{content->snapshot, std::move(checked->report), std::move(checked->gate)};
}

Result<void> askOutside(workspace::Workspace &site, SiteCheck &checked, const JobContext &job)
{
    const auto settings = site.site().settings();
    if (!settings)
        return passOn(settings);
    check::ProbeOptions options;
    options.agent = "Kakehashi-LinkCheck/1.0 (+" + settings->url.toEncoded() + ')';
    check::LinkProber prober(options, site.clock());
    check::OutsideLinkRepository answers(site.database());
    Result<void> outcome;
    QEventLoop loop; // the only one: the command line has none of its own
    QObject::connect(&prober, &check::LinkProber::answered, &loop,
                     [&](const check::LinkAnswer &answer) {
                         if (outcome)
                             outcome = answers.note(answer);
                         if (!outcome || job.cancel.isCancelled())
                             prober.cancel();
                     });
    QObject::connect(&prober, &check::LinkProber::progressed, &loop,
                     [&job](const Progress &now) { job.report(now); });
    QObject::connect(&prober, &check::LinkProber::finished, &loop, [&](bool wasCancelled) {
        if (outcome && wasCancelled)
            outcome = cancelled();
        loop.quit();
    });
    QTimer::singleShot(0, &loop, [&] { prober.start(checked.report.outside.keys()); });
    loop.exec();
    if (!outcome)
        return outcome;
    const auto rules = check::siteRules(site.database());
    const auto known = answers.all();
    if (!rules || !known)
        return rules ? Result<void>(passOn(known)) : Result<void>(passOn(rules));
    check::mergeOutside(checked.report,
                        check::outsideFindings(**rules, *checked.snapshot, checked.report, *known));
    return {};
}

QJsonObject toJson(const check::Finding &finding)
{
    QJsonObject json = toJson(finding.issue);
    json.insert(QStringLiteral("length"), finding.issue.place.length);
    json.insert(QStringLiteral("part"), finding.part);
    json.insert(QStringLiteral("clause"), finding.clause);
    if (finding.fix)
        json.insert(QStringLiteral("fix"),
                    QJsonObject{{QStringLiteral("label"), finding.fix->label},
                                {QStringLiteral("original"), finding.fix->original},
                                {QStringLiteral("replacement"), finding.fix->replacement}});
    return json;
}

QJsonArray toJson(const check::Findings &findings)
{
    QJsonArray array;
    for (const check::Finding &finding : findings)
        array.append(toJson(finding));
    return array;
}

QJsonArray toJson(const QList<check::Excepted> &excepted)
{
    QJsonArray array;
    for (const auto &[finding, exception] : excepted) {
        QJsonObject json = toJson(finding);
        json.insert(QStringLiteral("exception"),
                    QJsonObject{{QStringLiteral("id"), exception.id.toString()},
                                {QStringLiteral("reason"), exception.reason},
                                {QStringLiteral("author"), exception.author},
                                {QStringLiteral("at"), toStored(exception.at)}});
        array.append(json);
    }
    return array;
}

QString toLine(const check::Finding &finding)
{
    Issue issue = finding.issue;
    if (!finding.part.isEmpty() && finding.part != QLatin1String("body"))
        issue.place.pagePath += u'#' + finding.part;
    return toLine(issue);
}

} // namespace kakehashi::cli
