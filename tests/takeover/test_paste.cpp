#include "takeover/paste/inlineruns.h"
#include "takeover/paste/pastedhtml.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kakehashi::takeover;

namespace {

const QByteArray onePixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg==";

QString word(const QString &fragment)
{
    return QStringLiteral(
               "Version:1.0\r\nStartHTML:00000097\r\n\r\n<html xmlns:o=\"urn:schemas-microsoft-com:"
               "office:office\"><head><meta name=ProgId content=Word.Document><style><!-- "
               "p.MsoNormal {margin:0mm} --></style></head><body lang=JA><!--StartFragment-->") +
           fragment + QStringLiteral("<!--EndFragment--></body></html>");
}

} // namespace

class TestPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formsBecomeMarkdown_data();
    void formsBecomeMarkdown();
    void textStaysText_data();
    void textStaysText();
    void nothingThatActsComesThrough_data();
    void nothingThatActsComesThrough();
    void picturesComeAlong();
    void filesOutsideTheTemporaryFolderAreNotRead();
    void whatIsLeftOutIsSaid_data();
    void whatIsLeftOutIsSaid();
    void plainTextInSpansIsNotRich();
    void hugeTablesAreCut();
    void absurdInputIsAnswered_data();
    void absurdInputIsAnswered();
};

void TestPaste::formsBecomeMarkdown_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &html, const QString &markdown) {
        QTest::newRow(name) << html << markdown;
    };
    row("Word: headings, emphasis, link",
        word(QStringLiteral(
            "<h1><span lang=JA>事業の概要<o:p></o:p></span></h1><h2>対象</h2>"
            "<p class=MsoNormal><b><span>県</span></b><b><span>民</span></b>の<i>皆さま</i>は"
            "<a href=\"https://example.jp/a?b=1&amp;c=2\"><span>申込書</span></a>を。"
            "<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>次の\r\n段落"
            "</p>")),
        QStringLiteral("## 事業の概要\n\n### 対象\n\n**県民**の*皆さま*は"
                       "[申込書](https://example.jp/a?b=1&c=2)を。\n\n次の段落"));
    row("Word: lists are paragraphs",
        word(QStringLiteral(
            "<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level1 lfo1'>"
            "<![if !supportLists]><span style='font-family:Wingdings'><span "
            "style='mso-list:Ignore'>l<span>&nbsp;&nbsp; </span></span></span><![endif]>一つ目"
            "<o:p></o:p></p>"
            "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span "
            "style='mso-list:Ignore'>u<span>&nbsp;</span></span>その下</p>"
            "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span "
            "style='mso-list:Ignore'>l</span>二つ目</p><p class=MsoNormal>本文</p>"
            "<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span "
            "style='mso-list:Ignore'>1.<span>&nbsp;</span></span>申請</p>"
            "<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span "
            "style='mso-list:Ignore'>2.</span>審査</p>")),
        QStringLiteral("- 一つ目\n    - その下\n- 二つ目\n\n本文\n\n1. 申請\n2. 審査"));
    row("Excel: a table with merged cells, lines and a pipe",
        QStringLiteral(
            "<html "
            "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table><!--StartFragment-->"
            "<col width=72><tr height=18><td rowspan=2 class=xl65>区分</td><td colspan=2>会員数"
            "</td></tr><tr><td>個人</td><td>団体</td></tr><tr><td>仙台<br>\r\n  本館</td>"
            "<td align=right>9,174</td><td align=right>a|b</td></tr>"
            "<!--EndFragment--></table></body></html>"),
        QStringLiteral("| 区分 | 会員数 | 会員数 |\n| --- | --- | --- |\n| 区分 | 個人 | 団体 |\n"
                       "| 仙台<br>本館 | 9,174 | a\\|b |"));
    row("LibreOffice Calc: figures at the right",
        QStringLiteral("<table cellspacing=\"0\" border=\"0\"><colgroup width=\"85\"></colgroup>"
                       "<tr><td align=\"left\"><b><font face=\"IPA\">月</font></b></td><td><b>人"
                       "</b></td></tr><tr><td align=\"left\">4月</td><td align=\"right\" "
                       "sdval=\"12\" sdnum=\"1041;\">12</td></tr></table>"),
        QStringLiteral("| 月 | 人 |\n| --- | ---: |\n| 4月 | 12 |"));
    row("Google Docs: all in one <b>, weights in spans, lists side by side",
        QStringLiteral(
            "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\">"
            "<h1 dir=\"ltr\"><span style=\"font-weight:400\">題</span></h1>"
            "<p dir=\"ltr\"><span style=\"font-weight:700\">太字</span><span "
            "style=\"font-weight:400\">と</span><a href=\"https://www.google.com/url?q=https://"
            "example.jp/x&amp;sa=D\"><span>先</span></a></p>"
            "<ul><li "
            "dir=\"ltr\"><p><span>甲</span></p></li><ul><li><p><span>乙</span></p></li></ul>"
            "<li><p><span>丙</span></p></li></ul></b>"),
        QStringLiteral("## 題\n\n**太字**と[先](https://example.jp/x)\n\n- 甲\n  - 乙\n- 丙"));
    row("a web page",
        QStringLiteral("<h2>見出し</h2><div>一<br>二<br><br>三</div><blockquote><p>引用</p>"
                       "</blockquote><pre>a\n  b</pre><ol start=3><li>三<ul><li>内</li></ul></li>"
                       "<li><p>四</p><p>続き</p></li></ol><hr>"),
        QStringLiteral("## 見出し\n\n一\\\n二\n\n三\n\n> 引用\n\n```\na\n  b\n```\n\n"
                       "3. 三\n   - 内\n4. 四\n\n   続き\n\n---"));
    row("one's own address is a path",
        QStringLiteral("<p><a href=\"https://portal.example/award/#x\">アワード</a>、"
                       "<a href=\"#_Toc1\">目次</a></p>"),
        QStringLiteral("[アワード](/award/#x)、目次"));
    row("code with runs of marks", QStringLiteral("<p><code>a``b`</code></p>"),
        QStringLiteral("``` a``b` ```"));
    row("one's own address on http",
        QStringLiteral("<p><a href='http://PORTAL.example/a/'>a</a></p>"),
        QStringLiteral("[a](/a/)"));
    row("figures below an empty row and a head",
        QStringLiteral("<table><tr><td></td><td></td></tr><tr><td>年</td><td>人</td></tr>"
                       "<tr><td>令和7年</td><td align=right>1</td></tr></table>"),
        QStringLiteral("| 年 | 人 |\n| --- | ---: |\n| 令和7年 | 1 |"));
    row("sub, sup, code, struck",
        QStringLiteral("<p>CO<sub>2</sub> m<sup>2</sup> <code>a`b</code> <s>旧</s></p>"),
        QStringLiteral("CO<sub>2</sub> m<sup>2</sup> ``a`b`` ~~旧~~"));
    row("spaces stand outside the marks", QStringLiteral("<p>the <b> bold </b>word</p>"),
        QStringLiteral("the **bold** word"));
    row("a table for layout",
        QStringLiteral("<table><tr><td><h2>題</h2><p>文</p></td></tr></table>"),
        QStringLiteral("## 題\n\n文"));
    row("hidden things", QStringLiteral("<p>見<span style='display:none'>隠</span>える</p>"),
        QStringLiteral("見える"));
}

