#include "check/outside/outsidefindings.h"

#include "check/rules/rule.h"
#include "check/source/pagetexts.h"

#include <QCoreApplication>

namespace kakehashi::check {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::OutsideLinks)
};

constexpr qint64 longEnough = 3600; ///< seconds between the first and the latest failure
const auto prefix = QLatin1String("link-outside-");

struct Verdict
{
    QString rule; ///< empty: nothing to say
    QString text;
};

Verdict verdictOn(const OutsideState &state)
{
    const LinkAnswer &answer = state.answer;
    if (!answer.movedTo.isEmpty())
        return {prefix + QStringLiteral("moved"),
                Text::tr("%1 has moved to %2.").arg(answer.url, answer.movedTo)};
    if (answer.isGood())
        return {};
    if (answer.isGone())
        return {
            prefix + QStringLiteral("broken"),
            Text::tr("%1 is not there any more (answer %2).").arg(answer.url).arg(answer.status)};
    const QString why =
        answer.status > 0 ? Text::tr("answer %1").arg(answer.status) : answer.problem.simplified();
    const bool keepsFailing =
        state.failures > 1 && state.failingSince.secsTo(answer.at) >= longEnough;
    return {prefix + (keepsFailing ? QStringLiteral("broken") : QStringLiteral("silent")),
            keepsFailing
                ? Text::tr("%1 has not answered %n times in a row (%2).", nullptr, state.failures)
                      .arg(answer.url, why)
                : Text::tr("%1 did not answer (%2). Ask again another day.").arg(answer.url, why)};
}

/// Where the address stands in the text, and the new one for it.
void placeExactly(Finding &finding, const render::SiteSnapshot &snapshot, const LinkAnswer &answer)
{
    const render::PageValue *page = snapshot.pageAt(finding.issue.place.pagePath);
    const int line = finding.issue.place.line;
    if (!page || line <= 0)
        return;
    finding.part = QStringLiteral("body");
    const auto texts = textsOf(page->content, content::kindNamed(snapshot.kinds, page->kind));
    const SourceText &body = texts.front();
    const auto range = body.findOnce(answer.url, line, line);
    if (!range)
        return;
    finding.issue.place = body.place(*range);
    finding.issue.place.pagePath = page->path;
    if (!answer.movedTo.isEmpty())
        finding.fix = Fix{finding.part, range->begin, answer.url, answer.movedTo,
                          Text::tr("Change to \"%1\"").arg(excerpt(answer.movedTo))};
}

} // namespace

Findings outsideFindings(const RuleBook &rules, const render::SiteSnapshot &snapshot,
                         const SiteReport &report, const QHash<QString, OutsideState> &answers)
{
    Findings findings;
    for (auto link = report.outside.cbegin(); link != report.outside.cend(); ++link) {
        const auto state = answers.constFind(link.key());
        const Verdict verdict = state == answers.cend() ? Verdict() : verdictOn(*state);
        const RuleInfo info = rules.info(verdict.rule);
        if (verdict.rule.isEmpty() || !info.enabled)
            continue;
        for (const OutsidePlace &place : link.value()) {
            Finding finding;
            finding.issue = {info.severity, info.id, verdict.text, {}};
            finding.issue.place.pagePath = place.pagePath;
            finding.issue.place.line = place.line;
            finding.clause = info.clause;
            finding.fromTheme = place.line == 0;
            placeExactly(finding, snapshot, state->answer);
            findings.append(finding);
        }
    }
    return findings;
}

void mergeOutside(SiteReport &report, const Findings &outside)
{
    report.findings.removeIf(
        [](const Finding &finding) { return finding.issue.rule.startsWith(prefix); });
    report.findings += outside;
    sortFindings(report.findings);
}

} // namespace kakehashi::check
