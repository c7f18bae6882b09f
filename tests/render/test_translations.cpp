#include "content/kind.h"
#include "render/sinks.h"
#include "render/theme/words.h"
#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

const QString root = QStringLiteral("https://site.example.jp");

content::PageContent written(const QString &title, const QString &tag = {}, const Ulid &of = {})
{
    content::PageContent content;
    content.title = title;
    content.summary = title;
    content.body = QStringLiteral("Text.\n");
    content.date = {2026, 3, 1};
    content.language = {tag, of};
    return content;
}

/// A page in three languages, with the theme that ships.
struct Site
{
    Site()
    {
        const auto loaded =
            render::Theme::load(QStringLiteral(KAKEHASHI_SOURCE_DIR "/resources/theme"));
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().text));
        theme = *loaded;
        fixture.snapshot().site.organization = QStringLiteral("見本県 環境政策課");
        japanese = fixture.page(QStringLiteral("/a/"), written(QStringLiteral("大作戦")));
        english = fixture.page(QStringLiteral("/en/a/"),
                               written(QStringLiteral("Campaign"), QStringLiteral("en"), japanese));
        chinese =
            fixture.page(QStringLiteral("/zh/a/"),
                         written(QStringLiteral("行动"), QStringLiteral("zh-Hans"), japanese));
    }

    QString html(const Ulid &page) const
    {
        const auto rendered =
            render::renderPage(fixture.snapshot(), *theme, render::RenderOptions(), page);
        if (!rendered)
            qFatal("%s", qPrintable(rendered.error().text));
        return QString::fromUtf8(rendered->html);
    }

    QByteArray built(const QString &path)
    {
        render::MemorySink sink;
        const auto build =
            render::renderSite(fixture.snapshot(), *theme, fixture.options(), sink, {});
        if (!build)
            qFatal("%s", qPrintable(build.error().text));
        return sink.bytes(path);
    }

    void change(const QString &path, const content::PageContent &content)
    {
        fixture.page(path, content);
    }

    SiteFixture fixture;
    render::ThemePtr theme;
    Ulid japanese;
    Ulid english;
    Ulid chinese;
};

QStringList matchesOf(const QString &html, const QString &pattern)
{
    QStringList found;
    for (auto match = QRegularExpression(pattern).globalMatch(html); match.hasNext();)
        found.append(match.next().captured(1));
    return found;
}

QStringList alternatesOf(const QString &html)
{
    return matchesOf(html, QStringLiteral("<link rel=\"alternate\" (hreflang=[^>]*)>"));
}

} // namespace

