#include "render/blocks/attributes.h"
#include "render/blocks/seriestext.h"
#include "render/html.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

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

QList<statistics::Observation> within(const statistics::SeriesData &data, int months)
{
    if (months == 0 || data.observations.isEmpty())
        return data.observations;
    const QDate after = data.observations.last().date.addMonths(-months);
    QList<statistics::Observation> chosen;
    for (const statistics::Observation &each : data.observations)
        if (each.date > after)
            chosen.append(each);
    return chosen;
}

void writeTable(const statistics::SeriesData &data, int months, bool era, std::string &out)
{
    const statistics::Series &series = data.series;
    out.append("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\"");
    appendAttribute(out, "aria-label", utf8(series.title));
    out.append(">\n<table><thead><tr><th scope=\"col\">");
    out.append(series.period == statistics::Period::Month ? "年月" : "年度");
    out.append("</th><th scope=\"col\" class=\"num\">").append(escaped(series.title));
    if (!series.unit.isEmpty())
        out.append("（").append(escaped(series.unit)).append("）");
    out.append("</th></tr></thead>\n<tbody>\n");
    for (const statistics::Observation &each : within(data, months)) {
        out.append("<tr><th scope=\"row\">").append(utf8(periodText(series, each.date, era)));
        out.append("</th><td class=\"num\">").append(utf8(valueText(series, each)));
        if (each.preliminary)
            out.append("（速報値）");
        out.append("</td></tr>\n");
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

/// {series=NAME period=24m dates=era|western}: the figures of a series as a table.
class ChartBlock final : public Block
{
public:
    std::string_view name() const override { return "chart"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {
        const QString wanted = fromUtf8(requiredOf(block, body, "series"));
        const statistics::SeriesData *data = body.index().series(wanted);
        if (!data) {
            body.report(Severity::Must, "series-missing",
                        Text::tr("There is no series of figures named \"%1\".").arg(wanted),
                        block.line);
            body.writeParts(block.parts, out);
            return;
        }
        const statistics::Series &series = data->series;
        // Months are dated by era as in the prefecture's notices, years as in its statistics.
        const bool monthly = series.period == statistics::Period::Month;
        const std::string_view dates = choiceOf(block, body, "dates", {"", "era", "western"});
        const bool era = dates.empty() ? monthly : dates == "era";
        const std::string_view period = block.attribute("period");
        const int months = monthsOf(period);
        if (months == 0 && !period.empty() && period != "all")
            body.report(Severity::Should, "block-value",
                        Text::tr("period=%1 is not understood. Write 24m, 5y or all.")
                            .arg(fromUtf8(period)),
                        block.line);
        openBlock(out, "figure", "block-chart", block, body);
        out.append(">\n<figcaption>").append(escaped(series.title));
        if (!series.unit.isEmpty())
            out.append("（単位：").append(escaped(series.unit)).append("）");
        out.append("</figcaption>\n");
        writeTable(*data, months, era, out);
        writeNote(series, out);
        body.writeParts(block.parts, out);
        out.append("</figure>\n");
    }
};

} // namespace

const Block &chartBlock()
{
    static const ChartBlock block;
    return block;
}

} // namespace kakehashi::render
