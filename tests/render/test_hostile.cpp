#include "support/sitefixture.h"

#include <QTest>

#include <ctime>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

constexpr int many = 100'000; ///< characters, or nearly

/// `text` again and again, `many` characters in all.
QString filled(const char *text)
{
    const QString once = QString::fromLatin1(text);
    return once.repeated(many / once.size());
}

QString times(const char *text, int count)
{
    return QString::fromLatin1(text).repeated(count);
}

/// "a1b a2b a3b …" for format "a%1b ".
QString numbered(const char *format, int count)
{
    QString text;
    for (int number = 1; number <= count; ++number)
        text += QString::fromLatin1(format).arg(number);
    return text;
}

void row(const char *name, const QString &input)
{
    QTest::newRow(name) << input;
}

void brackets()
{
    row("open brackets", filled("["));
    row("mail addresses", filled("a@b.c"));
    row("almost mail addresses", filled("a@"));
    row("long before an at sign", filled("a") + QLatin1Char('@') + filled("b."));
    row("bracket pairs", filled("[]"));
    row("picture brackets", filled("![[]()"));
    row("brackets in a picture", filled("![") + filled("]("));
    row("links in links", times("[", many / 2) + times("](a)", many / 2));
    row("nested brackets", times("[", many / 2) + QLatin1Char('a') + times("]", many / 2));
    row("unclosed links", filled("[a]("));
    row("unclosed pointed links", filled("[a](<b"));
    row("brackets with parentheses", filled("[(]("));
    row("links with emphasis", filled("**x [a*b**c*](d)"));
    row("definitions", filled("[a]: /x\n"));
    row("definitions and uses", numbered("[a%1]: /x\n", 5000) + u'\n' + numbered("[a%1] ", 5000));
    row("footnotes", filled("[^a]"));
    row("defined footnotes", numbered("[^%1] ", 5000) + u'\n' + numbered("\n[^%1]: a\n", 5000));
    row("task marks", filled("- [ ] "));
}

void emphasis()
{
    row("stars", times("*a **a ", many / 14) + times("b** b*", many / 12));
    row("stars and underscores", filled("*a_ "));
    row("unclosed emphasis", filled("a**b"));
    row("emphasis within emphasis", times("*a ", many / 6) + times(" a*", many / 6));
    row("backticks", filled("e`e``e```e````"));
    row("ever more backticks", [] {
        QString text;
        for (int length = 1; text.size() < many; ++length)
            text += u'e' + QString(length, u'`');
        return text;
    }());
    row("tildes", filled("~~a ~b "));
    row("Japanese marks", QStringLiteral("（**").repeated(many / 3));
}

void blocks()
{
    row("quotes", times(">", many) + u'a');
    row("quotes with spaces", times("> ", many) + u'a');
    row("quotes just allowed", times(times(">", 99).append(u'\n').toLatin1().constData(), 1000));
    row("lists in lists", times("* ", many) + u'a');
    row("indented lists", [] {
        QString text;
        for (int depth = 0; depth < 1000; ++depth)
            text += QString(depth * 2, u' ') + QStringLiteral("* a\n");
        return text;
    }());
    row("long list", filled("- a\n"));
    row("nested blocks", filled("::: notice\n"));
    row("colons", filled(":"));
    row("fences", filled("```\n"));
    row("equal headings", filled("## a\n\n"));
    row("wide table", times("|a", 2000) + u'\n' + times("|-", 2000) + u'\n' + times("|\n", 2000));
    row("long table", QStringLiteral("|a|b|\n|-|-|\n") + filled("|a|b|\n"));
    row("tables without rows", filled("a|b\n-|-\n"));
    row("odd line ends", times("aaa\r", 1) + filled("bbb\n-\v\n"));
    row("NUL and broken UTF-16", QString(many, QChar(0)) + QChar(0xD800));
}

void addressesAndTags()
{
    row("addresses", filled("https://a.example.com "));
    row("one long address", QStringLiteral("https://a.example.com/") + filled("a"));
    row("address in parentheses", QStringLiteral("https://a.example.com/") + filled(")"));
    row("address with entities", QStringLiteral("https://a.example.com/") + filled("&amp;"));
    row("addresses in a name", filled("_www.x"));
    row("schemes", filled("https://"));
    row("addresses without an end", filled("(www.a_b"));
    row("tags", filled("<b>"));
    row("crossing tags", times("<b>", many / 8) + times("</i>", many / 8));
    row("unclosed tags", filled("<a b='"));
    row("tags with attributes", filled("<a href=\"/x\" title=\"y\">z</a>"));
    row("ends of nothing", filled("</b>"));
    row("drawings without an end", filled("a <svg>"));
    row("drawings", filled("a <svg>b</svg>"));
    row("torn comments", filled("<div>\n<!--\n\n-->\n\n"));
    row("torn scripts", filled("<div>\n<script>\n\n</script>\n\n"));
    row("torn elements", filled("<div>\n\n") + filled("</div>\n\n"));
    row("torn headings", filled("<h2>\n\n"));
    row("torn cells", filled("<table>\n<tr><td>\n\n"));
    row("unclosed comments", filled("<!--"));
    row("unclosed instructions", filled("<?"));
    row("unclosed CDATA", filled("a <![CDATA["));
    row("unclosed elements", filled("<div>\n"));
    row("elements in paragraphs", filled("<div>\n\n"));
    row("supplied elements", QStringLiteral("::: html\n") + filled("<div>") + u'\n');
}

} // namespace

/// Markdown made to keep a parser busy: nested, unclosed, repeated. A page that somebody pasted
/// may be like that, and the window must not stand still for it.
class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithinASecond_data();
    void endsWithinASecond();

private:
    SiteFixture m_site;
};

void TestHostile::endsWithinASecond_data()
{
    QTest::addColumn<QString>("input");
    brackets();
    emphasis();
    blocks();
    addressesAndTags();
}

void TestHostile::endsWithinASecond()
{
    QFETCH(QString, input);
    const std::clock_t before = std::clock();
    QVERIFY(!m_site.body(input).html.isNull());
    // The processor's time: other programs on the machine make the wall clock tell nothing.
    const auto took = (std::clock() - before) * 1000 / CLOCKS_PER_SEC;
#ifdef __SANITIZE_ADDRESS__
    constexpr int allowed = 5000;
#else
    constexpr int allowed = 1000;
#endif
    qInfo("%lld ms", static_cast<long long>(took));
    QVERIFY2(took < allowed, qPrintable(QString::number(took)));
}

QTEST_GUILESS_MAIN(TestHostile)
#include "test_hostile.moc"
