#pragma once

#include "tabular/sheet.h"

#include <xlsxwriter.h>

#include <map>
#include <tuple>

namespace kakehashi::tabular {

/// Text as a workbook may hold it: UTF-8, at most 32,767 characters, nothing that XML refuses.
QByteArray cellText(const QString &text);

/// Fills one workbook of libxlsxwriter, which belongs to whoever made it.
class XlsxWriter
{
public:
    explicit XlsxWriter(lxw_workbook *workbook);

    void add(const Sheet &sheet);

private:
    enum class Form { Text, Number, Percent, Date, Link, Head, Title, Note };

    lxw_format *format(Form form, Tone tone = Tone::Plain, int decimals = 0);
    lxw_format *makeFormat(Form form, Tone tone, int decimals);
    QByteArray tabName(const QString &wanted);
    void setUp(lxw_worksheet *to, const Sheet &sheet, lxw_row_t head);
    lxw_row_t writeTop(lxw_worksheet *to, const Sheet &sheet);
    void writeRow(lxw_worksheet *to, const Sheet &sheet, lxw_row_t at, const Row &row);
    void writeCell(lxw_worksheet *to, lxw_row_t row, lxw_col_t column, const Cell &cell,
                   int decimals);
    void offerChoices(lxw_worksheet *to, const Sheet &sheet, lxw_row_t first);

    lxw_workbook *m_workbook;
    std::map<std::tuple<Form, Tone, int>, lxw_format *> m_formats;
    QStringList m_tabs;
};

} // namespace kakehashi::tabular
