#include "base/encoding.h"

#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace kakehashi;

/// Text files of any encoding that people bring.
class TestEncoding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound_data();
    void isFound();
    void cutsBetweenCharacters();
};

void TestEncoding::isFound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("encoding");
    const auto row = [](const char *name, const QByteArray &bytes, const char *text,
                        const char *encoding) {
        QTest::newRow(name) << bytes << QString::fromUtf8(text) << QString::fromLatin1(encoding);
    };
    const auto utf16 = [](QStringConverter::Encoding encoding, bool mark) {
        QStringEncoder encoder(encoding, mark ? QStringEncoder::Flag::WriteBom
                                              : QStringEncoder::Flag::Default);
        return QByteArray(encoder.encode(QStringLiteral("---\ntitle: 日本\n---\nあ")));
    };
    const char *page = "---\ntitle: 日本\n---\nあ";
    row("plain", "abc", "abc", "UTF-8");
    row("UTF-8", "é\r\n①", "é\n①", "UTF-8");
    row("mark", "\xef\xbb\xbfx", "x", "UTF-8");
    row("UTF-8 with a replaced character", "文\xef\xbf\xbd化", "文\xef\xbf\xbd化", "UTF-8");
    row("old Mac", "a\rb", "a\nb", "UTF-8");
    row("UTF-16, little end", utf16(QStringConverter::Utf16LE, true), page, "UTF-16");
    row("UTF-16, big end", utf16(QStringConverter::Utf16BE, true), page, "UTF-16");
    row("UTF-16 without mark", utf16(QStringConverter::Utf16LE, false), page, "UTF-16");
    row("UTF-16 without mark, big end", utf16(QStringConverter::Utf16BE, false), page, "UTF-16");
    row("UTF-32", utf16(QStringConverter::Utf32LE, true), page, "UTF-32");
    row("CP932", "\x93\xfa\x96\x7b\x87\x40\xfb\xfc\r\n", "日本①髙\n", "Shift_JIS");
    row("CP932, second byte a backslash", "\x95\x5c\x8e\xa6", "表示", "Shift_JIS");
    row("CP932, half-width kana", "\xca\xdd\xb6\xb8", "ﾊﾝｶｸ", "Shift_JIS");
    row("CP932, hiragana", "\x82\xa0\x82\xa2", "あい", "Shift_JIS");
    row("EUC-JP", "\xc6\xfc\xcb\xdc\xa4\xce\xb2\xc6\xa1\xa3", "日本の夏。", "EUC-JP");
    row("EUC-JP, kana alone", "\xa4\xa2\xa4\xa4", "あい", "EUC-JP");
    row("EUC-JP, half-width and NEC", "\x8e\xca\xad\xa1\xa4\xa2", "ﾊ①あ", "EUC-JP");
    row("ISO-2022-JP", "a \x1b$B8)4\x44\x1b(B b", "a 県環 b", "ISO-2022-JP");
    row("ISO-2022-JP, NEC", "\x1b$B-!\x1b(B\r\n", "①\n", "ISO-2022-JP");
    row("ISO-2022-JP, half-width", "\x1b(IJ]\x1b(B", "ﾊﾝ", "ISO-2022-JP");
    row("ISO-2022-JP, edition of 1990", "\x1b&@\x1b$B8)\x1b(J b", "県 b", "ISO-2022-JP");
    row("ISO-2022-JP-1", "\x1b$B8)\x1b$(D0!\x1b(B", "県丂", "ISO-2022-JP");
    row("ISO-2022-JP-3", "a\x1b$(O8)4D\x1b(B", "a県環", "ISO-2022-JP");
    row("ISO-2022-JP-2004", "\x1b$(Q8)-!\x1b(B b", "県① b", "ISO-2022-JP");
    row("ISO-2022-JP-2004, a kanji that only it has", "\x1b$(Q.!\x1b(B", "", "");
    row("ISO-2022-JP-2004, where CP932 has another kanji", "\x1b$(Qy!\x1b(B", "", "");
    row("ISO-2022-JP-2004, second plane", "\x1b$(P!!\x1b(B", "", "");
    row("ISO-2022-JP-2, Chinese", "\x1b$A!!\x1b(B", "", "");
    row("ISO-2022-KR", "\x1b$)C\x0e!!\x0f", "", "");
    row("ISO-2022-JP, cut", "\x1b$B8", "", "");
    row("EUC-JP with JIS X 0212", "\xb8\xa9\xa4\xce\x8f\xb0\xa1\xa1\xa3", "県の丂。", "EUC-JP");
    row("an escape that is none", "\x1b[1mx", "\x1b[1mx", "UTF-8");
    row("UTF-8, cut", "日本のみなさん\xe6\x97", "", "");
    row("UTF-8, damaged", "日本のみ\xe3なさん、こんにちは。", "", "");
    row("none of them", QByteArray("a\xff\xfe\x00z", 5), "", "");
}

void TestEncoding::isFound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const auto read = decodedText(bytes, QStringLiteral("x.md"));
    if (text.isEmpty()) {
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Invalid);
        QVERIFY(read.error().text.contains(QStringLiteral("x.md")));
        return;
    }
    QVERIFY2(read, "it is a text");
    QCOMPARE(read->text, text);
    QTEST(read->encoding, "encoding");
}

void TestEncoding::cutsBetweenCharacters()
{
    QCOMPARE(leftOf(QStringLiteral("a😀b"), 2), QStringLiteral("a"));
    QCOMPARE(leftOf(QStringLiteral("a😀b"), 3), QStringLiteral("a😀"));
    QCOMPARE(leftOf(QStringLiteral("ab"), 5), QStringLiteral("ab"));
}

QTEST_GUILESS_MAIN(TestEncoding)
#include "test_encoding.moc"
