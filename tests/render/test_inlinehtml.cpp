#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QRegularExpression>
#include <QTest>

#include <gumbo.h>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

/// Everything in a parsed document that could run, load or cover something.
void collectDanger(const GumboNode &node, QStringList &found)
{
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE)
        return;
    const GumboElement &element = node.v.element;
    const QString name = QString::fromUtf8(gumbo_normalized_tagname(element.tag));
    static const QStringList bad{
        QStringLiteral("script"),   QStringLiteral("style"),    QStringLiteral("svg"),
        QStringLiteral("math"),     QStringLiteral("object"),   QStringLiteral("embed"),
        QStringLiteral("form"),     QStringLiteral("base"),     QStringLiteral("meta"),
        QStringLiteral("link"),     QStringLiteral("iframe"),   QStringLiteral("template"),
        QStringLiteral("noscript"), QStringLiteral("textarea"), QStringLiteral("title")};
    if (bad.contains(name) || element.tag_namespace != GUMBO_NAMESPACE_HTML)
        found.append(name);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto &each = *static_cast<const GumboAttribute *>(element.attributes.data[i]);
        const QString key = QString::fromUtf8(each.name);
        const QString value = QString::fromUtf8(each.value).simplified().toLower();
        if (key.startsWith(QLatin1String("on")) || key == QLatin1String("style") ||
            value.startsWith(QLatin1String("javascript:")) ||
            value.startsWith(QLatin1String("data:")))
            found.append(key + u'=' + value);
    }
    for (unsigned i = 0; i < element.children.length; ++i)
        collectDanger(*static_cast<const GumboNode *>(element.children.data[i]), found);
}

QStringList dangerIn(const QString &html)
{
    const QByteArray bytes = "<!doctype html><body>" + html.toUtf8();
    GumboOutput *parsed = gumbo_parse(bytes.constData());
    QStringList found;
    collectDanger(*parsed->root, found);
    gumbo_destroy_output(&kGumboDefaultOptions, parsed);
    return found;
}

/// Whether each tag is ended in turn, so that nothing of a page holds or ends what is not its own.
bool isBalanced(const QString &html)
{
    static const QRegularExpression tag(QStringLiteral("<(/?)([a-z0-9]+)(?:\"[^\"]*\"|[^>\"])*>"));
    static const QStringList voids{QStringLiteral("br"),     QStringLiteral("img"),
                                   QStringLiteral("hr"),     QStringLiteral("wbr"),
                                   QStringLiteral("col"),    QStringLiteral("input"),
                                   QStringLiteral("source"), QStringLiteral("track")};
    QStringList open;
    auto tags = tag.globalMatch(html);
    while (tags.hasNext()) {
        const auto match = tags.next();
        const QString name = match.captured(2);
        if (match.captured(1).isEmpty()) {
            if (!voids.contains(name))
                open.append(name);
        } else if (open.isEmpty() || open.takeLast() != name) {
            return false;
        }
    }
    return open.isEmpty();
}

} // namespace

/// HTML among Markdown: in a line, and torn apart by blank lines.
class TestInlineHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatPagesMayHave_data();
    void showsWhatPagesMayHave();
    void keepsTogetherWhatBlankLinesTear_data();
    void keepsTogetherWhatBlankLinesTear();
    void endsNothingThatIsNotItsOwn_data();
    void endsNothingThatIsNotItsOwn();
    void runsNothing_data();
    void runsNothing();
    void tellsWhatItLeftOut();
    void marksLinesInThePreview();

private:
    SiteFixture m_site;
};

