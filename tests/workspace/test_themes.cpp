#include "content/site/siterepository.h"
#include "render/render.h"
#include "render/sinks.h"
#include "support/testsite.h"
#include "workspace/layout.h"
#include "workspace/themefolder.h"
#include "workspace/themes/themerenewal.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>

using namespace kakehashi;
using namespace kakehashi::workspace;

namespace {

using State = ThemeFileNews::State;
using Take = ThemeFileNews::Take;

const QString page = QStringLiteral("templates/page.mustache");
const QString sheet = QStringLiteral("assets/style.css");

} // namespace

/// A site's theme: renewed, exchanged, broken.
class TestThemes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_theme = m_folder->filePath(QStringLiteral("theme"));
        m_backups = m_folder->filePath(QStringLiteral("backups"));
        VERIFY_OK(copyTheme(builtInTheme({}), m_theme));
    }

    void aFreshCopyHasNoNews()
    {
        const auto news = themeNews(m_theme);
        VERIFY_OK(news);
        QVERIFY(news->files.isEmpty() && !news->isAny());
        QCOMPARE(news->fromVersion, news->theme.version);
    }

    void whatTheStaffChangedIsTheirs()
    {
        change(page, "<!-- ours -->");
        change(QStringLiteral("assets/ours.css"), "a{}");
        QVERIFY(QFile::remove(path(QStringLiteral("templates/event.mustache"))));
        const auto news = themeNews(m_theme);
        QCOMPARE(states(*news), (QStringList{QStringLiteral("assets/ours.css mine"),
                                             QStringLiteral("templates/event.mustache mine"),
                                             QStringLiteral("templates/page.mustache mine")}));
        QVERIFY(!news->isAny());
    }

    void anOlderCopyIsRenewedAroundThem()
    {
        makeOlder();
        change(page, "{{page.title}}<!-- ours -->");
        auto news = themeNews(m_theme);
        QCOMPARE(states(*news), (QStringList{QStringLiteral("assets/style.css renewed"),
                                             QStringLiteral("gone.txt removed"),
                                             QStringLiteral("templates/page.mustache both")}));
        QVERIFY(news->isAny());
        const auto old = renewTheme(m_theme, *news, m_backups, m_clock);
        VERIFY_OK(old);
        QVERIFY(test::contentOf(path(page)).contains("ours"));
        QVERIFY(test::contentOf(path(sheet)).contains("--accent"));
        QVERIFY(!QFile::exists(path(QStringLiteral("gone.txt"))));
        QCOMPARE(test::contentOf(*old + u'/' + sheet), QByteArray("/* older */"));
        QCOMPARE(states(*themeNews(m_theme)),
                 QStringList{QStringLiteral("templates/page.mustache mine")});
    }

    void bothCanBeKept()
    {
        makeOlder();
        change(page, "<!-- ours -->");
        auto news = themeNews(m_theme);
        for (ThemeFileNews &one : news->files)
            one.take = Take::KeepBoth;
        VERIFY_OK(renewTheme(m_theme, *news, m_backups, m_clock));
        QVERIFY(test::contentOf(path(page)).contains("{{>header}}"));
        QCOMPARE(test::contentOf(path(QStringLiteral("mine/") + page)),
                 QByteArray("<!-- ours -->"));
        QVERIFY(themeNews(m_theme)->files.isEmpty());
    }

    void whatWouldBreakChangesNothing()
    {
        makeOlder();
        change(page, "{{#open}}");
        const auto news = themeNews(m_theme); // the broken file would stay
        VERIFY_FAILS(renewTheme(m_theme, *news, m_backups, m_clock), ErrorCode::Invalid);
        QCOMPARE(test::contentOf(path(sheet)), QByteArray("/* older */"));
        QVERIFY(!QDir(m_theme + QStringLiteral(".new")).exists());
    }

    void copiesFromBeforeOriginsWereNotedAskForEachFile()
    {
        QVERIFY(QFile::remove(path(QStringLiteral(".origin.json"))));
        QVERIFY(themeNews(m_theme)->files.isEmpty());
        change(sheet, "/* who knows */");
        const auto news = themeNews(m_theme);
        QCOMPARE(states(*news), QStringList{QStringLiteral("assets/style.css both")});
        QCOMPARE(news->files.first().take, Take::Mine);
    }

    void aMistakeIsShownWithItsPlaceAndTheLastGoodThemeGoesOn()
    {
        ThemeFolder theme(m_theme);
        Issue issue;
        const auto good = theme.load(&issue);
        VERIFY_OK(good);
        change(page, "<p>\n{{#page.title}} never closed\n");
        const auto still = theme.load(&issue);
        VERIFY_OK(still);
        QCOMPARE(*still, *good);
        QVERIFY(issue.place.file.endsWith(page));
        QCOMPARE(issue.place.line, 2);
        QVERIFY2(issue.text.contains(QStringLiteral("never closed")), qPrintable(issue.text));
        change(page, "<p>{{page.title}}</p>");
        QVERIFY(*theme.load(&issue) != *good);
        QVERIFY(issue.text.isEmpty());
    }

    void theWholeSampleBuildsInEveryTheme()
    {
        auto site = createSample(m_folder->filePath(QStringLiteral("site")));
        VERIFY_OK(site);
        const QString folder = layout::themeIn((*site)->folder());
        const QList<BuiltInTheme> themes = builtInThemes();
        QVERIFY(themes.size() >= 2);
        for (const BuiltInTheme &theme : themes) {
            VERIFY_OK(changeTheme(folder, theme.id, m_backups, m_clock));
            Issue issue;
            const auto loaded = (*site)->theme(&issue);
            VERIFY_OK(loaded);
            QVERIFY2(issue.text.isEmpty(), qPrintable(issue.text));
            QCOMPARE((*loaded)->name(), theme.name);
            const auto snapshot = (*site)->snapshot({});
            render::MemorySink sink;
            const auto built =
                render::renderSite(**snapshot, **loaded, (*site)->renderOptions(), sink);
            VERIFY_OK(built);
            for (const Issue &one : built->issues)
                QVERIFY2(one.severity != Severity::Must, qPrintable(one.text));
            QVERIFY(built->tree.files.size() > 60);
        }
    }