void TestPaste::formsBecomeMarkdown()
{
    QFETCH(QString, html);
    const PasteOptions options{QUrl(QStringLiteral("https://portal.example/")), {}};
    QTEST(markdownFromHtml(html, options).markdown, "markdown");
}

void TestPaste::textStaysText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("markdown");
    const std::pair<const char *, const char *> rows[] = {
        {"10~20、30~40", "10\\~20、30\\~40"},
        {"*注 [1]", "\\*注 \\[1]"},
        {"1. 項", "1\\. 項"},
        {"- 項", "\\- 項"},
        {"# 題", "\\# 題"},
        {"::: notice", "\\::: notice"},
        {"&lt;b&gt; &amp;amp;", "\\<b> \\&amp;"},
        {"a_b _c_", "a_b \\_c\\_"},
        {"3 &lt; 5", "3 < 5"},
    };
    for (const auto &[text, markdown] : rows)
        QTest::newRow(qPrintable(QString::fromUtf8(text)))
            << QString::fromUtf8(text) << QString::fromUtf8(markdown);
}

void TestPaste::textStaysText()
{
    QFETCH(QString, text);
    QTEST(markdownFromHtml(QStringLiteral("<p>%1</p>").arg(text)).markdown, "markdown");
}

void TestPaste::nothingThatActsComesThrough_data()
{
    QTest::addColumn<QString>("html");
    for (const char *html :
         {"<p>x<script>alert(1)</script></p>", "<p><a href=\"javascript:alert(1)\">x</a></p>",
          "<p><a href=\" jav&#9;ascript:alert(1)\">x</a></p>",
          "<p><img src=\"javascript:alert(1)\" onerror=alert(1)>x</p>",
          "<p>x</p><iframe src=\"https://evil.example/\"></iframe>",
          "<p><a href=\"data:text/html,&lt;script&gt;\">x</a></p>",
          "<style>p{}</style><p>x</p><object data=a></object>",
          "<p><a href=\"file:///etc/passwd\">x</a></p>",
          "<svg><script>alert(1)</script></svg><p>x"})
        QTest::newRow(html) << QString::fromUtf8(html);
}

void TestPaste::nothingThatActsComesThrough()
{
    QFETCH(QString, html);
    QCOMPARE(markdownFromHtml(html).markdown, QStringLiteral("x"));
}

