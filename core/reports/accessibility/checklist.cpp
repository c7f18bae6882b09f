#include "reports/accessibility/checklist.h"

#include "check/html/document.h"
#include "reports/accessibility/traits.h"

#include "render/render.h"
#include "render/site/parallel.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <vector>

namespace kakehashi::reports {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Accessibility)
};

constexpr qsizetype mostNotes = 3;

struct Seen
{
    check::Findings findings;
    QSet<QString> traits;
};

Result<Seen> lookAt(const check::CheckContext &context, const render::SiteSnapshot &snapshot,
                    const Ulid &page)
{
    const render::PageValue *value = snapshot.page(page);
    render::RenderOptions options = context.options;
    options.preview = true; // for the lines that findings name
    const auto rendered = render::renderPage(snapshot, context.theme, options, page);
    if (!rendered)
        return passOn(rendered);
    Seen seen;
    seen.findings =
        check::checkHtml(*context.rules, snapshot, *value, rendered->html, rendered->issues);
    seen.traits = traitsOf(check::Document(rendered->html));
    return seen;
}

/// What concerns pages together or the theme as a whole. Findings of single pages are the sample's
/// own business.
check::Findings together(const check::SiteReport &report)
{
    static const QSet<QString> rules{QStringLiteral("title-unique"),
                                     QStringLiteral("accent-contrast"),
                                     QStringLiteral("focus-removed"), QStringLiteral("media-alt"),
                                     QStringLiteral("banner-title")};
    check::Findings findings;
    for (const check::Finding &finding : report.findings) {
        if (rules.contains(finding.issue.rule))
            findings.append(finding);
    }
    return findings;
}

QString noteOf(const check::Finding &finding)
{
    const int line = finding.issue.place.line;
    return line > 0 ? QStringLiteral("%1（本文%2行目）").arg(finding.issue.text).arg(line)
                    : finding.issue.text;
}

Answer answer(const Criterion &criterion, const Seen &seen)
{
    QStringList must;
    QStringList other;
    for (const check::Finding &finding : seen.findings) {
        if (!criteriaIn(finding.clause).contains(criterion.number))
            continue;
        (finding.issue.severity == Severity::Must ? must : other).append(noteOf(finding));
    }
    const auto joined = [](const QStringList &notes) {
        QString text = notes.mid(0, mostNotes).join(u'\n');
        if (notes.size() > mostNotes)
            text += QStringLiteral("\nほか%1件").arg(notes.size() - mostNotes);
        return text;
    };
    if (!must.isEmpty())
        return {Outcome::Fails, joined(must)};
    if (!other.isEmpty())
        return {Outcome::Ask, joined(other)};
    if (!seen.traits.contains(criterion.applies))
        return {Outcome::NotApplicable, QStringLiteral("対象となるコンテンツなし")};
    if (!criterion.decided.isEmpty() &&
        (criterion.needs.isEmpty() || seen.traits.contains(criterion.needs)))
        return {Outcome::Conforms, criterion.decided};
    return {Outcome::Ask, {}};
}

} // namespace

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Conforms:
        return QStringLiteral("適合");
    case Outcome::Fails:
        return QStringLiteral("不適合");
    case Outcome::NotApplicable:
        return QStringLiteral("該当なし");
    case Outcome::Ask:
        break;
    }
    return QStringLiteral("要人手確認");
}

int Checklist::count(Outcome outcome) const
{
    int sum = 0;
    for (qsizetype i = 0; i < criteria.size(); ++i)
        sum += count(i, outcome);
    return sum;
}

int Checklist::count(qsizetype criterion, Outcome outcome) const
{
    return static_cast<int>(
        std::count_if(answers.cbegin(), answers.cend(), [&](const QList<Answer> &page) {
            return page.at(criterion).outcome == outcome;
        }));
}

Outcome Checklist::overall(qsizetype criterion) const
{
    for (const Outcome outcome : {Outcome::Fails, Outcome::Ask, Outcome::Conforms}) {
        if (count(criterion, outcome) > 0)
            return outcome;
    }
    return Outcome::NotApplicable;
}

Result<Checklist> fillChecklist(const check::CheckContext &context,
                                const render::SiteSnapshot &snapshot, const TestSample &sample,
                                const QDate &date, const JobContext &job)
{
    auto all = criteria();
    if (!all)
        return passOn(all);
    const auto report = check::checkSite(context, snapshot, job);
    if (!report)
        return passOn(report);
    const check::Findings shared = together(*report);
    Checklist list;
    list.date = date;
    list.sample = sample;
    list.criteria = *std::move(all);
    std::vector<QList<Answer>> answers(static_cast<size_t>(sample.pages.size()));
    const auto fillNext = [&](size_t at) -> Result<void> {
        const TestedPage &page = sample.pages.at(static_cast<qsizetype>(at));
        auto seen = lookAt(context, snapshot, page.id);
        if (!seen)
            return passOn(seen);
        for (const check::Finding &finding : shared) {
            const QString &where = finding.issue.place.pagePath;
            if (where.isEmpty() || where == page.path)
                seen->findings.append(finding);
        }
        QList<Answer> row;
        for (const Criterion &criterion : std::as_const(list.criteria))
            row.append(answer(criterion, *seen));
        answers[at] = row;
        return {};
    };
    const auto done =
        render::inParallel(static_cast<size_t>(sample.pages.size()), context.options.threads, job,
                           Text::tr("Testing the chosen pages"), fillNext);
    if (!done)
        return passOn(done);
    list.answers = {std::make_move_iterator(answers.begin()),
                    std::make_move_iterator(answers.end())};
    return list;
}

} // namespace kakehashi::reports
