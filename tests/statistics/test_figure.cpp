#include "statistics/figure.h"
#include "support/results.h"

#include <QTest>

#include <limits>

using namespace kakehashi;
using namespace kakehashi::statistics;

class TestFigure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAreReadAsOfficesWriteThem_data();
    void figuresAreReadAsOfficesWriteThem();
    void aDashAloneMeansNotKnown_data();
    void aDashAloneMeansNotKnown();
    void whatIsNoFigureIsRefused_data();
    void whatIsNoFigureIsRefused();
    void whatIsEditedComesBackExactly_data();
    void whatIsEditedComesBackExactly();
    void slipsAreDoubted_data();
    void slipsAreDoubted();
    void theLastKnownFigureIsCompared();
};

void TestFigure::figuresAreReadAsOfficesWriteThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    const std::pair<const char *, double> rows[] = {
        {"9200", 9200},
        {"9,200", 9200},
        {" 9,200 ", 9200},
        {"９，２００", 9200},
        {"　９２００", 9200},
        {"1.5", 1.5},
        {"１．５", 1.5},
        {".5", 0.5},
        {"-9200", -9200},
        {"−9,200", -9200},
        {"－９２００", -9200},
        {"‐20", -20},
        {"–20", -20},
        {"—20", -20},
        {"―20", -20},
        {"ー20", -20},
        {"ｰ20", -20},
        {"△1,234", -1234},
        {"▲１，２３４", -1234},
        {"△ 1,234", -1234},
        {"+5", 5},
        {"＋5", 5},
        {"-0", 0},
        {"1,234,567.25", 1234567.25},
        {"007", 7},
        {"0.000000000000001", 1e-15},
    };
    for (const auto &[text, value] : rows)
        QTest::newRow(qPrintable(QString::fromUtf8(text))) << QString::fromUtf8(text) << value;
}

void TestFigure::figuresAreReadAsOfficesWriteThem()
{
    QFETCH(QString, text);
    const auto read = readFigure(text);
    QVERIFY2(read, test::why(read));
    QVERIFY(*read);
    QTEST(**read, "value");
}

void TestFigure::aDashAloneMeansNotKnown_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "  ", "　", "-", "－", "−", "‐", "–", "—", "―", "ー", "ｰ", " — "})
        QTest::newRow(qPrintable(u'"' + QString::fromUtf8(text) + u'"')) << QString::fromUtf8(text);
}

void TestFigure::aDashAloneMeansNotKnown()
{
    QFETCH(QString, text);
    const auto read = readFigure(text);
    QVERIFY2(read, test::why(read));
    QVERIFY(!*read);
}

void TestFigure::whatIsNoFigureIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"1,5",
                             "91,74",
                             "9,1745",
                             "1.234,5",
                             "1.5.2",
                             "1e5",
                             "nan",
                             "inf",
                             "0x10",
                             "10²",
                             "①",
                             "½",
                             "- 20",
                             "— 9,200",
                             "--5",
                             "△",
                             "△△5",
                             "-△5",
                             "5-",
                             "9,200人",
                             "約9,200",
                             "9 200",
                             "(20)",
                             "..",
                             ".",
                             "5.",
                             ",5",
                             "1234567890123456",
                             "0.1234567890123456",
                             "٣",
                             "一"})
        QTest::newRow(qPrintable(QString::fromUtf8(text))) << QString::fromUtf8(text);
}

void TestFigure::whatIsNoFigureIsRefused()
{
    QFETCH(QString, text);
    const auto read = readFigure(text);
    QCOMPARE(test::codeOf(read), ErrorCode::Invalid);
    QVERIFY(read.error().text.contains(text));
}

void TestFigure::whatIsEditedComesBackExactly_data()
{
    QTest::addColumn<double>("value");
    for (const double value : {9174.0, -9174.0, 1.5, 0.1, 1.0 / 3, 2.0 / 3e5, 12345678.9, 0.0})
        QTest::newRow(qPrintable(QString::number(value))) << value;
}

void TestFigure::whatIsEditedComesBackExactly()
{
    QFETCH(double, value);
    QLocale::setDefault(QLocale(QLocale::German)); // a comma for decimals, a point for thousands
    const QString text = editText(value);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(text.toDouble(), value);
    QVERIFY(!text.contains(u',') && !text.contains(u'e'));
    QCOMPARE(editText({}), QString());
}

void TestFigure::slipsAreDoubted_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("other");
    QTest::addColumn<Doubt>("doubt");
    QTest::newRow("as before") << 9200.0 << 9174.0 << Doubt::None;
    QTest::newRow("double") << 18400.0 << 9174.0 << Doubt::None;
    QTest::newRow("another sign") << -9200.0 << 9174.0 << Doubt::Sign;
    QTest::newRow("both below zero") << -9200.0 << -9174.0 << Doubt::None;
    QTest::newRow("ten times") << 92000.0 << 9200.0 << Doubt::TooHigh;
    QTest::newRow("a zero too many") << 90000.0 << 9174.0 << Doubt::TooHigh;
    QTest::newRow("a tenth") << 920.0 << 9200.0 << Doubt::TooLow;
    QTest::newRow("ten times below zero") << -92000.0 << -9200.0 << Doubt::TooHigh;
    QTest::newRow("zero") << 0.0 << 9174.0 << Doubt::None;
    QTest::newRow("after zero") << 9174.0 << 0.0 << Doubt::None;
}

void TestFigure::slipsAreDoubted()
{
    QFETCH(double, value);
    QFETCH(double, other);
    QTEST(doubtOf(value, other), "doubt");
}

void TestFigure::theLastKnownFigureIsCompared()
{
    const QList<Observation> rows{
        {{2025, 4, 1}, 10}, {{2025, 5, 1}, {}}, {{2025, 6, 1}, 30}, {{2025, 7, 1}, 40}};
    QCOMPARE(neighbourOf(rows, {2025, 6, 1})->date, QDate(2025, 4, 1));
    QCOMPARE(neighbourOf(rows, {2025, 8, 1})->date, QDate(2025, 7, 1));
    QCOMPARE(neighbourOf(rows, {2025, 4, 1})->date, QDate(2025, 6, 1));
    QVERIFY(!neighbourOf({{{2025, 4, 1}, 10}}, {2025, 4, 1}));
}

QTEST_GUILESS_MAIN(TestFigure)
#include "test_figure.moc"
