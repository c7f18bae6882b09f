#include "tabular/xlsxwriter.h"

#include "base/encoding.h"

#include <algorithm>
#include <cmath>

namespace kakehashi::tabular {
namespace {

constexpr int mostCharacters = 32767;
constexpr int mostTabCharacters = 31;
constexpr int mostChoiceCharacters = 255;
constexpr int mostUrlCharacters = 2079;
constexpr double linePoints = 17;     ///< of 10.5 points in a Japanese font
constexpr double mostRowPoints = 409; ///< Excel's limit

struct Colours
{
    lxw_color_t ink;
    lxw_color_t ground; ///< 0: none
};

/// Each ink has a contrast of at least 4.5 : 1 on its ground.
Colours coloursOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return {0x0B5A2E, 0xE6F5EC};
    case Tone::Caution:
        return {0x6B4500, 0xFFF3D6};
    case Tone::Bad:
        return {0x9B1200, 0xFDE7E4};
    case Tone::Quiet:
        return {0x595959, 0};
    case Tone::Plain:
    case Tone::Strong:
        break;
    }
    return {0x1A1A1A, 0};
}

QByteArray numberFormat(int decimals, const char *unit = "")
{
    QByteArray pattern = "#,##0";
    if (decimals > 0)
        pattern += '.' + QByteArray(decimals, '0');
    return pattern + unit;
}

bool isAllowed(QChar each)
{
    return each >= u' ' || each == u'\n' || each == u'\t';
}

/// Half-width columns that a text takes: Japanese characters count as two.
double widthOf(QStringView line)
{
    double width = 0;
    for (const QChar each : line)
        width += each.unicode() < 0x2000 ? 1 : 2;
    return width;
}

int linesIn(const QString &text, double columnWidth)
{
    int lines = 0;
    for (const QStringView line : QStringView(text).split(u'\n'))
        lines += std::max(1, static_cast<int>(std::ceil((widthOf(line) + 1) / columnWidth)));
    return lines;
}

QString shownText(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *link = std::get_if<Link>(&value))
        return link->text.isEmpty() ? link->url : link->text;
    return {};
}

bool canOpen(const QString &url)
{
    return url.size() <= mostUrlCharacters &&
           (url.startsWith(QLatin1String("https://")) || url.startsWith(QLatin1String("http://")) ||
            url.startsWith(QLatin1String("mailto:")));
}

} // namespace

QByteArray cellText(const QString &text)
{
    QString kept;
    kept.reserve(text.size());
    for (const QChar each : text) {
        if (isAllowed(each) && each != u'\uFFFE' && each != u'\uFFFF')
            kept.append(each);
    }
    return leftOf(kept, mostCharacters).toUtf8(); // half a surrogate pair becomes a question mark
}

XlsxWriter::XlsxWriter(lxw_workbook *workbook) : m_workbook(workbook) {}

lxw_format *XlsxWriter::format(Form form, Tone tone, int decimals)
{
    lxw_format *&kept = m_formats[{form, tone, decimals}];
    if (!kept)
        kept = makeFormat(form, tone, decimals);
    return kept;
}

