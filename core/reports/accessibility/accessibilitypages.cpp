#include "reports/accessibility/accessibilitypages.h"

#include "base/file.h"
#include "base/text.h"
#include "reports/accessibility/accessibilitybook.h"
#include "reports/template.h"

namespace kakehashi::reports {
namespace {

/// The fiscal year, which names a yearly test.
int fiscalYear(const QDate &date)
{
    return date.month() >= 4 ? date.year() : date.year() - 1;
}

QDate endOfFiscalYear(const QDate &date)
{
    return QDate(fiscalYear(date) + 1, 3, 31);
}

/// Markdown of a table's cell: bars and line breaks would end it.
QString cell(QString text)
{
    return text.replace(u'|', QLatin1String("\\|")).replace(u'\n', QLatin1Char(' '));
}

/// A word for visitors: what waits for people is being looked at.
QString publicText(Outcome outcome)
{
    return outcome == Outcome::Ask ? QStringLiteral("確認中") : outcomeText(outcome);
}

QString appliesText(Outcome outcome)
{
    return outcome == Outcome::NotApplicable ? QStringLiteral("なし") : QStringLiteral("あり");
}

QString criteriaTable(const Checklist &list, const QString &level)
{
    QString text = QStringLiteral("::: table {caption=\"適合レベル%1の達成基準\"}\n"
                                  "| 番号 | 達成基準 | 適用 | 結果 | 注記 |\n"
                                  "|:--|:--|:--|:--|:--|\n")
                       .arg(level);
    for (qsizetype i = 0; i < list.criteria.size(); ++i) {
        const Criterion &criterion = list.criteria.at(i);
        if (criterion.level != level)
            continue;
        const Outcome outcome = list.overall(i);
        const int failing = list.count(i, Outcome::Fails);
        const QString note =
            outcome == Outcome::Fails ? QStringLiteral("%1ページで不適合").arg(failing)
            : outcome == Outcome::NotApplicable ? QStringLiteral("対象となる内容がありません")
                                                : QString();
        text += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                    .arg(criterion.number, cell(criterion.name), appliesText(outcome),
                         publicText(outcome), note);
    }
    return text + QStringLiteral(":::\n");
}

QString pagesTable(const TestSample &sample)
{
    QString text = QStringLiteral("::: table {caption=\"試験を行ったページ\"}\n"
                                  "| 番号 | ページ | 選択の方法 |\n|:--|:--|:--|\n");
    int number = 0;
    for (const TestedPage &page : sample.pages)
        text += QStringLiteral("| %1 | [%2](%3) | %4 |\n")
                    .arg(++number)
                    .arg(cell(page.title), page.path,
                         page.isDrawn ? QStringLiteral("無作為") : QStringLiteral("代表"));
    return text + QStringLiteral(":::\n");
}

QString levelText(const Checklist &list)
{
    const int failing = list.count(Outcome::Fails);
    const int open = list.count(Outcome::Ask);
    if (open > 0)
        return QStringLiteral("確認中です。機械点検では不適合が%1件ありました。"
                              "人による確認が%2件残っているため、適合レベルは表明しません。")
            .arg(failing)
            .arg(open);
    return failing > 0 ? QStringLiteral("適合レベルAAに一部準拠")
                       : QStringLiteral("適合レベルAAに準拠");
}

/// The words of a page, in which {name} stands for a value.
QString filled(const QString &name, const QList<std::pair<QString, QString>> &values)
{
    constexpr qint64 mostBytes = 1024 * 1024;
    const auto bytes = readFile(QStringLiteral(":/reports/%1.md").arg(name), mostBytes);
    QString text = bytes ? QString::fromUtf8(*bytes) : QString();
    for (const auto &[key, value] : values)
        text.replace(u'{' + key + u'}', value);
    return text;
}

} // namespace

ReportPage policyPage(const content::SiteSettings &site, const QDate &date)
{
    ReportPage page;
    page.path = policyPath;
    page.content.title = QStringLiteral("アクセシビリティ方針");
    page.content.summary =
        QStringLiteral("高齢の方や障害のある方を含め、誰もが情報を得られるように、"
                       "このサイトが目標とする水準と取組を示しています。");
    page.content.date = date;
    page.content.body = filled(QStringLiteral("accessibility-policy"),
                               {{QStringLiteral("site"), site.name},
                                {QStringLiteral("host"), site.url.host()},
                                {QStringLiteral("deadline"), eraDate(endOfFiscalYear(date))},
                                {QStringLiteral("office"), site.organization}});
    return page;
}

ReportPage resultPage(const Checklist &list, const content::SiteSettings &site)
{
    const QString year = eraFiscalYear(list.date);
    ReportPage page;
    page.path = policyPath + QStringLiteral("result-%1/").arg(fiscalYear(list.date));
    page.content.title = year + QStringLiteral("ウェブアクセシビリティ試験結果");
    page.content.summary =
        QStringLiteral("JIS X 8341-3:2016に基づいて%1に行った試験の結果を、対象としたページ、"
                       "達成基準ごとの結果とともに公表しています。")
            .arg(year);
    page.content.date = list.date;
    page.content.body =
        filled(QStringLiteral("accessibility-result"),
               {{QStringLiteral("site"), site.name},
                {QStringLiteral("host"), site.url.host()},
                {QStringLiteral("date"), eraDate(list.date)},
                {QStringLiteral("level"), levelText(list)},
                {QStringLiteral("method"), methodText(list.sample)},
                {QStringLiteral("pages"), QString::number(list.sample.pages.size())},
                {QStringLiteral("tableA"), criteriaTable(list, QStringLiteral("A"))},
                {QStringLiteral("tableAA"), criteriaTable(list, QStringLiteral("AA"))},
                {QStringLiteral("tested"), pagesTable(list.sample)}});
    return page;
}

} // namespace kakehashi::reports
