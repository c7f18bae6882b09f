#include "render/templates/settle.h"
#include "support/testsite.h"

#include <QTest>

using namespace kakehashi;
using namespace kakehashi::render;

namespace {

Data siteLayer()
{
    Data link;
    link["url"] = Data("/topics/");
    link["label"] = Data("{{お知らせ}}");
    Data plain;
    plain["url"] = Data("/about/");
    plain["label"] = Data("このサイト");
    Data nav(Data::type::list);
    append(nav, std::move(plain));
    Data oddNav(Data::type::list);
    append(oddNav, std::move(link));
    Data site;
    site["name"] = Data("みやぎ<脱炭素>");
    Data all;
    all["site"] = std::move(site);
    all["nav"] = std::move(nav);
    all["oddNav"] = std::move(oddNav);
    all["hasNav"] = Data(true);
    all["emergency"] = Data(false);
    return all;
}

Data pageLayer(bool isEmpty)
{
    Data page;
    page["title"] = Data(isEmpty ? "" : "県民会議");
    page["isHome"] = Data(!isEmpty);
    Data all;
    all["page"] = std::move(page);
    all["list"] = Data(!isEmpty);
    return all;
}

std::string rendered(const std::string &text, std::initializer_list<const Data *> layers)
{
    const auto compiled = Template::compile({{QStringLiteral("t"), text}}, QStringLiteral("t"));
    std::string out;
    if (!compiled)
        qFatal("%s", qPrintable(compiled.error().text));
    (*compiled)->render(layers, out);
    return out;
}

} // namespace

/// Templates in which what no page changes is filled in beforehand.
class TestTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settlesWhatNoPageChanges_data();
    void settlesWhatNoPageChanges();
};

void TestTemplates::settlesWhatNoPageChanges_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("settledText");
    const auto row = [](const char *name, const char *text, const char *settledText) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(settledText);
    };
    row("a variable", "<p>{{site.name}}</p>\n", "<p>みやぎ&lt;脱炭素&gt;</p>\n");
    row("unescaped", "<p>{{{site.name}}} {{& site.name}}</p>\n",
        "<p>みやぎ<脱炭素> みやぎ<脱炭素></p>\n");
    row("the page's own", "<p>{{page.title}}</p>\n", "<p>{{page.title}}</p>\n");
    row("a name nobody has", "<p>{{unknown}}</p>\n", "<p></p>\n");
    row("a menu", "<ul>\n{{#nav}}<li>{{url}}</li>\n{{/nav}}</ul>\n",
        "<ul>\n<li>/about/</li>\n</ul>\n");
    row("lines of sections", "a\n{{#hasNav}}\n<ul>\n{{/hasNav}}\nb\n",
        "a\n{{#hasNav}}\n<ul>\n{{/hasNav}}\nb\n");
    row("nothing left of a line", "a\n{{#emergency}}<b>!</b>{{/emergency}}\nb\n",
        "a\n{{#emergency}}<b>!</b>{{/emergency}}\nb\n");
    row("nothing left within a line", "<i>{{#emergency}}!{{/emergency}}</i>\n", "<i></i>\n");
    row("inverted", "<i>{{^emergency}}calm{{/emergency}}</i>\n", "<i>calm</i>\n");
    row("the page within the site's section", "<i>{{#hasNav}}{{page.title}}{{/hasNav}}</i>\n",
        "<i>{{#hasNav}}{{page.title}}{{/hasNav}}</i>\n");
    row("the site within the page's section", "{{#page.isHome}}{{site.name}}{{/page.isHome}}\n",
        "{{#page.isHome}}{{site.name}}{{/page.isHome}}\n");
    row("after a page's section", "{{#list}}x{{/list}}{{emergency}}\n",
        "{{#list}}x{{/list}}{{emergency}}\n");
    row("braces that people typed", "<i>{{#oddNav}}{{label}}{{/oddNav}}</i>\n",
        "<i>{{#oddNav}}{{label}}{{/oddNav}}</i>\n");
    row("other delimiters", "{{=<% %>=}}<% site.name %>\n", "{{=<% %>=}}<% site.name %>\n");
    row("a comment", "<i>{{! for us }}</i>\n", "<i>{{! for us }}</i>\n");
    row("no tag", "<i>{</i>\n", "<i>{</i>\n");
}

void TestTemplates::settlesWhatNoPageChanges()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, settledText);
    const Data site = siteLayer();
    const auto outcome = settled(text.toStdString(), {&site}, {"page", "list"});
    VERIFY_OK(outcome);
    QCOMPARE(QByteArray::fromStdString(*outcome), settledText);
    for (const bool isEmpty : {true, false}) {
        const Data page = pageLayer(isEmpty);
        QCOMPARE(rendered(*outcome, {&site, &page}), rendered(text.toStdString(), {&site, &page}));
    }
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "test_templates.moc"