/// The same page in several languages.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachNamesAllOfThem()
    {
        const Site site;
        const QStringList expected{
            QStringLiteral("hreflang=\"ja\" href=\"%1/a/\"").arg(root),
            QStringLiteral("hreflang=\"en\" href=\"%1/en/a/\"").arg(root),
            QStringLiteral("hreflang=\"zh-Hans\" href=\"%1/zh/a/\"").arg(root),
            QStringLiteral("hreflang=\"x-default\" href=\"%1/a/\"").arg(root)};
        for (const Ulid &page : {site.japanese, site.english, site.chinese})
            QCOMPARE(alternatesOf(site.html(page)), expected);
        QVERIFY(
            alternatesOf(site.html(site.fixture.snapshot().pageAt(u"/kenmin/"_qs)->id)).isEmpty());
    }

    void aPageSaysItsLanguage()
    {
        const Site site;
        const QString english = site.html(site.english);
        QVERIFY(english.contains(u"<html lang=\"en\">"_qs));
        QVERIFY(english.contains(u"property=\"og:locale\" content=\"en_US\""_qs));
        QCOMPARE(matchesOf(english, u"og:locale:alternate\" content=\"([^\"]*)\""_qs),
                 (QStringList{u"ja_JP"_qs, u"zh_CN"_qs}));
        QVERIFY(english.contains(u"\"inLanguage\":\"en\""_qs));
        QVERIFY(site.html(site.japanese).contains(u"<html lang=\"ja\">"_qs));
        QVERIFY(site.html(site.chinese).contains(u"<html lang=\"zh-Hans\">"_qs));
    }

    void theSwitchLeadsToTheOthers()
    {
        const Site site;
        const QString html = site.html(site.english);
        QVERIFY(html.contains(
            u"<a href=\"/a/\" lang=\"ja\" hreflang=\"ja\" rel=\"alternate\">日本語</a>"_qs));
        QVERIFY(html.contains(u"<span lang=\"en\" aria-current=\"true\">English</span>"_qs));
        QVERIFY(!site.html(site.fixture.snapshot().pageAt(u"/kenmin/"_qs)->id)
                     .contains(u"class=\"languages"_qs));
    }

    void fixedWordsFollowTheLanguage()
    {
        const Site site;
        const QString english = site.html(site.english);
        for (const QString &words :
             {u">Skip to main content<"_qs, u">Back to top<"_qs, u"aria-label=\"Languages\""_qs,
              u">Published: "_qs, u">1 March 2026<"_qs, u">Contact</h2>"_qs, u">Home</a>"_qs})
            QVERIFY2(english.contains(words), qPrintable(words));
        QVERIFY(english.contains(u"lang=\"ja\">見本サイト"_qs) ||
                english.contains(u"<span class=\"site-brand__text\" lang=\"ja\">"_qs));
        QVERIFY(!english.contains(u"role=\"search\""_qs)); // it finds Japanese pages only
        const QString japanese = site.html(site.japanese);
        QVERIFY(japanese.contains(u">本文へ移動<"_qs));
        QVERIFY(japanese.contains(u"role=\"search\""_qs));
        QVERIFY(!japanese.contains(u"lang=\"ja\"><"_qs));
    }

    void wordsInTheTextFollowTheLanguage()
    {
        Site site;
        site.fixture.media(u"guide.pdf"_qs, QByteArray(480'000, 'x'), u"application/pdf"_qs);
        auto page = written(u"Campaign"_qs, u"en"_qs, site.japanese);
        page.body = u"[Guide](media:guide.pdf) and [more](https://other.example.jp/).[^1]\n\n"
                    "::: notice {level=warning}\nMind.\n:::\n\n::: toc\n:::\n\n## A\n\n"
                    "| a |\n|--|\n| b |\n\n[^1]: Note.\n"_qs;
        site.change(u"/en/a/"_qs, page);
        const QString english = site.html(site.english);
        const QString text = english.mid(english.indexOf(u"<div class=\"prose\">"_qs));
        for (const QString &words :
             {u" (PDF, 480 kB)"_qs, u" (external site)"_qs, u"aria-label=\"Warning\""_qs,
              u">Contents</p>"_qs, u"aria-label=\"Notes\""_qs, u">Note 1</a>"_qs,
              u"aria-label=\"Table\""_qs})
            QVERIFY2(text.contains(words), qPrintable(words + u'\n' + text.left(3000)));
    }

    void otherLanguagesInALineSaySo()
    {
        Site site;
        site.fixture.snapshot().kinds = *content::builtInKinds();
        site.fixture.page(u"/zh/"_qs, written(u"首页"_qs, u"zh-Hans"_qs));
        site.fixture.page(u"/zh/t/"_qs, written(u"一覧"_qs));
        auto topic = written(u"新闻"_qs, u"zh-Hans"_qs);
        topic.fields = {{u"tags"_qs, QJsonArray{u"氢能"_qs, u"学校"_qs}}};
        const QString html = site.html(site.fixture.page(u"/zh/t/x/"_qs, topic, u"topic"_qs));
        for (
            const QString &words :
            {u"<a href=\"/\" lang=\"en\">Home</a>"_qs, u"<a href=\"/zh/\">首页</a>"_qs,
             u"<a href=\"/zh/t/\" lang=\"ja\">一覧</a>"_qs,
             u"<a href=\"/zh/t/\"><span lang=\"en\">Back to </span><span lang=\"ja\">一覧</span></a>"_qs,
             u"<dt lang=\"en\">Tags</dt>"_qs,
             u"<dd class=\"chip\">氢能</dd>\n<dd class=\"chip\">学校</dd>"_qs})
            QVERIFY2(html.contains(words), qPrintable(words + u'\n' + html));
    }

    void whatVisitorsCannotFindIsNotNamed_data()
    {
        QTest::addColumn<bool>("noindex");
        QTest::addColumn<bool>("closed");
        QTest::newRow("noindex") << true << false;
        QTest::newRow("not open yet") << false << true;
    }

    void whatVisitorsCannotFindIsNotNamed()
    {
        QFETCH(const bool, noindex);
        QFETCH(const bool, closed);
        Site site;
        auto hidden = written(u"Campaign"_qs, u"en"_qs, site.japanese);
        hidden.seo.noindex = noindex;
        if (closed)
            hidden.window.opens = site.fixture.snapshot().asOf.addDays(1);
        site.change(u"/en/a/"_qs, hidden);
        QCOMPARE(alternatesOf(site.html(site.japanese)).size(), 3); // ja, zh-Hans, x-default
        QVERIFY(!site.html(site.japanese).contains(u"/en/a/"_qs));
        QVERIFY(!site.built(u"sitemap.xml"_qs).contains("/en/a/"));
        auto other = written(u"行动"_qs, u"zh-Hans"_qs, site.japanese);
        other.seo.noindex = true;
        site.change(u"/zh/a/"_qs, other);
        QVERIFY(alternatesOf(site.html(site.japanese)).isEmpty()); // none is left
    }

    void aTranslationOfATranslationIsOneOfTheSame()
    {
        Site site;
        site.change(u"/zh/a/"_qs, written(u"行动"_qs, u"zh-Hans"_qs, site.english));
        QCOMPARE(alternatesOf(site.html(site.japanese)).size(), 4);
        site.change(u"/en/b/"_qs, written(u"Second"_qs, u"en"_qs, site.japanese));
        QVERIFY(!site.html(site.japanese).contains(u"/en/b/"_qs)); // one page a language
        // Two that name each other come to an end.
        site.change(u"/a/"_qs, written(u"大作戦"_qs, {}, site.english));
        site.html(site.english);
    }

    void theSitemapNamesThem()
    {
        Site site;
        const QString map = QString::fromUtf8(site.built(u"sitemap.xml"_qs));
        QVERIFY(map.contains(u"xmlns:xhtml=\"http://www.w3.org/1999/xhtml\""_qs));
        QCOMPARE(map.count(u"hreflang=\"en\" href=\"%1/en/a/\""_qs.arg(root)), 3);
        QCOMPARE(map.count(u"hreflang=\"x-default\" href=\"%1/a/\""_qs.arg(root)), 3);
    }

    void listsAndSearchKeepToTheirLanguage()
    {
        Site site;
        site.fixture.page(u"/topics/"_qs, written(u"トピックス"_qs), u"list"_qs);
        site.fixture.page(u"/topics/x/"_qs, written(u"日本語の話題"_qs), u"topic"_qs);
        site.fixture.page(u"/en/topics/"_qs, written(u"Topics"_qs, u"en"_qs), u"list"_qs);
        site.fixture.page(u"/en/topics/x/"_qs, written(u"English topic"_qs, u"en"_qs), u"topic"_qs);
        const QByteArray japanese = site.built(u"topics/index.html"_qs);
        QVERIFY(japanese.contains("日本語の話題"));
        QVERIFY(!japanese.contains("English topic"));
        const QByteArray english = site.built(u"en/topics/index.html"_qs);
        QVERIFY(english.contains("English topic"));
        QVERIFY(!english.contains("日本語の話題"));
        QVERIFY(!site.built(u"feed.xml"_qs).contains("English topic"));
        QVERIFY(!site.built(u"search/index.html"_qs).contains("English topic"));
    }

    void wordsFallBack()
    {
        const auto words = render::Words::read(
            R"({"skip": {"ja": "本文へ", "en": "Skip"}, "here": {"ja": "現在の位置"}})");
        VERIFY_OK(words);
        QCOMPARE(words->word(u"ja"_qs, u"skip"_qs), u"本文へ"_qs);
        QCOMPARE(words->word(u"en-GB"_qs, u"skip"_qs), u"Skip"_qs);
        QCOMPARE(words->word(u"ko"_qs, u"skip"_qs), u"Skip"_qs);
        QCOMPARE(words->word(u"en"_qs, u"here"_qs), u"現在の位置"_qs);
        QCOMPARE(words->word(u"en"_qs, u"unknown"_qs), QString());
        const auto broken = render::Words::read("{\n\"skip\": \n}");
        VERIFY_FAILS(broken, ErrorCode::Invalid);
        QVERIFY2(broken.error().text.startsWith(u"words.json:3"_qs),
                 qPrintable(broken.error().text));
    }

    void tagsAreKeptInOneForm_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("kept");
        QTest::newRow("plain") << "en"
                               << "en";
        QTest::newRow("capitals") << "EN"
                                  << "en";
        QTest::newRow("region") << "pt_br"
                                << "pt-BR";
        QTest::newRow("script") << "zh-hans"
                                << "zh-Hans";
        QTest::newRow("the site's") << "ja"
                                    << "";
        QTest::newRow("no tag") << "English please"
                                << "";
        QTest::newRow("markup") << "en\"><script>"
                                << "";
    }

    void tagsAreKeptInOneForm()
    {
        QFETCH(const QString, typed);
        QTEST(content::storedTag(typed), "kept");
    }
};

QTEST_MAIN(TestTranslations)
#include "test_translations.moc"