private:
    QString path(const QString &file) const { return m_theme + u'/' + file; }
    void change(const QString &file, const QByteArray &bytes) { test::put(path(file), bytes); }

    /// As if the copy had been made of an earlier version: another style sheet, one file more.
    void makeOlder()
    {
        change(sheet, "/* older */");
        change(QStringLiteral("gone.txt"), "x");
        const QString file = path(QStringLiteral(".origin.json"));
        QJsonObject origin = QJsonDocument::fromJson(test::contentOf(file)).object();
        QJsonObject files = origin.value(u"files").toObject();
        files.insert(sheet, Sha256::of("/* older */").toString());
        files.insert(QStringLiteral("gone.txt"), Sha256::of("x").toString());
        files.insert(page, Sha256::of("older page").toString());
        origin.insert(u"files", files);
        origin.insert(u"version", QStringLiteral("0.9"));
        test::put(file, QJsonDocument(origin).toJson());
    }

    static QStringList states(const ThemeNews &news)
    {
        const QHash<State, QString> names{{State::Added, QStringLiteral(" added")},
                                          {State::Renewed, QStringLiteral(" renewed")},
                                          {State::Removed, QStringLiteral(" removed")},
                                          {State::Mine, QStringLiteral(" mine")},
                                          {State::Both, QStringLiteral(" both")}};
        QStringList lines;
        for (const ThemeFileNews &one : news.files)
            lines.append(one.file + names.value(one.state));
        return lines;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_theme;
    QString m_backups;
    FixedClock m_clock{test::firstMorning()};
};

QTEST_GUILESS_MAIN(TestThemes)
#include "test_themes.moc"