void TestPaste::picturesComeAlong()
{
    const QString html =
        QStringLiteral("<p>前<img alt=\"県[庁]\" src=\"data:image/png;base64,%1\">後"
                       "</p><p><img src=\"https://other.example/a.png\"></p>")
            .arg(QString::fromLatin1(onePixel));
    const PastedMarkdown paste = markdownFromHtml(html);
    QCOMPARE(paste.pictures.size(), 1);
    QCOMPARE(paste.pictures.constFirst().alt, QStringLiteral("県[庁]"));
    QCOMPARE(paste.pictures.constFirst().bytes, QByteArray::fromBase64(onePixel));
    QCOMPARE(paste.markdown, QString(u'前' + pastedPicture(0) + u'後'));
    QCOMPARE(paste.leftOut.size(), 1);
    QVERIFY(paste.isRich);
}

void TestPaste::filesOutsideTheTemporaryFolderAreNotRead()
{
    const QTemporaryDir there;
    const QTemporaryDir elsewhere;
    for (const QTemporaryDir *folder : {&there, &elsewhere}) {
        QFile file(folder->filePath(QStringLiteral("clip.png")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray::fromBase64(onePixel));
    }
    const auto pasted = [&](const QString &file) {
        const QString html =
            QStringLiteral("<p>x<img src=\"%1\"></p>").arg(QUrl::fromLocalFile(file).toString());
        return markdownFromHtml(html, {QUrl(), there.path()}).pictures.size();
    };
    QCOMPARE(pasted(there.filePath(QStringLiteral("clip.png"))), 1);
    QCOMPARE(pasted(elsewhere.filePath(QStringLiteral("clip.png"))), 0);
    QCOMPARE(pasted(there.filePath(QStringLiteral("../../etc/passwd"))), 0);
}

void TestPaste::whatIsLeftOutIsSaid_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("picture elsewhere") << QStringLiteral("<img src='https://x.example/a.png'>");
    QTest::newRow("picture gone") << QStringLiteral("<img src='cid:1'>");
    QTest::newRow("video") << QStringLiteral("<video src='a.mp4'></video>");
    QTest::newRow("form") << QStringLiteral("<input name=a>");
    QTest::newRow("link") << QStringLiteral("<a href='sub/page.html'>x</a>");
}

void TestPaste::whatIsLeftOutIsSaid()
{
    QFETCH(QString, html);
    QCOMPARE(markdownFromHtml(html).leftOut.size(), 1);
    QCOMPARE(markdownFromHtml(QStringLiteral("<p>x</p>")).leftOut, QStringList());
}

void TestPaste::plainTextInSpansIsNotRich()
{
    const PastedMarkdown code = markdownFromHtml(QStringLiteral(
        "<div style=\"font-family:monospace\"><div><span style=\"color:#00f\">int</span> a;</div>"
        "</div>"));
    QVERIFY(!code.isRich);
    const PastedMarkdown bold = markdownFromHtml(QStringLiteral("<b>太字</b>"));
    QVERIFY(bold.isRich && bold.isInline);
    QVERIFY(!markdownFromHtml(QStringLiteral("<h2>題</h2>")).isInline);
}

void TestPaste::hugeTablesAreCut()
{
    QString html = QStringLiteral("<table><tr><td colspan=65000 rowspan=65000>広い</td></tr>");
    for (int i = 0; i < 3000; ++i)
        html += QStringLiteral("<tr><td>行</td></tr>");
    const PastedMarkdown paste = markdownFromHtml(html + QStringLiteral("</table>"));
    QVERIFY(paste.markdown.size() < 400'000);
    QVERIFY(!paste.leftOut.isEmpty());
}

void TestPaste::absurdInputIsAnswered_data()
{
    QTest::addColumn<QString>("html");
    QTest::newRow("deep") << QStringLiteral("<div><ul><li>").repeated(20'000);
    QTest::newRow("deep marks") << QStringLiteral("<b><i>").repeated(20'000);
    QTest::newRow("wide") << QStringLiteral("<p><b>字</b><i>体</i></p>").repeated(5'000);
    QTest::newRow("cut off") << QStringLiteral("<table><tr><td>a<!--StartFragment--><tr");
    QTest::newRow("empty") << QString();
    QTest::newRow("nul") << QString(QStringLiteral("<p>a") + QChar(0) + QStringLiteral("b</p>"));
}

void TestPaste::absurdInputIsAnswered()
{
    QFETCH(QString, html);
    QElapsedTimer time;
    time.start();
    static_cast<void>(markdownFromHtml(html));
    QVERIFY2(time.elapsed() < 3000, qPrintable(QString::number(time.elapsed())));
}

QTEST_GUILESS_MAIN(TestPaste)
#include "test_paste.moc"