lxw_format *XlsxWriter::makeFormat(Form form, Tone tone, int decimals)
{
    lxw_format *made = workbook_add_format(m_workbook);
    // Windows and macOS have it with Office; LibreOffice takes the next Japanese font.
    format_set_font_name(made, "Yu Gothic");
    format_set_font_size(made, form == Form::Title ? 16 : form == Form::Note ? 10 : 10.5);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    if (form == Form::Title || form == Form::Note) {
        format_set_font_color(made, form == Form::Title ? 0x1A1A1A : 0x595959);
        if (form == Form::Title)
            format_set_bold(made);
        return made;
    }
    const Colours colours = coloursOf(tone);
    format_set_font_color(made, form == Form::Link ? 0x0017C1 : colours.ink);
    format_set_border(made, LXW_BORDER_HAIR);
    format_set_border_color(made, 0x949494);
    if (colours.ground != 0)
        format_set_bg_color(made, colours.ground);
    if (tone == Tone::Strong || form == Form::Head)
        format_set_bold(made);
    if (form == Form::Number)
        format_set_num_format(made, numberFormat(decimals).constData());
    else if (form == Form::Percent)
        format_set_num_format(made, numberFormat(decimals, "%").constData());
    else if (form == Form::Date)
        format_set_num_format(made, "[$-411]ggge\"年\"m\"月\"d\"日\"");
    else
        format_set_text_wrap(made);
    if (form == Form::Date)
        format_set_align(made, LXW_ALIGN_LEFT);
    if (form == Form::Link)
        format_set_underline(made, LXW_UNDERLINE_SINGLE);
    if (form == Form::Head) {
        format_set_bg_color(made, 0xE8F1FE);
        format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
        format_set_border(made, LXW_BORDER_THIN);
    }
    return made;
}

QByteArray XlsxWriter::tabName(const QString &wanted)
{
    QString name;
    for (const QChar each : wanted) {
        if (isAllowed(each) && !QStringView(u"[]:*?/\\'\n\t").contains(each))
            name.append(each);
    }
    if (name.isEmpty())
        name = QStringLiteral("Sheet");
    name = leftOf(name, mostTabCharacters);
    const QString stem = name;
    for (int number = 2; m_tabs.contains(name, Qt::CaseInsensitive); ++number) {
        const QString suffix = QStringLiteral(" (%1)").arg(number);
        name = leftOf(stem, mostTabCharacters - suffix.size()) + suffix;
    }
    m_tabs.append(name);
    return name.toUtf8();
}

void XlsxWriter::add(const Sheet &sheet)
{
    lxw_worksheet *to = workbook_add_worksheet(m_workbook, tabName(sheet.name).constData());
    for (qsizetype i = 0; i < sheet.columns.size(); ++i) {
        const auto column = static_cast<lxw_col_t>(i);
        worksheet_set_column(to, column, column, sheet.columns.at(i).width, nullptr);
    }
    const lxw_row_t head = writeTop(to, sheet);
    lxw_row_t at = head;
    if (!sheet.isUntitled) {
        for (qsizetype i = 0; i < sheet.columns.size(); ++i)
            worksheet_write_string(to, at, static_cast<lxw_col_t>(i),
                                   cellText(sheet.columns.at(i).title).constData(),
                                   format(Form::Head));
        ++at;
    }
    offerChoices(to, sheet, at);
    for (const Row &row : sheet.rows)
        writeRow(to, sheet, at++, row);
    setUp(to, sheet, head);
}

/// Returns the row of the table's head.
lxw_row_t XlsxWriter::writeTop(lxw_worksheet *to, const Sheet &sheet)
{
    lxw_row_t at = 0;
    if (!sheet.title.isEmpty()) {
        worksheet_set_row(to, at, 26, nullptr);
        worksheet_write_string(to, at++, 0, cellText(sheet.title).constData(), format(Form::Title));
    }
    for (const QString &note : sheet.notes)
        worksheet_write_string(to, at++, 0, cellText(note).constData(), format(Form::Note));
    return at == 0 ? 0 : at + 1;
}

void XlsxWriter::setUp(lxw_worksheet *to, const Sheet &sheet, lxw_row_t head)
{
    worksheet_set_paper(to, 9); // A4
    if (sheet.isLandscape)
        worksheet_set_landscape(to);
    worksheet_set_margins(to, 0.5, 0.5, 0.6, 0.6);
    worksheet_fit_to_pages(to, 1, 0);
    worksheet_set_footer(to, "&L&A&R&P / &N");
    worksheet_gridlines(to, LXW_HIDE_ALL_GRIDLINES);
    if (sheet.isUntitled || sheet.columns.isEmpty())
        return;
    worksheet_repeat_rows(to, head, head);
    worksheet_freeze_panes(to, head + 1, static_cast<lxw_col_t>(sheet.frozenColumns));
    if (sheet.hasFilter && !sheet.rows.isEmpty())
        worksheet_autofilter(to, head, 0, head + static_cast<lxw_row_t>(sheet.rows.size()),
                             static_cast<lxw_col_t>(sheet.columns.size() - 1));
}

