#include "support/sitefixture.h"

#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;

/// What becomes of a page's body: Markdown, named blocks, links, pictures and supplied HTML.
class TestBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void markdown_data();
    void markdown();
    void blocks_data();
    void blocks();
    void mistakes_data();
    void mistakes();
    void suppliedHtml_data();
    void suppliedHtml();
    void marksSourceLinesInThePreview();
    void keepsFootnotesTogetherAcrossBlocks();

private:
    std::unique_ptr<SiteFixture> m_site;
};

void TestBody::init()
{
    m_site = std::make_unique<SiteFixture>();
    m_site->media(QStringLiteral("youkou.pdf"), QByteArray(480'000, 'x'),
                  QStringLiteral("application/pdf"));
    m_site->media(QStringLiteral("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>",
                  QStringLiteral("image/svg+xml"), {40, 20});
    for (int day = 1; day <= 3; ++day) {
        content::PageContent topic;
        topic.title = QStringLiteral("お知らせ%1").arg(day);
        topic.date = QDate(2026, 3, day);
        m_site->page(QStringLiteral("/topics/t%1/").arg(day), topic, QStringLiteral("topic"));
    }
    statistics::SeriesData members;
    members.series.name = QStringLiteral("members");
    members.series.title = QStringLiteral("会員数");
    members.series.unit = QStringLiteral("人");
    members.series.source = QStringLiteral("県調べ");
    for (int month = 1; month <= 3; ++month)
        members.observations.append({QDate(2026, month, 1), 1000.0 + month, month == 3, {}});
    members.observations[1].value.reset();
    m_site->snapshot().series.append(members);
}

namespace {

void row(const char *name, const char *input, const char *expected)
{
    QTest::newRow(name) << QString::fromUtf8(input) << QString::fromUtf8(expected);
}

} // namespace

void TestBody::markdown_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected");
    row("paragraph", "あ *い* **う** `<え>`",
        "<p>あ <em>い</em> <strong>う</strong> <code>&lt;え&gt;</code></p>\n");
    row("Japanese lines join without a space", "県民の\n皆さま", "<p>県民の皆さま</p>");
    row("Latin lines do not", "one\ntwo", "<p>one\ntwo</p>");
    row("ASCII heading", "## How to join", "<h2 id=\"how-to-join\">How to join</h2>\n");
    row("wanted id", "## 入会 {#join}", "<h2 id=\"join\">入会</h2>\n");
    row("same heading twice", "## a1\n\n## a1", "<h2 id=\"a1\">a1</h2>\n<h2 id=\"a1-2\">a1</h2>\n");
    row("emphasis beside Japanese brackets", "**県民会議（仮）**は",
        "<strong>県民会議（仮）</strong>は");
    row("emphasis of a quotation", "この**「強調」**です", "この<strong>「強調」</strong>です");
    row("emphasis in a title", "[a](/kenmin/ \"**仮（案）**は\")", "<a href=\"/kenmin/\"");
    row("bracket like a footnote's over lines", "a [^b\nand much more] c",
        "<p>a [^b\nand much more] c</p>");
    row("footnote's bracket after a break", "a  \n[^b\nとても長い続き] c",
        "\n[^b\nとても長い続き] c</p>");
    row("bracket with an escaped caret", "[\\^a\nか] b [^c", "[^a\nか] b [^c</p>");
    row("footnote's bracket with an escaped end", "[^\\]\nかきく] b", "[^]\nかきく] b</p>");
    row("picture with a footnote's bracket", "![\n[^n \nか]]()", "[^n か]");
    row("footnote's bracket in code", "`[^a b` [^c\nd]", "<code>[^a b</code> [^c\nd]");
    row("inner link", "[県民](/kenmin/#a)", "<a href=\"/kenmin/#a\">県民</a>");
    row("slash added", "[県民](/kenmin)", "<a href=\"/kenmin/\">県民</a>");
    row("own site's URL", "[県民](https://site.example.jp/kenmin/)",
        "<a href=\"/kenmin/\">県民</a>");
    row("own site's URL in other letters", "[県民](HTTPS://Site.Example.JP./kenmin/)",
        "<a href=\"/kenmin/\">県民</a>");
    row("own host's other port", "[予約](https://site.example.jp:8443/x)",
        "<a href=\"https://site.example.jp:8443/x\" class=\"external\"");
    row("wanted id and class", "## 入会 {#join .wide}", "<h2 id=\"join\">入会</h2>");
    row("wanted id in Japanese", "## 入会 {#入会}", "<h2 id=\"入会\">入会</h2>");
    row("class alone", "## Join {.wide}", "<h2 id=\"join\">Join</h2>");
    row("braces that are words", "## 入会 {案}", "入会 {案}</h2>");
    row("heading called like a part of the theme", "[a](#main)\n\n## Main",
        "<a href=\"#section-main\">a</a></p>\n<h2 id=\"section-main\">Main</h2>");
    row("heading called Top", "## Top", "<h2 id=\"section-top\">Top</h2>");
    row("headings called like footnotes", "a[^1]\n\n## fn-1\n\n## fnref-1\n\n[^1]: 注",
        "<a href=\"#fn-1\" id=\"fnref-1\">注1</a></sup></p>\n<h2 id=\"section-fn-1\">fn-1</h2>\n"
        "<h2 id=\"section-fnref-1\">");
    row("same wanted id twice", "## あ {#same}\n\n## い {#same}\n\n<h2 id=\"same\">う</h2>",
        "<h2 id=\"same\">あ</h2>\n<h2 id=\"same-2\">い</h2>\n<h2 id=\"same-3\">う</h2>");
    row("external", "[国](https://www.example.com/)",
        "<a href=\"https://www.example.com/\" class=\"external\" rel=\"noopener\">国<span "
        "class=\"visually-hidden\">（外部サイトへリンク）</span></a>");
    row("file link", "[要項](media:youkou.pdf)",
        "<a href=\"/media/youkou.pdf\">要項（PDF形式：480キロバイト）</a>");
    row("file link that says it", "[要項（PDF：480KB）](media:youkou.pdf)",
        "<a href=\"/media/youkou.pdf\">要項（PDF：480KB）</a>");
    row("picture", "![図](media:logo.svg)",
        "<img src=\"/media/logo.svg\" width=\"40\" height=\"20\" alt=\"図\" loading=\"lazy\" "
        "decoding=\"async\">");
    row("picture's own words", "![](media:logo.svg)", "alt=\"見本の図\"");
    row("bare address", "詳細はhttps://example.com/a_b（外部）",
        "<a href=\"https://example.com/a_b\"");
    row("line break beside marks", "県\n**民**\nの[参](/kenmin/)\n加`ﾅ`\n半",
        "<p>県<strong>民</strong>の<a href=\"/kenmin/\">参</a>加<code>ﾅ</code>半</p>");
    row("line break beside plain marks", "県の**民**の\n参[加](/kenmin/)\n者", "</a>者</p>");
    row("line break after half-width kana", "ｶﾅ\nかな", "<p>ｶﾅかな</p>");
    row("line break beside tags", "県<b>民</b>\n<i>の</i>", "<p>県<b>民</b><i>の</i></p>");
    row("line break beside signs", "①\n県…\n𠮷\n😀\n県", "<p>①県…𠮷😀県</p>");
    row("line break beside Latin words", "県\n**a**\nb", "<p>県\n<strong>a</strong>\nb</p>");
    row("line break in Korean", "한국\n한국", "<p>한국\n한국</p>");
    row("deleted", "~~古い~~新しい", "<del>古い</del>新しい");
    row("range is not deleted", "10~20人、30~40人", "<p>10~20人、30~40人</p>");
    row("table", "| 年 | 人 |\n|---|--:|\n| 1 | 2 |",
        "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"表\" "
        "data-columns=\"2\"><table>\n"
        "<thead>\n<tr>\n<th scope=\"col\">年</th>\n<th scope=\"col\" class=\"num\">人</th>\n</tr>\n"
        "</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td class=\"num\">2</td>\n</tr>\n</tbody>\n"
        "</table></div>\n");
    row("allowed inline tag", "CO<sub>2</sub>", "<p>CO<sub>2</sub></p>");
    row("inline tag left open in emphasis", "*a <b>c* d</b>", "<p><em>a <b>c</b></em> d</p>");
    row("inline tag across a deletion", "<b>a ~c</b> d~ e", "<p><b>a <del>c</del></b> d~ e</p>");
    row("inline tag left open", "CO<sub>2", "<p>CO<sub>2</sub></p>");
    row("HTML block is sanitised", "<div onclick=\"x()\"><script>x()</script>あ</div>",
        "<div>あ</div>");
    row("script inline goes", "a <script>x()</script>b", "<p>a b</p>");
    row("task list", "- [x] 済",
        "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> 済</li>");
    row("colons in code are text", "```\n::: notice\n```", "<pre><code>::: notice\n</code></pre>");
}

void TestBody::markdown()
{
    QFETCH(QString, input);
    QFETCH(QString, expected);
    const auto body = m_site->body(input);
    QVERIFY2(body.html.contains(expected), qPrintable(body.html));
}

void TestBody::blocks_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected");
    row("notice", "::: notice {level=warning title=\"締切\"}\n**10月**\n:::",
        "<div class=\"block-notice\" data-level=\"warning\" role=\"note\" aria-label=\"締切\">\n"
        "<p class=\"block-notice__title\">締切</p>\n<div class=\"block-notice__body\">\n"
        "<p><strong>10月</strong></p>\n</div>\n</div>\n");
    row("figure", "::: figure {src=media:logo.svg caption=\"印\" width=wide}\n:::",
        "<figure class=\"block-figure\" data-width=\"wide\">\n<img src=\"/media/logo.svg\"");
    row("figure's caption", "::: figure {src=media:logo.svg caption=\"印\"}\n:::",
        "<figcaption>印</figcaption>\n</figure>");
    row("gallery", "::: gallery\n![一](media:logo.svg \"題\")\n:::",
        "alt=\"一\" loading=\"lazy\" decoding=\"async\">"
        "<figcaption>題</figcaption></figure></li>");
    row("button", "::: button {href=/kenmin/ style=secondary}\n参加する\n:::",
        "<p class=\"block-button\" data-style=\"secondary\"><a "
        "href=\"/kenmin/\">参加する</a></p>\n");
    row("columns", ":::: columns\n左\n+++\n::: notice\n右\n:::\n::::",
        "<div class=\"block-columns\" data-count=\"2\">\n<div "
        "class=\"column\">\n<p>左</p>\n</div>\n"
        "<div class=\"column\">\n<div class=\"block-notice\"");
    row("cards listed", "::: cards\n- [県民会議](/kenmin/) 説明\n:::",
        "<p class=\"card__title\"><a href=\"/kenmin/\">県民会議</a></p><p "
        "class=\"card__summary\">説明</p>");
    row("cards newest", "::: cards {kind=topic limit=1}\n:::",
        "<a href=\"/topics/t3/\">お知らせ3</a></p><p class=\"card__date\"><time "
        "datetime=\"2026-03-03\">令和8年3月3日</time></p>");
    row("pages", "::: pages {kind=topic limit=2}\n:::",
        "<li><time class=\"block-pages__date\" datetime=\"2026-03-02\">令和8年3月2日</time> <a "
        "class=\"block-pages__link\" href=\"/topics/t2/\">お知らせ2</a></li>\n</ul>");
    row("table",
        "::: table {caption=\"表題\" headers=both}\n| 年 | 人 |\n|---|---|\n| 1 | 2 |\n:::",
        "aria-label=\"表題\" data-columns=\"2\"><table>\n<caption>表題</caption>");
    row("table's row heading", "::: table {caption=x headers=both}\n| 年 |\n|---|\n| 1 |\n:::",
        "<th scope=\"row\">1</th>");
    row("file", "::: file {src=media:youkou.pdf label=要項}\n:::",
        "<p class=\"block-file\" data-type=\"pdf\"><a href=\"/media/youkou.pdf\"><span "
        "class=\"block-file__label\">要項</span><span "
        "class=\"block-file__meta\">（PDF形式：480キロバイト）</span></a></p>");
    row("details", "::: details {summary=\"問い\"}\n答え\n:::",
        "<details class=\"block-details\">\n<summary>問い</summary>\n<div "
        "class=\"block-details__body\">\n<p>答え</p>\n</div>\n</details>\n");
    row("video", "::: embed {youtube=abcdefghijk title=\"催し\"}\n:::",
        "<iframe src=\"https://www.youtube-nocookie.com/embed/abcdefghijk");
    row("contents", "::: toc\n:::\n\n## a1\n\n### b1\n\n## c1",
        "<ol>\n<li><a href=\"#a1\">a1</a><ol>\n<li><a href=\"#b1\">b1</a></li>\n</ol></li>\n"
        "<li><a href=\"#c1\">c1</a></li></ol>\n</nav>");
    row("html",
        "::: html\n<p onclick=\"x\">あ</p>\n:::", "<div class=\"block-html\">\n<p>あ</p>\n</div>");
    row("chart", "::: chart {series=members period=2m}\n:::",
        "<tr><th scope=\"row\">令和8年2月</th><td class=\"num\">－</td></tr>\n<tr><th "
        "scope=\"row\">令和8年3月</th><td class=\"num\">1,003（速報値）</td></tr>");
    row("chart's source", "::: chart {series=members dates=western}\n:::",
        "<p class=\"block-chart__note\">出典：県調べ</p>");
    row("ended by name", "::: details {summary=a}\n::: notice\nあ\n::: /details\nい",
        "</details>\n<p>い</p>");
}

