#include "tabular/csv.h"
#include "tabular/xlsx.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace kakehashi;
using namespace kakehashi::tabular;

namespace {

Sheet figures()
{
    Sheet sheet;
    sheet.name = QStringLiteral("ページの一覧");
    sheet.title = QStringLiteral("検索での見え方");
    sheet.notes = {QStringLiteral("令和8年4月1日現在"), QStringLiteral("環境政策課調べ")};
    sheet.columns = {
        {QStringLiteral("題名"), 30},
        {QStringLiteral("日付"), 18},
        {QStringLiteral("文字数"), 10},
        {QStringLiteral("割合"), 10, 1},
        {QStringLiteral("結果"), 14, 0, {QStringLiteral("適合"), QStringLiteral("不適合")}}};
    sheet.rows = {{{QStringLiteral("県民会議、\"会員\"の募集")},
                   {QDate(2026, 4, 1)},
                   {12345.0},
                   {Percent{0.256}},
                   {QStringLiteral("適合"), Tone::Good}},
                  {{Link{QStringLiteral("戦略"), QStringLiteral("https://example.jp/a?b=1&c=2")}},
                   {QDate(2019, 4, 30)},
                   {-7.0},
                   {},
                   {QStringLiteral("不適合"), Tone::Bad}},
                  {{QStringLiteral("=1+1")}, {}, {0.0}, {}, {QStringLiteral("<&>\x01 改\n行")}}};
    return sheet;
}

Book book()
{
    Book made;
    made.title = QStringLiteral("見本");
    made.author = QStringLiteral("見本株式会社");
    made.created = QDateTime(QDate(2026, 4, 1), QTime(9, 0), Qt::UTC);
    made.sheets = {figures(), figures()};
    made.sheets[1].name =
        QStringLiteral("名前に[使えない]文字:と三十一文字を超える長さのあるシートの名前です");
    return made;
}

} // namespace

class TestWriting : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csvIsWhatExcelReads()
    {
        const QByteArray csv = toCsv(figures());
        QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
        const QStringList lines = QString::fromUtf8(csv.mid(3)).split(QStringLiteral("\r\n"));
        QCOMPARE(lines.at(0), QStringLiteral("題名,日付,文字数,割合,結果"));
        QCOMPARE(lines.at(1),
                 QStringLiteral("\"県民会議、\"\"会員\"\"の募集\",2026-04-01,12345,25.6%,適合"));
        QCOMPARE(lines.at(2), QStringLiteral("戦略,2019-04-30,-7,,不適合"));
        QCOMPARE(lines.last(), QString());
    }

    void csvRunsNoFormula_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        const auto row = [](const QString &text, const QString &written) {
            QTest::newRow(qPrintable(text)) << text << written;
        };
        row(QStringLiteral("=HYPERLINK(\"x\")"), QStringLiteral("\"'=HYPERLINK(\"\"x\"\")\""));
        row(QStringLiteral("+81 22"), QStringLiteral("'+81 22"));
        row(QStringLiteral("-1"), QStringLiteral("'-1"));
        row(QStringLiteral("@SUM(A1)"), QStringLiteral("'@SUM(A1)"));
        row(QStringLiteral("\t=1"), QStringLiteral("'\t=1"));
        row(QStringLiteral("＝1"), QStringLiteral("'＝1"));
        row(QStringLiteral("a=1"), QStringLiteral("a=1"));
    }

    void csvRunsNoFormula()
    {
        QFETCH(QString, text);
        QFETCH(QString, written);
        Sheet sheet;
        sheet.isUntitled = true;
        sheet.rows = {{{text}}};
        QCOMPARE(QString::fromUtf8(toCsv(sheet).mid(3)), written + QStringLiteral("\r\n"));
    }

    void sameBookIsSameBytes()
    {
        const auto once = toXlsx(book());
        QVERIFY2(once, once ? "" : qPrintable(once.error().text));
        QVERIFY(once->startsWith("PK"));
        QTest::qWait(1100); // a clock that went on a second must not show
        QCOMPARE(*toXlsx(book()), *once);
    }

    /// Judged by a program of others, which reads every sheet back.
    void libreOfficeReadsIt()
    {
        const QString office = QStandardPaths::findExecutable(QStringLiteral("soffice"));
        if (office.isEmpty())
            QSKIP("LibreOffice is not installed.");
        const QTemporaryDir folder;
        const auto bytes = toXlsx(book());
        QVERIFY(bytes);
        QFile file(folder.filePath(QStringLiteral("book.xlsx")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(*bytes) == bytes->size());
        file.close();
        QProcess process;
        process.start(
            office, {QStringLiteral("-env:UserInstallation=") +
                         QUrl::fromLocalFile(folder.filePath(QStringLiteral("profile"))).toString(),
                     QStringLiteral("--headless"), QStringLiteral("--convert-to"),
                     // Every sheet, in UTF-8, cells as they are shown.
                     QStringLiteral("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,"
                                    "false,false,false,-1"),
                     QStringLiteral("--outdir"), folder.path(), file.fileName()});
        QVERIFY(process.waitForFinished(120'000));
        const QStringList made = QDir(folder.path()).entryList({QStringLiteral("*.csv")});
        QCOMPARE(made.size(), 2);
        QVERIFY2(made.contains(QStringLiteral("book-ページの一覧.csv")),
                 qPrintable(made.join(u' ')));
        QFile csv(folder.filePath(QStringLiteral("book-ページの一覧.csv")));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(csv.readAll());
        for (const QString &wanted :
             {QStringLiteral("検索での見え方,,,,"), QStringLiteral("題名,日付,文字数,割合,結果"),
              QStringLiteral("\"県民会議、\"\"会員\"\"の募集\",2026/04/01,12345,25.6%,適合"),
              QStringLiteral("戦略,2019/04/30,-7,,不適合"),
              QStringLiteral("=1+1,,0,,\"<&> 改\n行\"")})
            QVERIFY2(text.contains(wanted), qPrintable(wanted + QStringLiteral(" in\n") + text));
    }
};

QTEST_GUILESS_MAIN(TestWriting)
#include "test_writing.moc"