void TestInlineHtml::showsWhatPagesMayHave_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *markdown, const char *expected = nullptr) {
        const QString typed = QString::fromUtf8(markdown);
        QTest::newRow(markdown) << QString(u'文' + typed + u'後')
                                << (expected ? QString::fromUtf8(expected)
                                             : QString(u'文' + typed + u'後'));
    };
    for (const char *name : {"strong", "em",  "b",    "i",   "u",    "span", "small", "kbd",
                             "mark",   "del", "s",    "ins", "sub",  "sup",  "abbr",  "time",
                             "cite",   "q",   "code", "var", "samp", "dfn",  "bdi"}) {
        const QString both = QStringLiteral("文<%1>字</%1>後").arg(QLatin1String(name));
        QTest::newRow(name) << both << both;
        QTest::newRow(qPrintable(QLatin1String(name) + QStringLiteral(" in capitals")))
            << both.toUpper() << both;
    }
    row("<br>");
    row("<wbr>");
    row("<br />", "文<br>後");
    row("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>");
    row("<abbr title=\"t\">a</abbr>");
    row("<time datetime=\"2026-04-01\">t</time>");
    row("<q cite=\"https://example.jp/\">q</q>");
    row("<span class=\"x\" lang=\"en\">x</span>");
    row("<span style=\"position:fixed\">x</span>", "文<span>x</span>後");
    row("<b>**太**字</b>", "文<b><strong>太</strong>字</b>後");
    row("**<b>x</b>**", "文<strong><b>x</b></strong>後");
    row("<a href=\"/kenmin/\">県民</a>");
    row("<a href='/kenmin/' onclick=x()>県民</a>", "文<a href=\"/kenmin/\">県民</a>後");
    row("<a href=/kenmin/>県民</a>", "文<a href=\"/kenmin/\">県民</a>後");
    row("<A HREF=https://example.jp/>外</A>",
        "<a href=\"https://example.jp/\" class=\"external\" rel=\"noopener\">外");
    row("<a href='/kenmin/' id=\"a=b\"/>", "文<a href=\"/kenmin/\" id=\"a=b\"></a>後");
    row("<a href=\"/kenmin/\"/>県民</a>", "文<a href=\"/kenmin/\">県民</a>後");
    row("<a href=\"/kenmin/\"/>県<b>民</b></a><a href=/kenmin/ />",
        "文<a href=\"/kenmin/\">県<b>民</b></a><a href=\"/kenmin/\"></a>後");
    row("<a id=\"here\"/>", "文<a id=\"here\"></a>後");
    row("<a href=\"https://example.jp/\">外</a>",
        "<a href=\"https://example.jp/\" class=\"external\" rel=\"noopener\">外");
    row("<a href=\"/kenmin/\">https://example.jp/</a>",
        "<a href=\"/kenmin/\">https://example.jp/</a>");
    row("<img src=\"https://example.jp/a.png\" alt=\"絵\" width=\"20\">");
    row("<font color=\"red\">赤</font>", "文赤後");
    row("<center>中</center>", "文中後");
    row("<button onclick=\"x()\">押</button>", "文押後");
    row("<textarea>字</textarea>", "文字後");
    row("<script>x()</script>", "文後");
    row("<style>b{}</style>", "文後");
    row("<svg><path d=\"M0\"/><text>図</text></svg>", "文後");
    for (const char *hidden : {"noscript", "object", "canvas", "xmp", "title", "applet", "map"})
        row(qPrintable(QStringLiteral("<%1>隠</%1>").arg(QLatin1String(hidden))), "文後");
    row("<!-- 隠 -->", "文後");
    row("<名前>", "文&lt;名前&gt;後");
    row("<your-name>", "文&lt;your-name&gt;後");
    row("~~消<del>す</del>~~", "文<del>消<del>す</del></del>後");
}

void TestInlineHtml::showsWhatPagesMayHave()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    QString typed = markdown;
    if (markdown.toUpper() == markdown && markdown.contains(u'<'))
        expected = expected.toLower();
    const QString html = m_site.body(typed).html;
    QVERIFY2(html.contains(expected), qPrintable(html));
    QVERIFY2(isBalanced(html), qPrintable(html));
}