void TestBody::blocks()
{
    markdown();
}

void TestBody::mistakes_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<QString>("shown");
    const auto mistake = [](const char *name, const char *input, const char *rules,
                            const char *shown) {
        QTest::newRow(name) << QString::fromUtf8(input) << QString::fromLatin1(rules)
                            << QString::fromUtf8(shown);
    };
    mistake("unknown block", "一\n\n::: nothing {a=b}\n二\n:::\n三", "block-unknown@3",
            "<p>二</p>");
    mistake("never ends", "::: notice\n一\n\n二", "block-unclosed@1", "<p>二</p>");
    mistake("end without beginning", "一\n\n:::\n二", "block-stray-end@3", "<p>二</p>");
    mistake("inner one never ends", ":::: columns\n::: notice\n一\n::::\n二", "block-unclosed@2",
            "<p>二</p>");
    mistake("bad attributes", "::: notice {level=}x\n一\n:::", "block-attributes@1", "<p>一</p>");
    mistake("bad value", "::: notice {level=loud}\n一\n:::", "block-value@1",
            "data-level=\"info\"");
    mistake("missing value", "::: details\n一\n:::", "block-missing-value@1", "<p>一</p>");
    mistake("missing file", "一\n[a](media:no.pdf)", "media-missing@2", "a");
    mistake("missing picture", "一\n\n![図](media:no.jpg)", "media-missing@3", "図");
    mistake("missing page", "[a](/nowhere/)", "link-missing@1", "href=\"/nowhere/\"");
    mistake("above the top", "[a](../../form.pdf)", "link-missing@1", "href=\"../../form.pdf\"");
    mistake("far above the top", "[a](../../..)", "link-missing@1", "href=\"../../..\"");
    mistake("picture above the top", "![図](../../a.png)", "link-missing@1", "図");
    mistake("script link", "[a](javascript:alert(1))", "link-unsafe@1", "<p>a</p>");
    mistake("hidden script link", "[a](java&#x09;script:alert(1))", "link-unsafe@1", "<p>a</p>");
    mistake("data link", "[a](data:text/html,x)", "link-unsafe@1", "<p>a</p>");
    mistake("first-level heading", "一\n\n# 題", "heading-one@3", "<h2");
    mistake("unknown figures", "::: chart {series=x}\n:::", "series-missing@1", "");
    mistake("frame from elsewhere",
            "::: embed {map=https://evil.example/ title=x}\n:::", "embed-refused@1", "<p>x</p>");
    mistake("PDF as picture", "![a](media:youkou.pdf)", "media-no-picture@1", "");
}

