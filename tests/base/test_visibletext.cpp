#include "base/visibletext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace kakehashi;

/// Names of strangers must not act where they are shown.
class TestVisibleText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatActs_data();
    void showsWhatActs();
    void keepsOwnLines();
    void keepsTheMeaningOfJson();
};

void TestVisibleText::showsWhatActs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const char *shown) {
        QTest::newRow(name) << text << QString::fromUtf8(shown);
    };
    row("plain", QStringLiteral("県民/お知らせ 1.html"), "県民/お知らせ 1.html");
    row("forged line", QStringLiteral("a\r\nPublished OK"), "a\\r\\nPublished OK");
    row("escape sequence", QStringLiteral("a\x1b[2Jb"), "a\\x1b[2Jb");
    row("C1", QStringLiteral("a\u009b2J"), "a\\x9b2J");
    row("bidi", QStringLiteral("a\u202egnp.exe"), "a\\u202egnp.exe");
    row("isolate", QStringLiteral("a\u2066b"), "a\\u2066b");
    row("line separator", QStringLiteral("a\u2028b"), "a\\u2028b");
}

void TestVisibleText::showsWhatActs()
{
    QFETCH(QString, text);
    QTEST(visible(text), "shown");
    QCOMPARE(visible(text, 1).size() <= 5, true);
}

void TestVisibleText::keepsOwnLines()
{
    QCOMPARE(visibleLines(QStringLiteral("a\n\tb\x1b[0m\r")), QStringLiteral("a\n\tb\\x1b[0m\\r"));
}

void TestVisibleText::keepsTheMeaningOfJson()
{
    const QJsonObject object{{QStringLiteral("name"), QStringLiteral("a\u202e\u009b\n")}};
    const QString document = QString::fromUtf8(QJsonDocument(object).toJson());
    const QString shown = visibleJson(document);
    QVERIFY(!shown.contains(QChar(0x202e)) && !shown.contains(QChar(0x9b)));
    QCOMPARE(QJsonDocument::fromJson(shown.toUtf8()).object(), object);
}

QTEST_GUILESS_MAIN(TestVisibleText)
#include "test_visibletext.moc"
