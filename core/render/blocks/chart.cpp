#include "render/blocks/attributes.h"
#include "render/blocks/seriestext.h"
#include "render/charts/serieschart.h"
#include "render/html.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <charconv>
#include <cmath>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

/// "24m" or "5y" as months; 0 when it is neither.
int monthsOf(std::string_view period)
{
    int number = 0;
    const auto read = std::from_chars(period.data(), period.data() + period.size(), number);
    const std::string_view unit(read.ptr,
                                static_cast<size_t>(period.data() + period.size() - read.ptr));
    if (read.ec != std::errc() || number < 1 || number > 1200 || (unit != "m" && unit != "y"))
        return 0;
    return unit == "y" ? 12 * number : number;
}

std::string_view periodName(statistics::Period period)
{
    if (period == statistics::Period::Month)
        return "年月";
    return period == statistics::Period::FiscalYear ? "年度" : "年";
}

void writeTable(const SeriesList &list, const QList<QDate> &dates, bool era, std::string &out)
{
    const statistics::Series &first = list.front()->series;
    out.append("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\"");
    appendAttribute(out, "aria-label", utf8(first.title));
    out.append(tableSize(list.size() + 1, static_cast<size_t>(dates.size())));
    out.append(">\n<table><thead><tr><th scope=\"col\">");
    out.append(periodName(first.period)).append("</th>");
    for (const statistics::SeriesData *data : list) {
        out.append("<th scope=\"col\" class=\"num\">").append(escaped(data->series.title));
        if (!data->series.unit.isEmpty())
            out.append("（").append(escaped(data->series.unit)).append("）");
        out.append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (const QDate &date : dates) {
        out.append("<tr><th scope=\"row\">").append(utf8(periodText(first, date, era)));
        out.append("</th>");
        for (const statistics::SeriesData *data : list) {
            const statistics::Observation each = observationAt(*data, date);
            out.append("<td class=\"num\">").append(utf8(valueText(data->series, each)));
            if (each.preliminary)
                out.append("（速報値）");
            out.append("</td>");
        }
        out.append("</tr>\n");
    }
    out.append("</tbody></table></div>\n");
}

void writeNote(const statistics::Series &series, std::string &out)
{
    std::string note;
    if (!series.source.isEmpty())
        note += "出典：" + escaped(series.source);
    if (!series.note.isEmpty())
        note += (note.empty() ? "注：" : "　注：") + escaped(series.note);
    if (!note.empty())
        out.append("<p class=\"block-chart__note\">").append(note).append("</p>\n");
}

/// How far, from where and to where; the picture's own description says more.
void writeProgressText(const Chart &chart, std::string &out)
{
    out.append("<p class=\"chart-progress\">");
    if (const auto progress = chartProgress(chart))
        out.append("目標までの<strong>")
            .append(std::to_string(std::lround(*progress * 100)))
            .append("％</strong><br>");
    out.append(escaped(chartWay(chart))).append("</p>\n");
}

void writePicture(const Chart &chart, std::string &out)
{
    if (chart.labels.empty())
        return;
    if (chart.kind == Chart::Kind::Progress)
        writeProgressText(chart, out);
    writeLegend(chart, out);
    writeChart(chart, out);
}

/// {series="NAME NAME2" type=line|bar|stacked|progress period=24m dates=era|western}: figures as a
/// drawing and, folded below it, as a table with the same numbers.
class ChartBlock final : public Block
{
public:
    std::string_view name() const override { return "chart"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {
        const SeriesList list = seriesOf(block, body);
        if (list.empty()) {
            body.writeParts(block.parts, out);
            return;
        }
        const statistics::Series &first = list.front()->series;
        // Months are dated by era as in the prefecture's notices, years as in its statistics.
        const bool monthly = first.period == statistics::Period::Month;
        const std::string_view dates = choiceOf(block, body, "dates", {"", "era", "western"});
        const bool era = dates.empty() ? monthly : dates == "era";
        const QList<QDate> shown = datesOf(list, periodOf(block, body));
        Chart chart = chartOf(list, shown, kindOf(block, body, monthly), era);
        if (const std::string_view title = block.attribute("title"); !title.empty())
            chart.title = title;
        chart.number = body.nextNumber();
        chart.fromZero = body.chartsBeside();
        openBlock(out, "figure", "block-chart", block, body);
        // Figures and what is said of them are in the site's language; a title and text that are
        // written into the page are in the page's.
        const content::Language siteLanguage;
        out.append(langMark(body, siteLanguage)).append(">\n<figcaption>");
        out.append(own(body, escaped(chart.title), !block.attribute("title").empty()));
        if (!first.unit.isEmpty())
            out.append("（単位：").append(escaped(first.unit)).append("）");
        out.append("</figcaption>\n");
        writePicture(chart, out);
        out.append("<details class=\"chart-figures\"><summary>数値を表で見る</summary>\n");
        writeTable(list, shown, era, out);
        out.append("</details>\n");
        writeNote(first, out);
        std::string more;
        body.writeParts(block.parts, more);
        if (const std::string mark = pageMark(body); !mark.empty() && !more.empty())
            more = "<div" + mark + ">" + more + "</div>\n";
        out.append(more).append("</figure>\n");
    }

private:
    /// The page's language within what is in the site's; nothing where both are one.
    static std::string pageMark(const BodyWriter &body)
    {
        const content::Language &language = body.page().content.language;
        return content::isSiteLanguage(language) ? std::string()
                                                 : " lang=\"" + escaped(language.tag) + "\"";
    }

    static std::string own(const BodyWriter &body, const std::string &html, bool isOwn)
    {
        const std::string mark = isOwn ? pageMark(body) : std::string();
        return mark.empty() ? html : "<span" + mark + ">" + html + "</span>";
    }

    static int periodOf(const BlockNode &block, BodyWriter &body)
    {
        const std::string_view period = block.attribute("period");
        const int months = monthsOf(period);
        if (months == 0 && !period.empty() && period != "all")
            body.report(Severity::Should, "block-value",
                        Text::tr("period=%1 is not understood. Write 24m, 5y or all.")
                            .arg(fromUtf8(period)),
                        block.line);
        return months;
    }

    /// A development over months reads as a line, yearly totals as bars.
    static Chart::Kind kindOf(const BlockNode &block, BodyWriter &body, bool monthly)
    {
        const std::string_view type =
            choiceOf(block, body, "type", {"", "line", "bar", "stacked", "progress"});
        if (type.empty())
            return monthly ? Chart::Kind::Line : Chart::Kind::Bar;
        return type == "line"      ? Chart::Kind::Line
               : type == "bar"     ? Chart::Kind::Bar
               : type == "stacked" ? Chart::Kind::Stacked
                                   : Chart::Kind::Progress;
    }

    static SeriesList seriesOf(const BlockNode &block, BodyWriter &body)
    {
        SeriesList list;
        const QString wanted = fromUtf8(requiredOf(block, body, "series"));
        for (const QString &name :
             wanted.split(QRegularExpression(QStringLiteral("[,、\\s]+")), Qt::SkipEmptyParts)) {
            const statistics::SeriesData *data = body.index().series(name);
            if (!data)
                body.report(Severity::Must, "series-missing",
                            Text::tr("There is no series of figures named \"%1\".").arg(name),
                            block.line);
            else if (!list.empty() && data->series.period != list.front()->series.period)
                body.report(Severity::Must, "series-mixed",
                            Text::tr("\"%1\" counts other periods than the first series of the "
                                     "chart. Show it in a chart of its own.")
                                .arg(name),
                            block.line);
            else
                list.push_back(data);
        }
        return list;
    }
};

} // namespace

const Block &chartBlock()
{
    static const ChartBlock block;
    return block;
}

} // namespace kakehashi::render
