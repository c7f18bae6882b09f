#include "base/cleantext.h"
#include "base/utf8.h"

#include <QTest>

using namespace kakehashi;

/// Characters that no published text may hold.
class TestCleanText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isCleaned_data();
    void isCleaned();
};

void TestCleanText::isCleaned_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &given, const char *line,
                        const char *text) {
        QTest::newRow(name) << given << QString::fromUtf8(line) << QString::fromUtf8(text);
    };
    const auto with = [](char16_t c) { return QString(u'県' + QString(QChar(c)) + u'の'); };
    row("nothing", QStringLiteral("県の😀👩‍👧"), "県の😀👩‍👧",
        "県の😀👩‍👧");
    row("vertical tab", with(0x0B), "県の", "県の");
    row("NUL", with(0), "県の", "県の");
    row("escape", with(0x1B), "県の", "県の");
    row("delete", with(0x7F), "県の", "県の");
    row("of the eighties", with(0x85), "県の", "県の");
    row("turned", with(0x202E), "県の", "県の");
    row("isolated", with(0x2066), "県の", "県の");
    row("noncharacter", with(0xFFFE), "県の", "県の");
    row("another", with(0xFDD0), "県の", "県の");
    row("mark of order", with(0xFEFF), "県の", "県の");
    row("half a pair", with(0xD800), "県\xEF\xBF\xBDの", "県\xEF\xBF\xBDの");
    row("the other half", with(0xDC00), "県\xEF\xBF\xBDの", "県\xEF\xBF\xBDの");
    row("line break", with(u'\n'), "県 の", "県\nの");
    row("without width", with(0x200B), "県の", "県\xE2\x80\x8Bの");
    row("soft hyphen", with(0xAD), "県の", "県\xC2\xADの");
    row("replaced before", with(0xFFFD), "県\xEF\xBF\xBDの", "県\xEF\xBF\xBDの");
}

void TestCleanText::isCleaned()
{
    QFETCH(QString, given);
    QTEST(cleanedLine(given), "line");
    QTEST(cleanedText(given), "text");
    std::string written;
    appendUtf8(written, given);
    QTEST(QString::fromStdString(written), "text");
    QVERIFY(unfitAt(cleanedText(given)) < 0);
}

QTEST_GUILESS_MAIN(TestCleanText)
#include "test_cleantext.moc"