void XlsxWriter::writeRow(lxw_worksheet *to, const Sheet &sheet, lxw_row_t at, const Row &row)
{
    // Not every program fits rows to wrapped texts when it opens a file, and a printed report must
    // show all of them.
    int lines = 1;
    for (qsizetype i = 0; i < std::min(row.size(), sheet.columns.size()); ++i)
        lines = std::max(lines, linesIn(shownText(row.at(i).value), sheet.columns.at(i).width));
    worksheet_set_row(to, at, std::min(lines * linePoints + 3, mostRowPoints), nullptr);
    for (qsizetype i = 0; i < row.size(); ++i) {
        const int decimals = i < sheet.columns.size() ? sheet.columns.at(i).decimals : 0;
        writeCell(to, at, static_cast<lxw_col_t>(i), row.at(i), decimals);
    }
}

void XlsxWriter::writeCell(lxw_worksheet *to, lxw_row_t row, lxw_col_t column, const Cell &cell,
                           int decimals)
{
    const Value &value = cell.value;
    if (const auto *text = std::get_if<QString>(&value)) {
        // Written as a string, "=1+1" stays one: no formula is ever made from a text.
        worksheet_write_string(to, row, column, cellText(*text).constData(),
                               format(Form::Text, cell.tone));
    } else if (const auto *number = std::get_if<double>(&value)) {
        worksheet_write_number(to, row, column, *number, format(Form::Number, cell.tone, decimals));
    } else if (const auto *percent = std::get_if<Percent>(&value)) {
        worksheet_write_number(to, row, column, percent->share,
                               format(Form::Percent, cell.tone, decimals));
    } else if (const auto *date = std::get_if<QDate>(&value); date && date->isValid()) {
        lxw_datetime when{date->year(), date->month(), date->day(), 0, 0, 0};
        worksheet_write_datetime(to, row, column, &when, format(Form::Date, cell.tone));
    } else if (const auto *link = std::get_if<Link>(&value)) {
        const QByteArray label = cellText(link->text.isEmpty() ? link->url : link->text);
        if (canOpen(link->url))
            worksheet_write_url_opt(to, row, column, cellText(link->url).constData(),
                                    format(Form::Link, cell.tone), label.constData(), nullptr);
        else
            worksheet_write_string(to, row, column, label.constData(),
                                   format(Form::Text, cell.tone));
    } else {
        worksheet_write_blank(to, row, column, format(Form::Text, cell.tone));
    }
}

void XlsxWriter::offerChoices(lxw_worksheet *to, const Sheet &sheet, lxw_row_t first)
{
    for (qsizetype i = 0; i < sheet.columns.size(); ++i) {
        const QStringList &choices = sheet.columns.at(i).choices;
        if (choices.isEmpty() || sheet.rows.isEmpty() ||
            choices.join(u',').size() > mostChoiceCharacters)
            continue;
        QList<QByteArray> texts;
        for (const QString &choice : choices)
            texts.append(cellText(choice));
        std::vector<const char *> list;
        for (const QByteArray &text : texts)
            list.push_back(text.constData());
        list.push_back(nullptr);
        lxw_data_validation validation{};
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.value_list = const_cast<char **>(list.data()); // read only, says its manual
        const auto column = static_cast<lxw_col_t>(i);
        const auto rows = static_cast<lxw_row_t>(sheet.rows.size());
        worksheet_data_validation_range(to, first, column, first + rows - 1, column, &validation);
    }
}

} // namespace kakehashi::tabular
