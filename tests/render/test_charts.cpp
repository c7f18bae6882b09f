// Charts: round axes, drawings that are valid SVG and hold every value, words for those who do not
// see them.
#include "render/charts/chart.h"
#include "render/charts/scale.h"
#include "render/charts/serieschart.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace kakehashi;
using namespace kakehashi::render;

namespace {

using Values = std::vector<std::optional<double>>;

Chart chartWith(Chart::Kind kind, std::vector<Values> series)
{
    Chart chart;
    chart.kind = kind;
    chart.title = "会員数 <b>";
    chart.unit = "人";
    for (size_t i = 0; i < series.front().size(); ++i) {
        chart.labels.push_back("令和8年" + std::to_string(i + 1) + "月");
        chart.shortLabels.push_back(std::to_string(i + 1) + "月");
        chart.groupLabels.push_back(i == 0 ? "令和8年" : "");
    }
    for (Values &values : series) {
        ChartSeries line;
        line.name = "系列" + std::to_string(chart.series.size() + 1);
        line.preliminary.assign(values.size(), false);
        line.values = std::move(values);
        chart.series.push_back(std::move(line));
    }
    return chart;
}

QByteArray drawn(const Chart &chart)
{
    std::string out;
    writeChart(chart, out);
    return QByteArray::fromStdString(out);
}

/// How many elements carry the class; -1 when the SVG is not well-formed.
int countOf(const QByteArray &svg, const QString &cssClass)
{
    QXmlStreamReader reader(svg);
    int count = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.attributes()
                                           .value(QStringLiteral("class"))
                                           .toString()
                                           .split(u' ')
                                           .contains(cssClass))
            ++count;
    }
    return reader.hasError() ? -1 : count;
}

} // namespace

class TestCharts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalesAreRound_data();
    void scalesAreRound();
    void everyValueIsDrawn_data();
    void everyValueIsDrawn();
    void describesWhatIsSeen_data();
    void describesWhatIsSeen();
    void unknownValueInterruptsTheLine();
    void nothingNeedsAStyleAttribute();
    void progressOfAReduction();
    void seriesOfDifferentLengthShareTheAxis();
};

void TestCharts::scalesAreRound_data()
{
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("greatest");
    QTest::addColumn<bool>("fromZero");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("step");
    QTest::newRow("members") << 14210. << 15234. << false << 14000. << 15500. << 500.;
    QTest::newRow("emissions") << 11260. << 22520. << true << 0. << 30000. << 10000.;
    QTest::newRow("shares") << .12 << .48 << false << .1 << .5 << .1;
    QTest::newRow("all the same") << 5. << 5. << false << 4. << 6. << 2.;
    QTest::newRow("nothing") << 0. << 0. << true << 0. << .5 << .5;
    QTest::newRow("below zero") << -30. << 70. << true << -50. << 100. << 50.;
}

void TestCharts::scalesAreRound()
{
    QFETCH(double, least);
    QFETCH(double, greatest);
    QFETCH(bool, fromZero);
    const Scale scale = scaleFor(least, greatest, fromZero);
    QTEST(scale.low, "low");
    QTEST(scale.high, "high");
    QTEST(scale.step, "step");
    QVERIFY(scale.lines().size() >= 2 && scale.lines().size() <= 7);
}

void TestCharts::everyValueIsDrawn_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("cssClass");
    QTest::addColumn<int>("count");
    QTest::newRow("line") << int(Chart::Kind::Line) << QStringLiteral("chart__dot") << 5;
    QTest::newRow("paths") << int(Chart::Kind::Line) << QStringLiteral("chart__line") << 2;
    QTest::newRow("bars") << int(Chart::Kind::Bar) << QStringLiteral("chart__bar") << 5;
    QTest::newRow("hatched") << int(Chart::Kind::Bar) << QStringLiteral("chart__pattern") << 2;
    QTest::newRow("stacked") << int(Chart::Kind::Stacked) << QStringLiteral("chart__bar") << 5;
    QTest::newRow("labels") << int(Chart::Kind::Bar) << QStringLiteral("chart__grid") << 3;
}

void TestCharts::everyValueIsDrawn()
{
    QFETCH(int, kind);
    QFETCH(QString, cssClass);
    const Chart chart =
        chartWith(static_cast<Chart::Kind>(kind), {{10., 20., 30.}, {5., std::nullopt, 7.}});
    QTEST(countOf(drawn(chart), cssClass), "count");
}

