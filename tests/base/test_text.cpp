#include "base/text.h"

#include <QTest>

using namespace kakehashi;

class TestText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesEraDates_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QString>("expected");
        QTest::newRow("reiwa") << QDate(2025, 4, 1) << u"令和7年4月1日"_qs;
        QTest::newRow("first day of reiwa") << QDate(2019, 5, 1) << u"令和元年5月1日"_qs;
        QTest::newRow("last day of heisei") << QDate(2019, 4, 30) << u"平成31年4月30日"_qs;
        QTest::newRow("first day of heisei") << QDate(1989, 1, 8) << u"平成元年1月8日"_qs;
        QTest::newRow("last day of showa") << QDate(1989, 1, 7) << u"昭和64年1月7日"_qs;
        QTest::newRow("taisho") << QDate(1912, 7, 30) << u"大正元年7月30日"_qs;
        QTest::newRow("meiji 6") << QDate(1873, 1, 1) << u"明治6年1月1日"_qs;
        QTest::newRow("before the reform") << QDate(1872, 12, 31) << u"1872年12月31日"_qs;
        QTest::newRow("no date") << QDate() << QString();
    }

    void writesEraDates()
    {
        QFETCH(QDate, date);
        QTEST(eraDate(date), "expected");
    }

    void namesTheWeekdayAsThePrefectureDoes()
    {
        QCOMPARE(eraDateWithWeekday(QDate(2025, 4, 1)), u"令和7年4月1日（火曜日）"_qs);
        QCOMPARE(eraDateWithWeekday(QDate(2025, 1, 18)), u"令和7年1月18日（土曜日）"_qs);
    }

    void countsFiscalYearsFromApril()
    {
        QCOMPARE(eraFiscalYear(QDate(2026, 3, 31)), u"令和7年度"_qs);
        QCOMPARE(eraFiscalYear(QDate(2026, 4, 1)), u"令和8年度"_qs);
        QCOMPARE(eraFiscalYear(QDate(2019, 4, 1)), u"令和元年度"_qs);
        QCOMPARE(eraFiscalYear(QDate(2019, 3, 31)), u"平成30年度"_qs);
    }

    void saysTypeAndSizeOfFiles_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("expected");
        QTest::newRow("one byte") << qint64(1) << u"PDF形式：1キロバイト"_qs;
        QTest::newRow("480 KB") << qint64(480'200) << u"PDF形式：480キロバイト"_qs;
        QTest::newRow("rounds") << qint64(999'400) << u"PDF形式：999キロバイト"_qs;
        QTest::newRow("megabytes") << qint64(8'170'000) << u"PDF形式：8.2メガバイト"_qs;
    }

    void saysTypeAndSizeOfFiles()
    {
        QFETCH(qint64, bytes);
        QTEST(fileTypeAndSize(u"plan.pdf"_qs, bytes), "expected");
    }

    void makesSlugs()
    {
        QCOMPARE(slug(u"Zero Carbon ２０５０!"_qs), u"zero-carbon-2050"_qs);
        QCOMPARE(slug(u"県民会議"_qs), QString());
        QCOMPARE(slug(u"--a--b--"_qs), u"a-b"_qs);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "test_text.moc"
