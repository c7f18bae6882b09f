#include "sitecheck.h"

#include "commands.h"

#include "check/gate/exceptionrepository.h"

namespace kakehashi::cli {

Result<SiteCheck> checkSite(workspace::Workspace &site, const workspace::SnapshotOptions &options,
                            const JobContext &job)
{
    const auto snapshot = site.snapshot(options);
    if (!snapshot)
        return passOn(snapshot);
    Issue themeIssue;
    const auto theme = site.theme(&themeIssue);
    if (!theme)
        return passOn(theme);
    const auto rules = check::RuleBook::builtIn();
    if (!rules)
        return passOn(rules);
    const auto holding = check::ExceptionRepository(site.database()).holding();
    if (!holding)
        return passOn(holding);
    auto report = check::checkSite({*rules, **theme, site.renderOptions()}, **snapshot, job);
    if (!report)
        return passOn(report);
    if (!themeIssue.text.isEmpty())
        report->findings.prepend(check::Finding{themeIssue});
    check::Gate gate = check::gateOf(report->findings, **snapshot, *holding);
    return SiteCheck{*snapshot, *theme, std::move(*report), std::move(gate)};
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