void TestBody::mistakes()
{
    QFETCH(QString, input);
    QFETCH(QString, rules);
    QFETCH(QString, shown);
    const auto body = m_site->body(input);
    QCOMPARE(body.rules().join(u' '), rules);
    QVERIFY2(body.html.contains(shown), qPrintable(body.html));
    for (const Issue &issue : body.issues)
        QCOMPARE(issue.place.pagePath, QStringLiteral("/body/"));
}

void TestBody::suppliedHtml_data()
{
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("expected");
    row("script goes", "<p>あ</p><script>x()</script>", "<p>あ</p>");
    row("h1 becomes h2", "<h1>題</h1>", "</h2>");
    row("picture", "<img src=\"media:logo.svg\" alt=\"図\">",
        "<img src=\"/media/logo.svg\" width=\"40\"");
    row("file", "<a href=\"/media/youkou.pdf\">要項</a>", "要項（PDF形式：480キロバイト）</a>");
    row("page", "<a href=\"/kenmin\">県民</a>", "<a href=\"/kenmin/\">県民</a>");
}

void TestBody::suppliedHtml()
{
    QFETCH(QString, input);
    QFETCH(QString, expected);
    const auto body = m_site->body(input, content::BodyFormat::Html);
    QVERIFY2(body.html.contains(expected), qPrintable(body.html));
    QVERIFY(!body.html.contains(QLatin1String("x()")));
}