void TestInlineHtml::keepsTogetherWhatBlankLinesTear_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected"); ///< line breaks aside
    const auto row = [](const char *name, const char *markdown, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(markdown) << QString::fromUtf8(expected);
    };
    row("details", "<details>\n<summary>要約</summary>\n\n- 中\n\n</details>\n\n後",
        "<details><summary>要約</summary><ul><li>中</li></ul></details><p>後</p>");
    row("table", "<table>\n<tr><td>\n\n**太**\n\n</td></tr>\n</table>",
        "<table><tr><td><p><strong>太</strong></p></td></tr></table>");
    row("cells without ends", "<table>\n<tr><td>\n\na\n\n<td>\n\nb\n\n</table>",
        "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>");
    row("nested", "<div class=\"a\">\n<div>\n\nx\n\n</div>\n\ny\n\n</div>\n\nz",
        "<div class=\"a\"><div><p>x</p></div><p>y</p></div><p>z</p>");
    row("centred", "<p align=\"center\">\n\n**x**\n\n</p>", "<div><p><strong>x</strong></p></div>");
    row("around a block", "<details>\n<summary>s</summary>\n\n::: notice\nあ\n:::\n\n</details>\nx",
        "</div></div></details>");
    row("in a list", "- <details>\n  <summary>s</summary>\n\n  **x**\n\n  </details>\n- b",
        "<summary>s</summary><p><strong>x</strong></p></details></li>");
    row("in a block", "::: notice\n<div>\n\nx\n\n</div>\n:::", "<div><p>x</p></div>");
    row("link around", "<a href=\"/kenmin/\">\n\n**x**\n\n</a>",
        "<a href=\"/kenmin/\"><p><strong>x</strong></p></a>");
    row("heading", "<div>\n<h2 id=\"a\">題<b>名</b></h2>\n\nx\n\n</div>",
        "<div><h2 id=\"a\">題<b>名</b></h2><p>x</p></div>");
    row("entities", "<div>\na &lt;b&gt; &amp; &copy;\n\n</div>", "<div>a &lt;b&gt; &amp; ©</div>");
    row("begun within a line", "県 <details><summary>s</summary>中</details> 後",
        "<p>県</p><details><summary>s</summary>中</details><p>後</p>");
    row("begun within a line of a list", "- 県 <details><summary>s</summary>中</details>\n- 後",
        "<li>県<details><summary>s</summary>中</details></li><li>後</li>");
    row("begun within a line of a wide list",
        "- 県 <details><summary>s</summary>中</details>\n\n- 後",
        "<li><p>県</p><details><summary>s</summary>中</details></li><li><p>後</p></li>");
    row("begun within a line, ended behind it",
        "- 県 <details><summary>s</summary>\n\n  - 中\n\n  </details>\n- 後",
        "<li><p>県</p><details><summary>s</summary><ul><li>中</li></ul></details></li>");
    row("ended within a line", "<details>\n<summary>s</summary>\n\n中</details>後",
        "<details><summary>s</summary><p>中</p></details><p>後</p>");
    row("blocks within a line", "a<div>b<div>c</div></div>d<hr>e<ul><li>f</li></ul>",
        "<p>a</p><div>b<div>c</div></div><p>d</p><hr><p>e</p><ul><li>f</li></ul>");
    row("blocks within words", "**a<div>b</div>** [c<p>d</p>](/kenmin/)\n\n## e<div>f</div>",
        "<p><strong>ab</strong><a href=\"/kenmin/\">cd</a></p><h2 id=\"ef\">ef</h2>");
    row("a block in a cell", "| a |\n|---|\n| b<div>c</div> |", "<td>b<div>c</div></td>");
    row("parts of what is not there", "a<li>b</li><td>c</td><summary>d</summary>", "<p>abcd</p>");
    row("a link that ends itself", "<p><a href=\"/kenmin/\"/>県民</a></p>",
        "<p><a href=\"/kenmin/\">県民</a></p>");
    row("comment", "<!-- a\n\n**b**\n\n-->\n\n後", "<p>後</p>");
    row("comment within", "<div>\n<!-- a\n\n**b**\n\n-->\n</div>\n\n後", "<div></div><p>後</p>");
    row("script within", "<div>\n<script>\nvar a;\n\nvar b;\n</script>\n</div>\n\n後",
        "<div></div><p>後</p>");
}

void TestInlineHtml::keepsTogetherWhatBlankLinesTear()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    const QString html = m_site.body(markdown).html;
    static const QRegularExpression around(QStringLiteral("\\s*(<[^>]*>)\\s*"));
    const QString dense = QString(html).replace(around, QStringLiteral("\\1"));
    QVERIFY2(dense.contains(expected), qPrintable(html));
    QVERIFY2(isBalanced(html), qPrintable(html));
}

