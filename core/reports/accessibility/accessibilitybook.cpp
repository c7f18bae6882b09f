#include "reports/accessibility/accessibilitybook.h"

#include "base/text.h"

namespace kakehashi::reports {
namespace {

using tabular::Cell;
using tabular::Link;
using tabular::Row;
using tabular::Sheet;
using tabular::Tone;

Tone toneOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Conforms:
        return Tone::Good;
    case Outcome::Fails:
        return Tone::Bad;
    case Outcome::NotApplicable:
        return Tone::Quiet;
    case Outcome::Ask:
        break;
    }
    return Tone::Caution;
}

Cell outcomeCell(Outcome outcome)
{
    return {outcomeText(outcome), toneOf(outcome)};
}

/// Forty columns of words would print too small to read.
QString sign(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Conforms:
        return QStringLiteral("○");
    case Outcome::Fails:
        return QStringLiteral("×");
    case Outcome::NotApplicable:
        return QStringLiteral("－");
    case Outcome::Ask:
        break;
    }
    return QStringLiteral("△");
}

QStringList outcomeChoices()
{
    return {outcomeText(Outcome::Conforms), outcomeText(Outcome::Fails),
            outcomeText(Outcome::NotApplicable), outcomeText(Outcome::Ask)};
}

Link linkTo(const content::SiteSettings &site, const QString &path)
{
    return {path, site.url.resolved(QUrl(path)).toString(QUrl::FullyEncoded)};
}

Sheet summarySheet(const Checklist &list, const content::SiteSettings &site)
{
    Sheet sheet;
    sheet.name = QStringLiteral("達成基準別");
    sheet.title = site.name + QStringLiteral("　JIS X 8341-3:2016 達成基準チェックリスト");
    sheet.notes = {
        QStringLiteral("試験実施日 %1　対象 %2").arg(eraDate(list.date), site.url.toString()),
        methodText(list.sample),
        QStringLiteral("機械点検で判定できない項目は「要人手確認」としています。"
                       "「要人手確認」シートで結果を選択してください。")};
    sheet.columns = {{QStringLiteral("番号"), 8},        {QStringLiteral("達成基準"), 44},
                     {QStringLiteral("レベル"), 8},      {QStringLiteral("結果"), 14},
                     {QStringLiteral("適合"), 9},        {QStringLiteral("不適合"), 9},
                     {QStringLiteral("要人手確認"), 12}, {QStringLiteral("該当なし"), 10},
                     {QStringLiteral("判定の根拠"), 40}};
    sheet.frozenColumns = 2;
    for (qsizetype i = 0; i < list.criteria.size(); ++i) {
        const Criterion &criterion = list.criteria.at(i);
        const auto count = [&](Outcome outcome) { return Cell{double(list.count(i, outcome))}; };
        sheet.rows.append(Row{{criterion.number},
                              {criterion.name},
                              {criterion.level},
                              outcomeCell(list.overall(i)),
                              count(Outcome::Conforms),
                              count(Outcome::Fails),
                              count(Outcome::Ask),
                              count(Outcome::NotApplicable),
                              {criterion.decided}});
    }
    return sheet;
}

Sheet matrixSheet(const Checklist &list)
{
    Sheet sheet;
    sheet.name = QStringLiteral("ページ別");
    sheet.title = QStringLiteral("ページ別の結果");
    sheet.notes = {QStringLiteral("○ 適合　× 不適合　－ 該当なし　△ 要人手確認")};
    sheet.columns = {{QStringLiteral("ページ"), 34}};
    sheet.frozenColumns = 1;
    sheet.hasFilter = false;
    const QStringList signs{sign(Outcome::Conforms), sign(Outcome::Fails),
                            sign(Outcome::NotApplicable), sign(Outcome::Ask)};
    for (const Criterion &criterion : list.criteria)
        sheet.columns.append({criterion.number, 6, 0, signs});
    for (qsizetype at = 0; at < list.sample.pages.size(); ++at) {
        Row row{{list.sample.pages.at(at).path}};
        for (const Answer &answer : list.answers.at(at))
            row.append(Cell{sign(answer.outcome), toneOf(answer.outcome)});
        sheet.rows.append(row);
    }
    return sheet;
}