void TestBody::marksSourceLinesInThePreview()
{
    const QString text = QStringLiteral("一\n\n::: notice\n\n二\n三\n:::\n\n- 四\n");
    QVERIFY(!m_site->body(text).html.contains(QLatin1String("data-line")));
    m_site->options().preview = true;
    const QString html = m_site->body(text).html;
    for (const char *mark : {"<p data-line=\"1\" data-end=\"1\">一",
                             "<div class=\"block-notice\" data-line=\"3\" data-end=\"7\"",
                             "<p data-line=\"5\" data-end=\"6\">二三", "<li data-line=\"9\""})
        QVERIFY2(html.contains(QString::fromUtf8(mark)), qPrintable(html));
}

void TestBody::keepsFootnotesTogetherAcrossBlocks()
{
    const auto body = m_site->body(QStringLiteral(
        "一[^a]\n\n::: notice\n二[^b] [県][k]\n:::\n\n[^a]: 注甲\n[^b]: 注乙\n\n[k]: /kenmin/\n"));
    for (const char *part :
         {"<a href=\"#fn-1\" id=\"fnref-1\">注1</a>", "<a href=\"#fn-2\" id=\"fnref-2\">注2</a>",
          "<li id=\"fn-2\"><p>注乙 <a", "<a href=\"/kenmin/\">県</a>"})
        QVERIFY2(body.html.contains(QString::fromUtf8(part)), qPrintable(body.html));
    QVERIFY(body.issues.isEmpty());
    const auto quoting = m_site->body(QStringLiteral("三[^c]\n\n[^c]: 注\n\n    > 引用\n"));
    QVERIFY2(quoting.html.contains(QStringLiteral("引用</p>\n</blockquote> <a class=")),
             qPrintable(quoting.html));
}

QTEST_GUILESS_MAIN(TestBody)
#include "test_body.moc"