void TestInlineHtml::endsNothingThatIsNotItsOwn_data()
{
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *markdown) {
        QTest::newRow(markdown) << QString::fromUtf8(markdown);
    };
    row("<details>\n<summary>s</summary>\n\n中\n\n- [ ] a");
    row("a <b>b");
    row("a <details>b");
    row("a </b></p></div></main>");
    row("</div></main></body></html>");
    row("</div>\n\n</main>");
    row("<div title=\"\n\nb\n\n\">c");
    row("<div title='a");
    row("<!-- a");
    row("<div>\n<!-- a\n\nb");
    row("<script>\nx()");
    row("<div>\n<style>\n\nb{}");
    row("<textarea>\n\nb");
    row("<title>\n\nb");
    row("<plaintext>\n\nb");
    row("<xmp>\n\nb");
    row("<template>\n\nb");
    row("<svg>\n\nb");
    row("a <svg><title>b");
    row("a <iframe src=\"https://www.youtube-nocookie.com/embed/abcdefghijk\">b");
    row("<noscript>\n\nb");
    row("<select>\n\nb");
    row("<table>\n\nb");
    row("- <div>\n- b");
    row("> <div>\n\nb");
    row("| a |\n|---|\n| </td></table> |");
    row("| a |\n|---|\n| <b>x |");
    row("*a <b>c* d</b>");
    row("[a <b>c](/kenmin/) d</b>");
    row("::: notice\n</div>\n\n<div>\n:::");
    row("::: columns\n<div>\n+++\n</div>\n:::");
    row("<section><div>\n\na\n\n</section>");
    row("<div><b>\n\na\n\n</b>");
    row("a[^1]\n\n[^1]: <div>\n\n    b");
    row("## <b>x\n\ny");
}

void TestInlineHtml::endsNothingThatIsNotItsOwn()
{
    QFETCH(QString, markdown);
    const QString html = m_site.body(markdown + QStringLiteral("\n\n## 次の節\n\n最後\n")).html;
    QVERIFY2(isBalanced(html), qPrintable(html));
    const bool isHidden = markdown.startsWith(QStringLiteral("<!--")) ||
                          markdown.startsWith(QStringLiteral("<script"));
    QVERIFY2(isHidden || html.contains(QStringLiteral("</h2>\n<p>最後</p>")), qPrintable(html));
    QVERIFY2(dangerIn(html).isEmpty() || markdown.contains(QStringLiteral("youtube")),
             qPrintable(html));
}

