#include "reports/seo/seoproposal.h"

#include "base/text.h"
#include "reports/template.h"

#include <algorithm>

namespace kakehashi::reports {
namespace {

using render::Data;

/// Pages named in the text of a proposal; the rest stand in the appendix of the workbook.
constexpr int mostPages = 20;

Data flag(bool value)
{
    return Data(value);
}

QString priorityText(Priority priority)
{
    switch (priority) {
    case Priority::High:
        return QStringLiteral("高");
    case Priority::Medium:
        return QStringLiteral("中");
    case Priority::Low:
        break;
    }
    return QStringLiteral("低");
}

Data figureData(const ComparedFigure &figure)
{
    Data row;
    row["label"] = reportText(figure.label);
    row["now"] = reportText(QString::number(figure.now));
    row["before"] = reportText(figure.before ? QString::number(*figure.before) : QString());
    const int change = figure.before ? figure.now - *figure.before : 0;
    QString text = figure.before ? QStringLiteral("増減なし") : QStringLiteral("－");
    if (change != 0)
        text = (change > 0 ? QStringLiteral("%1増") : QStringLiteral("%1減")).arg(std::abs(change));
    row["change"] = reportText(text);
    row["good"] = flag(change != 0 && (change > 0) == figure.moreIsBetter);
    row["bad"] = flag(change != 0 && (change > 0) != figure.moreIsBetter);
    return row;
}

Data proposalData(const Proposal &proposal, int number)
{
    Data row;
    row["number"] = reportText(QString::number(number));
    row["priority"] = reportText(priorityText(proposal.priority));
    row["high"] = flag(proposal.priority == Priority::High);
    row["title"] = reportText(proposal.title);
    row["what"] = reportText(proposal.what);
    row["why"] = reportText(proposal.why);
    row["source"] = reportText(proposal.source);
    row["effect"] = reportText(proposal.effect);
    row["effort"] = reportText(effortText(proposal.minutes));
    row["count"] = reportText(QString::number(proposal.pages.size()));
    Data pages(Data::type::list);
    for (qsizetype i = 0; i < std::min<qsizetype>(mostPages, proposal.pages.size()); ++i) {
        const ProposalPage &page = proposal.pages.at(i);
        Data each;
        each["path"] = reportText(page.path);
        each["title"] = reportText(page.title);
        each["note"] = reportText(page.note);
        render::append(pages, std::move(each));
    }
    row["pages"] = std::move(pages);
    row["noted"] = flag(std::any_of(proposal.pages.cbegin(), proposal.pages.cend(),
                                    [](const ProposalPage &page) { return !page.note.isEmpty(); }));
    const qsizetype left = proposal.pages.size() - mostPages;
    row["more"] = reportText(left > 0 ? QString::number(left) : QString());
    return row;
}

} // namespace

Result<QByteArray> toHtml(const SeoProposal &proposal)
{
    Data data;
    data["site"] = reportText(proposal.site.name);
    data["organization"] = reportText(proposal.site.organization);
    data["url"] = reportText(proposal.site.url.toString());
    data["author"] = reportText(proposal.author);
    data["date"] = reportText(eraDate(proposal.date));
    data["year"] = reportText(eraFiscalYear(proposal.date));
    data["since"] = reportText(proposal.since.isValid() ? eraDate(proposal.since) : QString());
    data["summary"] = reportText(proposal.summary);
    Data figures(Data::type::list);
    for (const ComparedFigure &figure : proposal.figures)
        render::append(figures, figureData(figure));
    data["figures"] = std::move(figures);
    Data proposals(Data::type::list);
    int number = 0;
    for (const Proposal &each : proposal.proposals)
        render::append(proposals, proposalData(each, ++number));
    data["any"] = flag(number > 0);
    data["proposals"] = std::move(proposals);
    Data done(Data::type::list);
    for (const QString &each : proposal.done)
        render::append(done, reportText(each));
    data["done"] = std::move(done);
    return filledReport(QStringLiteral("seo"), data);
}

} // namespace kakehashi::reports
