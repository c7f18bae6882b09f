#include "content/page/pagerepository.h"
#include "content/site/redirectrepository.h"
#include "support/testsite.h"
#include "takeover/markdownimport.h"

#include <QElapsedTimer>

using namespace kakehashi;
using namespace kakehashi::takeover;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

/// Jekyll's own words in texts and front matter.
class TestJekyll : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_site.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        auto made = workspace::Workspace::create(m_folder->filePath(u("site")), u("見本"));
        VERIFY_OK(made);
        m_site = std::move(*made);
        put("_config.yml", "title: 見本\n");
        put("_posts/2024-05-01-first.md", "---\ntitle: 初\n---\n");
        put("docs/b.md", "---\ntitle: 書\n---\n");
    }

    void liquidBecomesOursOrIsReported_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("ours");
        QTest::addColumn<int>("reports");
        const auto row = [](const char *written, const char *ours, int reports) {
            QTest::newRow(written) << u(written) << u(ours) << reports;
        };
        const char *first = "[初](/2024/05/01/first/)";
        row("[初]({% post_url 2024-05-01-first %})", first, 0);
        row("[初]({{ site.baseurl }}{%- post_url 2024-05-01-first -%})", first, 0);
        row("[書]({% link docs/b.md %})", "[書](/docs/b/)", 0);
        row("[書]({{ '/docs/b.html' | relative_url }})", "[書](/docs/b/)", 0);
        row("{{ page.title }}", "題", 0);
        row("a {% comment %}秘\n密{% endcomment %}b", "a \nb", 0);
        row("{% raw %}{{ x }}{% endraw %}", "{{ x }}", 0);
        row("{% highlight ruby %}\nx\n{% endhighlight %}", "```ruby\nx\n```", 0);
        row("{% include x.html %}", "{% include x.html %}", 1);
        row("{{ site.title }}", "{{ site.title }}", 1);
        row("{% if a %}x{% endif %}", "{% if a %}x{% endif %}", 1);
        row("[無]({% post_url 2024-01-01-none %})", "[無]({% post_url 2024-01-01-none %})", 1);
        row("{ a } {% b", "{ a } {% b", 0);
    }

    void liquidBecomesOursOrIsReported()
    {
        QFETCH(QString, written);
        put("a.md", "---\ntitle: 題\n---\n前\n" + written.toUtf8() + "\n");
        const auto report = run();
        const auto page = m_site->pages().byPath(u("/a/"));
        VERIFY_OK(page);
        const QString body = m_site->pages().working(page->id)->content.body;
        QTEST(body.mid(2).trimmed(), "ours");
        Issues told;
        for (const Issue &issue : report.issues)
            if (issue.rule == u("import-shortcode"))
                told.append(issue);
        QTEST(int(told.size()), "reports");
        if (!told.isEmpty())
            QCOMPARE(told.first().place.line, 5);
    }

    void notesThatAreLostAreReported()
    {
        put("a.md", "---\ntitle: 題\n---\n本文[^1]と[^none]\n\n[^1]: 注\n[^unused]: 大事な注\n"
                    "\n`[^x]`\n");
        QList<int> lines;
        for (const Issue &issue : run().issues)
            if (issue.rule == u("import-footnote"))
                lines.append(issue.place.line);
        QCOMPARE(lines, (QList<int>{4, 7}));
    }

    void redirectsAreRedirects()
    {
        put("a.md", "---\ntitle: 題\nredirect_from:\n  - /old/a/\n  - /older.html\n---\nx");
        put("b.md", "---\ntitle: 別\nredirect_from: /b-old/\n---\nx");
        put("gone.md", "---\ntitle: 移\nredirect_to: /docs/b.html\n---\n");
        put("away.md", "---\ntitle: 外\nredirect_to: https://other.example.jp/\n---\n");
        run();
        QHash<QString, QString> redirects;
        const auto all = m_site->redirects().list();
        for (const content::Redirect &redirect : *all)
            redirects.insert(redirect.from, redirect.target);
        QCOMPARE(redirects.value(u("/old/a/")), u("/a/"));
        QCOMPARE(redirects.value(u("/older.html")), u("/a/"));
        QCOMPARE(redirects.value(u("/b-old/")), u("/b/"));
        QCOMPARE(redirects.value(u("/gone/")), u("/docs/b/"));
        QCOMPARE(redirects.value(u("/away/")), u("https://other.example.jp/"));
        QVERIFY(!m_site->pages().byPath(u("/gone/")));
    }

    void hostileTextsEnd()
    {
        for (const auto *part : {"{%", "{{", "{% raw %}", "{% comment %}", "{%x%}"}) {
            put("a.md", "---\ntitle: 題\n---\n" + QByteArray(part).repeated(100'000));
            QElapsedTimer timer;
            timer.start();
            run();
            QVERIFY2(timer.elapsed() < 20'000, part);
        }
    }

private:
    void put(const char *name, const QByteArray &bytes)
    {
        test::put(m_folder->filePath(u("source/") + u(name)), bytes);
    }

    workspace::ImportReport run()
    {
        workspace::ImportOptions options;
        options.update = true;
        const auto report = importMarkdown(*m_site, m_folder->filePath(u("source")), options);
        return report ? *report : workspace::ImportReport();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_site;
};

QTEST_GUILESS_MAIN(TestJekyll)
#include "test_jekyll.moc"