void TestCharts::describesWhatIsSeen_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Chart &chart, const char *expected) {
        QTest::newRow(name) << QString::fromStdString(chartDescription(chart))
                            << QString::fromUtf8(expected);
    };
    row("line", chartWith(Chart::Kind::Line, {{1200., 1100., 1500.}}),
        "折れ線グラフ。令和8年1月は1,200人、令和8年3月は1,500人。"
        "最小は令和8年2月の1,100人、最大は令和8年3月の1,500人です。");
    row("one value", chartWith(Chart::Kind::Bar, {{3.}}), "棒グラフ。令和8年1月は3人です。");
    row("no value", chartWith(Chart::Kind::Bar, {{std::nullopt}}), "棒グラフ。数値はありません。");
    row("two series", chartWith(Chart::Kind::Stacked, {{1., 2.}, {3., 3.}}),
        "積み上げ棒グラフ。系列1：令和8年1月は1人、令和8年2月は2人です。"
        "系列2：令和8年1月は3人、令和8年2月は3人です。");
}

void TestCharts::describesWhatIsSeen()
{
    QFETCH(QString, said);
    QTEST(said, "expected");
}

void TestCharts::unknownValueInterruptsTheLine()
{
    const QByteArray svg = drawn(chartWith(Chart::Kind::Line, {{1., 2., std::nullopt, 4., 5.}}));
    const QByteArray path = svg.mid(svg.indexOf("<path"), 200);
    QCOMPARE(path.left(path.indexOf("/>")).count('M'), 2);
}

void TestCharts::nothingNeedsAStyleAttribute()
{
    for (const auto kind :
         {Chart::Kind::Line, Chart::Kind::Bar, Chart::Kind::Stacked, Chart::Kind::Progress}) {
        Chart chart = chartWith(kind, {{1., 2.}});
        chart.target = 5;
        const QByteArray svg = drawn(chart);
        QVERIFY(!svg.contains("style="));
        QVERIFY(svg.contains("会員数 &lt;b&gt;"));
        QCOMPARE(countOf(svg, QStringLiteral("chart")), 1);
    }
}

void TestCharts::progressOfAReduction()
{
    Chart chart = chartWith(Chart::Kind::Progress, {{200., 170., 150.}});
    QVERIFY(!chartProgress(chart));
    chart.target = 100;
    QCOMPARE(*chartProgress(chart), .5);
    chart.targetLabel = "2030年度";
    QVERIFY(QString::fromStdString(chartDescription(chart))
                .endsWith(QStringLiteral("2030年度の目標は100人です。"
                                         "目標までの50％まで進みました。")));
    chart.targetShortLabel = "2030";
    const QString way = QString::fromStdString(chartWay(chart));
    QVERIFY2(way.contains(QStringLiteral("の200人から、")), qPrintable(way));
    QVERIFY2(way.endsWith(QStringLiteral("は150人になりました。2030年度の目標は100人です。")),
             qPrintable(way));
    // Under the bar stand both ends; what a phone shows large is short.
    QVERIFY(drawn(chart).contains(">200</text>"));
    QVERIFY(drawn(chart).contains(">目標 100</text>"));
    chart.kind = Chart::Kind::Bar;
    QVERIFY(drawn(chart).contains(">2030</text>"));
    QVERIFY(!drawn(chart).contains(">2030年度</text>"));
}

void TestCharts::seriesOfDifferentLengthShareTheAxis()
{
    const auto month = [](int number) { return QDate(2026, number, 1); };
    const statistics::SeriesData first{{}, {{month(1), 1.}, {month(2), 2.}}};
    const statistics::SeriesData second{{}, {{month(2), 20.}, {month(3), 30.}}};
    const SeriesList list{&first, &second};
    QCOMPARE(datesOf(list, 2), (QList<QDate>{month(2), month(3)}));
    const Chart chart = chartOf(list, datesOf(list, 0), Chart::Kind::Line, true);
    QCOMPARE(chart.shortLabels.size(), size_t{3});
    QVERIFY(!chart.series.front().values.back());
    QVERIFY(!chart.series.back().values.front());
    QCOMPARE(*chart.series.back().values.back(), 30.);
}

QTEST_GUILESS_MAIN(TestCharts)
#include "test_charts.moc"
