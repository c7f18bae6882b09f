#include "render/theme.h"
#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;

/// Themes: what is read, how assets are named, and what an author is told about mistakes.
class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesAssetsByContent();
    void changesOnlyTheNamesThatMust();
    void tellsWhereAMistakeIs_data();
    void tellsWhereAMistakeIs();
    void refusesLinksOutOfTheFolder();
    void readsTheThemeThatShips();
    void everyWordSaysItsLanguage_data() { themesThatShip(); }
    void everyWordSaysItsLanguage();
    void everyWordIsUsed_data() { themesThatShip(); }
    void everyWordIsUsed();

private:
    static void themesThatShip();
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTheme::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    put(path("theme.json"), "{\"name\":\"t\"}");
    put(path("templates/page.mustache"), "{{>head}}\n<p>{{page.title}}</p>\n");
    put(path("templates/partials/head.mustache"), "<head></head>\n");
    put(path("assets/style.css"), "a{background:url(img/a.png)}");
    put(path("assets/img/a.png"), "one");
}

void TestTheme::namesAssetsByContent()
{
    const auto theme = testTheme();
    QVERIFY(theme);
    const auto *style = theme->asset(QStringLiteral("style.css"));
    const auto *print = theme->asset(QStringLiteral("print.css"));
    const auto *font = theme->asset(QStringLiteral("fonts/title.woff2"));
    QVERIFY(style && print && font);
    QCOMPARE(font->publishedPath,
             QStringLiteral("assets/fonts/title.%1.woff2").arg(font->hash.toString().left(8)));
    QVERIFY(style->bytes.contains(
        QByteArray("url(\"fonts/title." + font->hash.toHex().left(8) + ".woff2?v=1\")")));
    QVERIFY(style->bytes.contains(
        QByteArray("@import \"print." + print->hash.toHex().left(8) + ".css\"")));
    QVERIFY(style->bytes.contains("url(data:image/gif;base64,AA==)"));
}

void TestTheme::changesOnlyTheNamesThatMust()
{
    const auto before = render::Theme::load(m_folder->path());
    VERIFY_OK(before);
    put(path("assets/img/a.png"), "two");
    put(path("assets/other.css"), "b{}");
    const auto after = render::Theme::load(m_folder->path());
    VERIFY_OK(after);
    const auto name = [](const auto &theme, const char *asset) {
        return (*theme)->asset(QString::fromLatin1(asset))->publishedPath;
    };
    QVERIFY(name(before, "img/a.png") != name(after, "img/a.png"));
    QVERIFY2(name(before, "style.css") != name(after, "style.css"),
             "a sheet's name follows its pictures");
}

void TestTheme::tellsWhereAMistakeIs_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *file, const char *content, const char *said) {
        QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(content)
                            << QString::fromLatin1(said);
    };
    row("section never closed", "templates/page.mustache", "a\nb\n{{#nav}}\nc\n",
        "templates/page.mustache:3: the section \"nav\" never ends");
    row("section never opened", "templates/page.mustache", "a\n{{/nav}}\n",
        "templates/page.mustache:2: the section \"nav\" ends but never began");
    row("tag never closed", "templates/page.mustache", "a\n\n\n{{page",
        "templates/page.mustache:4: the tag that begins here never ends");
    row("sections that cross", "templates/page.mustache", "{{#nav}}\n{{#list}}{{/nav}}\n{{/list}}",
        "templates/page.mustache:2: the section \"list\" is ended by \"nav\"");
    row("odd delimiters", "templates/page.mustache", "{{=<%}}",
        "templates/page.mustache:1: other delimiters");
    row("mistake in a partial", "templates/partials/head.mustache", "\n{{#x}}",
        "templates/partials/head.mustache:2: the section \"x\" never ends");
    row("partial missing", "templates/page.mustache", "\n{{>nothing}}",
        "templates/page.mustache:2: the partial \"nothing\" is missing");
    row("partial includes itself", "templates/partials/head.mustache", "{{>head}}",
        "templates/partials/head.mustache:1: the partial \"head\" includes itself");
    row("picture missing", "assets/style.css", "a{}\nb{background:url('no.png')}",
        "assets/style.css:2: \"no.png\"");
    row("outside", "assets/style.css", "a{background:url(../theme.json)}",
        "assets/style.css:1: \"../theme.json\"");
    row("sheets in a circle", "assets/style.css", "@import \"style.css\";", "assets/style.css:1:");
    row("broken theme.json", "theme.json", "{\n\"name\": }", "theme.json:2:");
}

void TestTheme::tellsWhereAMistakeIs()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, said);
    put(m_folder->filePath(file), content);
    const auto theme = render::Theme::load(m_folder->path());
    VERIFY_FAILS(theme, ErrorCode::Invalid);
    QVERIFY2(theme.error().text.startsWith(said), qPrintable(theme.error().text));
}

