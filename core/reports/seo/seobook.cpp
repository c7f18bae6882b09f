#include "reports/seo/seoproposal.h"

#include "base/text.h"

namespace kakehashi::reports {
namespace {

using tabular::Cell;
using tabular::Column;
using tabular::Row;
using tabular::Sheet;
using tabular::Tone;

QString priorityText(Priority priority)
{
    static const QStringList names{QStringLiteral("高"), QStringLiteral("中"),
                                   QStringLiteral("低")};
    return names.at(static_cast<int>(priority));
}

Sheet figuresSheet(const SeoProposal &proposal)
{
    Sheet sheet;
    sheet.name = QStringLiteral("概要と数値");
    sheet.title = proposal.site.name + QStringLiteral("　SEO提案書");
    sheet.isLandscape = false;
    sheet.hasFilter = false;
    sheet.notes = {QStringLiteral("%1 御中").arg(proposal.site.organization),
                   eraDate(proposal.date) +
                       (proposal.author.isEmpty() ? QString() : u'　' + proposal.author)};
    // Notes do not wrap, so the summary goes into sentences.
    for (const QString &sentence : proposal.summary.split(u'。', Qt::SkipEmptyParts))
        sheet.notes.append(sentence + u'。');
    const QString before = proposal.since.isValid()
                               ? QStringLiteral("前回（%1）").arg(eraDate(proposal.since))
                               : QStringLiteral("前回");
    sheet.columns = {{QStringLiteral("項目"), 40},
                     {QStringLiteral("今回"), 12},
                     {before, 26},
                     {QStringLiteral("増減"), 12}};
    for (const ComparedFigure &figure : proposal.figures) {
        Row row{{figure.label}, {double(figure.now)}};
        if (figure.before) {
            const int change = figure.now - *figure.before;
            const bool isBetter = (change > 0) == figure.moreIsBetter;
            const Tone tone = change == 0 ? Tone::Plain : isBetter ? Tone::Good : Tone::Bad;
            row << Cell{double(*figure.before)} << Cell{double(change), tone};
        } else {
            row << Cell{QStringLiteral("－")} << Cell{QStringLiteral("－")};
        }
        sheet.rows.append(row);
    }
    return sheet;
}

Sheet proposalsSheet(const SeoProposal &proposal)
{
    Sheet sheet;
    sheet.name = QStringLiteral("提案");
    sheet.title = QStringLiteral("提案する対策（優先順）");
    sheet.columns = {
        {QStringLiteral("番号"), 6},
        {QStringLiteral("優先度"), 8},
        {QStringLiteral("対策"), 22},
        {QStringLiteral("件数"), 7},
        {QStringLiteral("内容"), 32},
        {QStringLiteral("理由"), 32},
        {QStringLiteral("根拠"), 18},
        {QStringLiteral("期待される効果"), 24},
        {QStringLiteral("作業量"), 12},
        {QStringLiteral("県の判断"),
         12,
         0,
         {QStringLiteral("実施する"), QStringLiteral("見送る"), QStringLiteral("協議する")}}};
    sheet.frozenColumns = 3;
    int number = 0;
    for (const Proposal &each : proposal.proposals) {
        const Tone tone = each.priority == Priority::High ? Tone::Caution : Tone::Plain;
        sheet.rows.append(Row{{double(++number)},
                              {priorityText(each.priority), tone},
                              {each.title, Tone::Strong},
                              {double(each.pages.size())},
                              {each.what},
                              {each.why},
                              {each.source},
                              {each.effect},
                              {effortText(each.minutes)},
                              {}});
    }
    return sheet;
}

Sheet pagesSheet(const SeoProposal &proposal)
{
    Sheet sheet;
    sheet.name = QStringLiteral("対象ページ");
    sheet.title = QStringLiteral("対策の対象となるページ");
    sheet.columns = {{QStringLiteral("番号"), 6},
                     {QStringLiteral("対策"), 30},
                     {QStringLiteral("ページ"), 34},
                     {QStringLiteral("題名"), 40},
                     {QStringLiteral("現在の状態"), 40}};
    sheet.frozenColumns = 2;
    int number = 0;
    for (const Proposal &each : proposal.proposals) {
        ++number;
        for (const ProposalPage &page : each.pages) {
            const QUrl url = proposal.site.url.resolved(QUrl(page.path));
            sheet.rows.append(Row{{double(number)},
                                  {each.title},
                                  {tabular::Link{page.path, url.toString(QUrl::FullyEncoded)}},
                                  {page.title},
                                  {page.note}});
        }
    }
    return sheet;
}

} // namespace

tabular::Book toBook(const SeoProposal &proposal)
{
    tabular::Book book;
    book.title = proposal.site.name + QStringLiteral(" SEO提案書");
    book.author = proposal.author;
    book.created = QDateTime(proposal.date, QTime(9, 0), Qt::UTC);
    book.sheets = {figuresSheet(proposal)};
    if (!proposal.proposals.isEmpty())
        book.sheets << proposalsSheet(proposal) << pagesSheet(proposal);
    return book;
}

} // namespace kakehashi::reports