void TestInlineHtml::runsNothing_data()
{
    QTest::addColumn<QString>("attack");
    const auto row = [](const char *attack) { QTest::newRow(attack) << QString::fromUtf8(attack); };
    row("<img src=x onerror=alert(1)>");
    row("<img/src=x/onerror=alert(1)>");
    row("<a href=javascript:alert(1)>x</a>");
    row("<a href=\" &#106;avascript&colon;alert(1)\">x</a>");
    row("<a href=\"java\tscript:alert(1)\">x</a>");
    row("<a href=\"data:text/html,<script>alert(1)</script>\">x</a>");
    row("<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">");
    row("<iframe src=\"https://evil.example/\"></iframe>");
    row("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>");
    row("<svg onload=alert(1)>");
    row("<svg><script>alert(1)</script></svg>");
    row("<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">");
    row("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 "
        "onerror=alert(1)&gt;\">");
    row("<math><mi><xmp><img src=x onerror=alert(1)></xmp></mi></math>");
    row("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">");
    row("<noscript><style></noscript><img src=x onerror=alert(1)>");
    row("<template><img src=x onerror=alert(1)></template>");
    row("<title><a title=\"</title><img src=x onerror=alert(1)>\"></title>");
    row("<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>");
    row("<xmp><p title=\"</xmp><svg/onload=alert(1)>\"></xmp>");
    row("<form><button formaction=javascript:alert(1)>x");
    row("<div style=\"position:fixed;inset:0\">x</div>");
    row("<style>@import 'https://evil.example'</style>");
    row("<base href=\"https://evil.example/\">");
    row("<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">");
    row("<object data=\"data:text/html,x\"><embed src=javascript:alert(1)></object>");
    row("<b title=\"<img src=x onerror=alert(1)>\">x</b>");
    row("<b title='\"><img src=x onerror=alert(1)>'>x</b>");
    row("<b a=`><img src=x onerror=alert(1)>`>x</b>");
    row("<b\x0bonclick=alert(1)>x</b>");
    row("<details open ontoggle=alert(1)>x</details>");
    row("<div data-line=\"1\" is=\"x-y\">x</div>");
    row("<scr<script>ipt>alert(1)</script>");
    row("<!--><img src=x onerror=alert(1)>-->");
    row("<!--!><img src=x onerror=alert(1)>-->");
    row("<![CDATA[><img src=x onerror=alert(1)>]]>");
    row("<?x ><img src=x onerror=alert(1)>?>");
    row("</p/x><img src=x onerror=alert(1)>");
    row("<a href=\"#\" ping=\"https://evil.example\" target=x>x</a>");
}

void TestInlineHtml::runsNothing()
{
    QFETCH(QString, attack);
    const QString torn = QString(attack).replace(u' ', QStringLiteral("\n\n"));
    for (const QString &text :
         {attack, QString(u'文' + attack + u'後'), QString(QStringLiteral("<div>\n") + attack),
          QString(QStringLiteral("<div>\n") + attack + QStringLiteral("\n\nx\n\n</div>")),
          QString(QStringLiteral("<table><tr>\n\n") + attack), torn,
          QString(QStringLiteral("- <p>\n  ") + attack + QStringLiteral("\n\n  x")),
          QString(QStringLiteral("**") + attack + QStringLiteral("**")),
          QString(QStringLiteral("| a |\n|---|\n| ") + attack + QStringLiteral(" |"))}) {
        const QString html = m_site.body(text).html;
        QVERIFY2(dangerIn(html).isEmpty(),
                 qPrintable(dangerIn(html).join(u' ') + u'\n' + text + u'\n' + html));
        QVERIFY2(isBalanced(html), qPrintable(text + u'\n' + html));
        QVERIFY2(!html.contains(QStringLiteral("data-line=\"")), qPrintable(html));
    }
}

void TestInlineHtml::tellsWhatItLeftOut()
{
    const auto told = [this](const char *markdown) {
        QStringList all;
        for (const Issue &issue : m_site.body(QString::fromUtf8(markdown)).issues)
            all.append(issue.rule + u'@' + QString::number(issue.place.line));
        return all.join(u' ');
    };
    QCOMPARE(told("a\n\n文<font>x</font>"), QStringLiteral("html-dropped@3"));
    QCOMPARE(told("a\n\n文<b onclick=x()>x</b>"), QStringLiteral("html-dropped@3"));
    QCOMPARE(told("a\n\n文</b>"), QStringLiteral("html-dropped@3"));
    QCOMPARE(told("a\n\n文<x-y>"), QStringLiteral("html-inline@3"));
    QCOMPARE(told("a\n\n<div>\n<details>\n\nx\n\n</div>"), QString());
    QCOMPARE(told("a\n\n<details>\n\nx"), QStringLiteral("html-dropped@3"));
    QCOMPARE(told("a\n\n<div>\n<font>\n\nx\n\n</div>"), QStringLiteral("html-dropped@4"));
}

void TestInlineHtml::marksLinesInThePreview()
{
    m_site.options().preview = true;
    const QString html =
        m_site.body(QStringLiteral("<details>\n<summary>s</summary>\n\n中\n\n</details>\n\n後"))
            .html;
    QVERIFY2(html.contains(QStringLiteral("<p data-line=\"4\" data-end=\"4\">中</p>")),
             qPrintable(html));
    QVERIFY2(html.contains(QStringLiteral("<p data-line=\"8\" data-end=\"8\">後</p>")),
             qPrintable(html));
}

QTEST_GUILESS_MAIN(TestInlineHtml)
#include "test_inlinehtml.moc"