void TestTheme::refusesLinksOutOfTheFolder()
{
#ifdef Q_OS_UNIX
    QVERIFY(QFile::link(QStringLiteral("/etc/passwd"), path("assets/passwd.txt")));
    VERIFY_FAILS(render::Theme::load(m_folder->path()), ErrorCode::Refused);
    QVERIFY(QFile::remove(path("assets/passwd.txt")));
#endif
    QVERIFY(QFile::remove(path("templates/page.mustache")));
    VERIFY_FAILS(render::Theme::load(m_folder->path()), ErrorCode::Invalid);
    VERIFY_FAILS(render::Theme::load(path("nothing")), ErrorCode::NotFound);
}

void TestTheme::readsTheThemeThatShips()
{
    const auto theme = render::Theme::load(QStringLiteral(":/theme"));
    VERIFY_OK(theme);
    QVERIFY((*theme)->asset(QStringLiteral("style.css")));
    QVERIFY(!(*theme)->name().isEmpty());
}

void TestTheme::themesThatShip()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("standard") << QStringLiteral(KAKEHASHI_SOURCE_DIR "/resources/theme");
    QTest::newRow("plain") << QStringLiteral(KAKEHASHI_SOURCE_DIR "/resources/themes/plain");
}

namespace {

/// The text of all templates, by file.
QMap<QString, QString> templatesOf(const QString &theme)
{
    QMap<QString, QString> all;
    QDirIterator each(theme + QStringLiteral("/templates"), {QStringLiteral("*.mustache")},
                      QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString file = each.next();
        all.insert(file.mid(theme.size() + 1), QString::fromUtf8(contentOf(file)));
    }
    return all;
}

/// The words that stand in the text of elements whose nearest language is not the words' own.
QStringList unmarkedWords(const QString &html)
{
    static const QRegularExpression piece(
        QStringLiteral("<(/?)([a-z][a-z0-9]*)([^<>]*)>|\\{\\{(words\\.\\w+)\\}\\}"));
    static const QStringList withoutEnd{QStringLiteral("img"), QStringLiteral("br"),
                                        QStringLiteral("meta"), QStringLiteral("link"),
                                        QStringLiteral("input")};
    QStringList open; // the attributes of what is open
    QStringList unmarked;
    for (auto match = piece.globalMatch(html); match.hasNext();) {
        const QRegularExpressionMatch at = match.next();
        if (at.hasCaptured(4)) {
            qsizetype nearest = open.size() - 1;
            while (nearest >= 0 && !open[nearest].contains(QLatin1String(" lang=")))
                --nearest;
            if (nearest < 0 || !open[nearest].contains(QLatin1String("{{wordsLang}}")))
                unmarked += at.captured(4);
        } else if (!at.captured(1).isEmpty()) {
            if (!open.isEmpty())
                open.removeLast();
        } else if (!withoutEnd.contains(at.captured(2))) {
            open += at.captured(3);
        }
    }
    return unmarked;
}

} // namespace

/// Where a language is not among the words, they are English: each must say so (WCAG 3.1.2).
void TestTheme::everyWordSaysItsLanguage()
{
    QFETCH(const QString, folder);
    const QMap<QString, QString> templates = templatesOf(folder);
    QVERIFY(!templates.isEmpty());
    for (auto each = templates.begin(); each != templates.end(); ++each) {
        // The search is there for pages in the site's language alone.
        if (!each.key().endsWith(QLatin1String("search-form.mustache")))
            QVERIFY2(unmarkedWords(*each).isEmpty(),
                     qPrintable(each.key() + u' ' + unmarkedWords(*each).join(u' ')));
    }
}

void TestTheme::everyWordIsUsed()
{
    QFETCH(const QString, folder);
    const QString text = templatesOf(folder).values().join(u' ');
    const QJsonObject words =
        QJsonDocument::fromJson(contentOf(folder + QStringLiteral("/words.json"))).object();
    QSet<QString> known{QStringLiteral("home")}; // the first of the way to a page
    for (auto word = words.begin(); word != words.end(); ++word) {
        const bool isUsed = text.contains(u"{{words.%1}}"_qs.arg(word.key()));
        QVERIFY2(isUsed || known.contains(word.key()), qPrintable(word.key()));
        known += word.key();
    }
    static const QRegularExpression use(QStringLiteral("\\{\\{words\\.(\\w+)\\}\\}"));
    for (auto match = use.globalMatch(text); match.hasNext();) {
        const QString name = match.next().captured(1);
        QVERIFY2(known.contains(name), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestTheme)
#include "test_theme.moc"