/// One row for each question to a person or failure, with room for the answer.
Sheet workSheet(const Checklist &list, const content::SiteSettings &site)
{
    Sheet sheet;
    sheet.name = QStringLiteral("要人手確認");
    sheet.title = QStringLiteral("不適合と人手で確認する項目");
    sheet.columns = {
        {QStringLiteral("ページ"), 34},         {QStringLiteral("番号"), 8},
        {QStringLiteral("達成基準"), 34},       {QStringLiteral("レベル"), 8},
        {QStringLiteral("機械点検の結果"), 50}, {QStringLiteral("結果"), 14, 0, outcomeChoices()},
        {QStringLiteral("注記"), 30},           {QStringLiteral("確認者"), 14}};
    sheet.frozenColumns = 3;
    for (qsizetype at = 0; at < list.sample.pages.size(); ++at) {
        for (qsizetype i = 0; i < list.criteria.size(); ++i) {
            const Answer &answer = list.answers.at(at).at(i);
            if (answer.outcome != Outcome::Fails && answer.outcome != Outcome::Ask)
                continue;
            const Criterion &criterion = list.criteria.at(i);
            const QString note =
                answer.note.isEmpty() ? QStringLiteral("機械点検では問題なし") : answer.note;
            sheet.rows.append(Row{{linkTo(site, list.sample.pages.at(at).path)},
                                  {criterion.number},
                                  {criterion.name},
                                  {criterion.level},
                                  {note},
                                  outcomeCell(answer.outcome),
                                  {},
                                  {}});
        }
    }
    return sheet;
}

Sheet pagesSheet(const Checklist &list, const content::SiteSettings &site)
{
    Sheet sheet;
    sheet.name = QStringLiteral("試験対象ページ");
    sheet.title = QStringLiteral("試験を行ったページ");
    sheet.notes = {methodText(list.sample)};
    sheet.columns = {{QStringLiteral("番号"), 8},
                     {QStringLiteral("ページ"), 40},
                     {QStringLiteral("題名"), 50},
                     {QStringLiteral("選択の方法"), 16},
                     {QStringLiteral("選択の理由"), 30}};
    int number = 0;
    for (const TestedPage &page : list.sample.pages)
        sheet.rows.append(Row{{double(++number)},
                              {linkTo(site, page.path)},
                              {page.title},
                              {page.isDrawn ? QStringLiteral("無作為") : QStringLiteral("代表")},
                              {page.reason}});
    return sheet;
}

} // namespace

QString methodText(const TestSample &sample)
{
    if (sample.seed.isEmpty())
        return QStringLiteral("公開している全%1ページを試験しました。").arg(sample.total);
    const int drawn = sample.drawn();
    return QStringLiteral("公開している%1ページのうち、ウェブページ一式を代表する%2ページと"
                          "無作為に選択した%3ページを併せて試験しました。無作為の選択は、"
                          "文字列「%4」とパスを改行でつないだもののSHA-256が小さい順です。")
        .arg(sample.total)
        .arg(sample.pages.size() - drawn)
        .arg(drawn)
        .arg(sample.seed);
}

tabular::Book toBook(const Checklist &list, const content::SiteSettings &site)
{
    tabular::Book book;
    book.title = site.name + QStringLiteral(" アクセシビリティ試験");
    book.author = site.organization;
    book.created = QDateTime(list.date, QTime(9, 0), Qt::UTC);
    book.sheets = {summarySheet(list, site), matrixSheet(list), workSheet(list, site),
                   pagesSheet(list, site)};
    return book;
}

} // namespace kakehashi::reports
