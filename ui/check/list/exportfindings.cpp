#include "ui/check/list/exportfindings.h"

#include "base/file.h"
#include "tabular/csv.h"
#include "ui/check/findingtext.h"

#include <QCoreApplication>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::ExportFindings)
};

tabular::Row rowOf(const FindingRow &row, const render::SiteSnapshot &site)
{
    const check::Finding &finding = row.finding;
    const Place &place = finding.issue.place;
    const render::PageValue *page = site.pageAt(place.pagePath);
    const auto number = [](int value) {
        return value > 0 ? tabular::Value(static_cast<double>(value)) : tabular::Value();
    };
    return {{severityText(finding.issue.severity)},
            {ruleTitle(finding.issue.rule)},
            {place.pagePath.isEmpty() ? place.file : place.pagePath},
            {page ? page->content.title : QString()},
            {finding.part},
            {number(place.line)},
            {finding.issue.text},
            {finding.fix ? finding.fix->label : QString()},
            {finding.clause},
            {row.exception ? row.exception->reason : QString()},
            {row.exception ? row.exception->author : QString()}};
}

} // namespace

Result<void> exportFindings(const QString &file, const QList<FindingRow> &rows,
                            const render::SiteSnapshot &site)
{
    tabular::Sheet sheet;
    sheet.name = Text::tr("Check");
    for (const QString &title :
         {Text::tr("Severity"), Text::tr("Rule"), Text::tr("Page"), Text::tr("Title"),
          Text::tr("Field"), Text::tr("Line"), Text::tr("Problem"), Text::tr("Mending"),
          Text::tr("Standard"), Text::tr("Reason of the exception"), Text::tr("By")})
        sheet.columns.append({.title = title});
    for (const FindingRow &row : rows)
        sheet.rows.append(rowOf(row, site));
    return writeFile(file, tabular::toCsv(sheet));
}

} // namespace kakehashi::ui
