#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QRegularExpression>
#include <QTest>

using namespace kakehashi::test;

namespace {

/// Names of elements and texts, and where links lead; attributes of looks and reading aids are
/// ours.
QString skeleton(QString html)
{
    static const QRegularExpression spoken(
        QStringLiteral("<span class=\"visually-hidden\">[^<]*</span>"));
    html.remove(spoken);
    static const QRegularExpression wrapper(QStringLiteral("<div class=\"table-scroll\"[^>]*>"));
    html.replace(wrapper, QString());
    html.replace(QStringLiteral("</table></div>"), QStringLiteral("</table>"));
    static const QRegularExpression attribute(
        QStringLiteral(" (?!href|checked|align|style)[a-z-]+(=\"[^\"]*\")?(?=[^<]*>)"));
    html.remove(attribute);
    static const QRegularExpression around(QStringLiteral(">\\s+<"));
    html.replace(around, QStringLiteral("><"));
    return html.simplified();
}

} // namespace

/// The extensions of GitHub Flavored Markdown, rule by rule of their sections in its specification,
/// with examples of our own: what people who know it expect of tables, tasks, struck words and bare
/// addresses.
class TestGfm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void extensionsWorkAsTheirRulesSay_data();
    void extensionsWorkAsTheirRulesSay();
};

void TestGfm::extensionsWorkAsTheirRulesSay_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *name, const char *markdown, const char *html) {
        QTest::newRow(name) << QString::fromUtf8(markdown) << QString::fromUtf8(html);
    };
    const auto table = [&row](const char *name, const char *markdown, const char *rows) {
        row(name, markdown, rows);
    };
    table("table", "| 年 | 人数 |\n| --- | --- |\n| 2025 | 9 |",
          "<table><thead><tr><th>年</th><th>人数</th></tr></thead>"
          "<tbody><tr><td>2025</td><td>9</td></tr></tbody></table>");
    table("table without outer pipes", "年 | 人数\n--- | ---\n2025 | 9",
          "<table><thead><tr><th>年</th><th>人数</th></tr></thead>"
          "<tbody><tr><td>2025</td><td>9</td></tr></tbody></table>");
    table(
        "table with an escaped pipe", "| a |\n| - |\n| b \\| c |",
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b | c</td></tr></tbody></table>");
    table("table with an escaped pipe in code", "| a |\n| - |\n| `b \\| c` |",
          "<table><thead><tr><th>a</th></tr></thead>"
          "<tbody><tr><td><code>b | c</code></td></tr></tbody></table>");
    table("table ended by another block", "| a |\n| - |\n| b |\n> 引用",
          "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"
          "<blockquote><p>引用</p></blockquote>");
    table("table ended by an empty line", "| a |\n| - |\n| b |\nc\n\nd",
          "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr>"
          "<tr><td>c</td></tr></tbody></table><p>d</p>");
    table("head and rule must have as many cells", "| a | b |\n| --- |\n| c |",
          "<p>| a | b | | --- | | c |</p>");
    table("short and long rows", "| a | b |\n| - | - |\n| c |\n| d | e | f |",
          "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td></td></tr>"
          "<tr><td>d</td><td>e</td></tr></tbody></table>");
    table("table without rows", "| a |\n| - |",
          "<table><thead><tr><th>a</th></tr></thead></table>");
    table("inline marks in cells", "| **a** |\n| - |\n| ~~b~~ |",
          "<table><thead><tr><th><strong>a</strong></th></tr></thead>"
          "<tbody><tr><td><del>b</del></td></tr></tbody></table>");
    row("task", "- [ ] する\n- [x] した",
        "<ul><li><input /> する</li><li><input checked=\"\" /> した</li></ul>");
    row("task inside a task", "- [x] 外\n  - [ ] 内",
        "<ul><li><input checked=\"\" /> 外 <ul><li><input /> 内</li></ul></li></ul>");
    row("task in an ordered list", "1. [X] した", "<ol><li><input checked=\"\" /> した</li></ol>");
    row("no task without a space", "- [x]した", "<ul><li>[x]した</li></ul>");
    row("no task outside a list", "[x] した", "<p>[x] した</p>");
    row("struck with two", "~~古い~~ 新しい", "<p><del>古い</del> 新しい</p>");
    row("struck with one", "~古い~ 新しい", "<p><del>古い</del> 新しい</p>");
    row("struck before a soft break", "は~~古い~~\nものと\n~~新しい~~です",
        "<p>は<del>古い</del>ものと<del>新しい</del>です</p>");
    row("not struck with three", "前 ~~~古い~~~ 新しい", "<p>前 ~~~古い~~~ 新しい</p>");
    row("not struck across paragraphs", "~~ここ\n\nまで~~", "<p>~~ここ</p><p>まで~~</p>");
    row("www", "www.example.jp/a を見る",
        "<p><a href=\"http://www.example.jp/a\">www.example.jp/a</a> を見る</p>");
    row("address", "https://www.example.jp/a?b=c を見る",
        "<p><a href=\"https://www.example.jp/a?b=c\">https://www.example.jp/a?b=c</a> を見る</p>");
    row("punctuation after an address", "https://www.example.jp/a. https://www.example.jp/b!",
        "<p><a href=\"https://www.example.jp/a\">https://www.example.jp/a</a>. "
        "<a href=\"https://www.example.jp/b\">https://www.example.jp/b</a>!</p>");
    row("parentheses around an address", "(https://www.example.jp/a(b)) (www.example.jp/c)",
        "<p>(<a href=\"https://www.example.jp/a(b)\">https://www.example.jp/a(b)</a>) "
        "(<a href=\"http://www.example.jp/c\">www.example.jp/c</a>)</p>");
    row("entity after an address", "https://www.example.jp/a&hl;",
        "<p><a href=\"https://www.example.jp/a\">https://www.example.jp/a</a>&amp;hl;</p>");
    row("< ends an address", "https://www.example.jp/a<b",
        "<p><a href=\"https://www.example.jp/a\">https://www.example.jp/a</a>&lt;b</p>");
    row("no underscore in the last two parts", "www.a_b.example_x.jp",
        "<p>www.a_b.example_x.jp</p>");
    row("mail address", "kankyo@example.jp へ",
        "<p><a href=\"mailto:kankyo@example.jp\">kankyo@example.jp</a> へ</p>");
    row("mail address with plus and dot", "a.b-c_d+e@example.jp.",
        "<p><a href=\"mailto:a.b-c_d+e@example.jp\">a.b-c_d+e@example.jp</a>.</p>");
    row("mailto is a part of it", "mailto:a@example.jp",
        "<p><a href=\"mailto:a@example.jp\">mailto:a@example.jp</a></p>");
    row("no mail address without a dot", "a@example @example.jp a@.jp",
        "<p>a@example @example.jp a@.jp</p>");
    row("no mail address that ends in a line", "a@example.jp- a@example.jp_",
        "<p>a@example.jp- a@example.jp_</p>");
    row("no link within a link", "[www.example.jp](/kenmin/)",
        "<p><a href=\"/kenmin/\">www.example.jp</a></p>");
    row("no link in code", "`www.example.jp`", "<p><code>www.example.jp</code></p>");
}

void TestGfm::extensionsWorkAsTheirRulesSay()
{
    QFETCH(QString, markdown);
    QFETCH(QString, html);
    SiteFixture site;
    site.page(QStringLiteral("/kenmin/"), {});
    QCOMPARE(skeleton(site.body(markdown).html), html);
}

QTEST_GUILESS_MAIN(TestGfm)
#include "test_gfm.moc"
