#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QRegularExpression>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;

/// Emphasis beside Japanese, which has no spaces between its words.
class TestEmphasis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsBesideJapanese_data();
    void standsBesideJapanese();
    void staysTextWhereItWas_data();
    void staysTextWhereItWas();

private:
    SiteFixture m_site;
};

namespace {

/// Without what links and pictures get besides.
QString plain(QString html)
{
    static const QRegularExpression attributes(QStringLiteral("<([a-z]+) [^>]*>"));
    static const QRegularExpression spoken(
        QStringLiteral("<span class=\"visually-hidden\">[^<]*</span>"));
    html.remove(spoken);
    html.replace(attributes, QStringLiteral("<\\1>"));
    return html.trimmed();
}

} // namespace

void TestEmphasis::standsBesideJapanese_data()
{
    QTest::addColumn<QString>("inside");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *inside, const char *shown = nullptr) {
        QTest::newRow(inside) << QString::fromUtf8(inside)
                              << QString::fromUtf8(shown ? shown : inside);
    };
    row("強調");
    row("(本館)");
    row("（本館）");
    row("注意!");
    row("注意！");
    row("!注意");
    row("\"強調\"", "&quot;強調&quot;");
    row("'強調'", "&#39;強調&#39;");
    row("“強調”");
    row("「強調」");
    row("『強調』");
    row("【重要】");
    row("｢強調｣");
    row("100%");
    row("#1");
    row("10:00~11:00.");
    row("{強調}");
    row("…");
    row("※注");
    row("[申込書](/kenmin/)", "<a>申込書</a>");
    row("![絵](https://example.jp/a.png)", "<img>");
    row("<https://example.jp/>", "<a>https://example.jp/</a>");
    row("https://example.jp/", "<a>https://example.jp/</a>");
    row("`code`", "<code>code</code>");
    row("`**`", "<code>**</code>");
    row("\\*印\\*", "*印*");
    row("&amp;と&amp;");
    row("~~(消す)~~", "<del>(消す)</del>");
    row("_「斜」_", "<em>「斜」</em>");
    row("葛󠄀(城)");
    row("𠮷(野家)");
}

void TestEmphasis::standsBesideJapanese()
{
    QFETCH(QString, inside);
    QFETCH(QString, shown);
    const QStringList before{
        QStringLiteral("県"),      QStringLiteral("は、"), QStringLiteral("ｶﾅ"),
        QStringLiteral("（"),      QStringLiteral("㈱"),   QStringLiteral("𠮷"),
        QStringLiteral("葛󠄀"), QStringLiteral("ー"),   QString()};
    const QStringList after{QStringLiteral("は"),
                            QStringLiteral("、"),
                            QStringLiteral("ｶﾅ"),
                            QStringLiteral("）の"),
                            QStringLiteral("県"),
                            QStringLiteral("𠮷"),
                            QString(),
                            QStringLiteral("\nは")};
    const QHash<QString, std::pair<QString, QString>> kinds{
        {QStringLiteral("*"), {QStringLiteral("<em>"), QStringLiteral("</em>")}},
        {QStringLiteral("**"), {QStringLiteral("<strong>"), QStringLiteral("</strong>")}},
        {QStringLiteral("__"), {QStringLiteral("<strong>"), QStringLiteral("</strong>")}},
        {QStringLiteral("***"),
         {QStringLiteral("<em><strong>"), QStringLiteral("</strong></em>")}}};
    for (const QString &first : before)
        for (const QString &last : after)
            for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
                if (kind.key() == QLatin1String("__") && inside.startsWith(u'_'))
                    continue; // three of a kind
                const QString text = first + kind.key() + inside + kind.key() + last;
                const QString html = plain(m_site.body(text).html);
                const QString wanted = kind->first + shown + kind->second;
                QVERIFY2(html.contains(wanted) || (shown.startsWith(u'*') && html.contains(shown)),
                         qPrintable(text + u'\n' + html));
                QVERIFY2(html.startsWith(QStringLiteral("<p>") + first), qPrintable(html));
            }
}

void TestEmphasis::staysTextWhereItWas_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *text, const char *shown) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(shown);
    };
    row("県** (本館) **は", "県** (本館) **は");
    row("2*3は6、4*5は20", "2<em>3は6、4</em>5は20");
    row("abc**(x)**def", "abc**(x)**def");
    row("県\\*(本館)\\*は", "県*(本館)*は");
    row("県\\\\**(本館)**は", "県\\<strong>(本館)</strong>は");
    row("`県**(本館)**は`", "<code>県**(本館)**は</code>");
    row("[県*(x)*は](/kenmin/ \"県*(x)*は\")", "<a>県<em>(x)</em>は</a>");
    row("県_(本館)_は", "県_(本館)_は");
    row("様式_1_記入例.docx", "様式_1_記入例.docx");
    row("県__下線__は__また__だ", "県<strong>下線</strong>は<strong>また</strong>だ");
    row("変数__名前は", "変数__名前は");
    row("県\\__(本館)__は", "県__(本館)__は");
    row("県__ (本館) __は", "県__ (本館) __は");
    row("foo__bar__baz と `県__(x)__は`", "foo__bar__baz と <code>県__(x)__は</code>");
    row("県___(本館)___は", "県___(本館)___は");
    row("    県**(本館)**は", "<pre><code>県**(本館)**は");
    row("| a |\n|---|\n| 県**(本館)**は |", "<td>県<strong>(本館)</strong>は</td>");
    row("> 県**(本館)**は", "県<strong>(本館)</strong>は");
    row("- **(本館)**は", "<strong>(本館)</strong>は");
    row("## 県**(本館)**は", "県<strong>(本館)</strong>は");
}

void TestEmphasis::staysTextWhereItWas()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    const QString html = plain(m_site.body(text).html);
    QVERIFY2(html.contains(shown), qPrintable(html));
    // What helps the parser stands in no text, address or title.
    for (const char32_t mark : {U'\uFDD0', U'\uFDD1'})
        QVERIFY(!m_site.body(text).html.contains(QString::fromUcs4(&mark, 1)));
}

QTEST_GUILESS_MAIN(TestEmphasis)
#include "test_emphasis.moc"
