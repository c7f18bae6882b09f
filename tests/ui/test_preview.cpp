#include "content/page/pagerepository.h"
#include "render/site/editedpage.h"
#include "ui/preview/page/livepage.h"
#include "ui/preview/page/requestguard.h"
#include "ui/preview/page/scheme.h"
#include "ui/preview/page/sitefiles.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QWebEngineScript>
#include <QWebEngineView>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

constexpr int patience = 20'000; // WebEngine's first start on a busy machine

} // namespace

/// The sample portal in a real WebEngine, without a display.
class TestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void pathsThatLeaveTheSiteFindNothing_data();
    void pathsThatLeaveTheSiteFindNothing();
    void onlyTheSiteItselfMayBeAsked_data();
    void onlyTheSiteItselfMayBeAsked();
    void aPageCannotReachTheNetwork();
    void aPageCannotRunItsOwnScript();
    void typingChangesThePageInPlace();
    void aNewParagraphMovesNothingElse();
    void aThemeScriptsChangesSurviveTyping();
    void theBlockWithTheCaretIsMarkedAndInView();
    void aClickLeadsToItsLine();
    void aLinkIsReportedAndNotFollowed_data();
    void aLinkIsReportedAndNotFollowed();
    void aBrokenBlockStillShowsThePage();
    void aDeadRendererIsStartedAgain();
    void signsOfFilesAreDrawn();
    void aMapSaysWhatItIsAndWhereItComesFrom();
    void anotherWidthKeepsThePlace();
    void whatIsKeptBetweenKeystrokesChangesNothing();

private:
    QVariant run(const QString &script, quint32 world = QWebEngineScript::ApplicationWorld);
    void show(const QString &path);
    void type(const QString &body);
    QString body() const { return m_content.body; }

    QTemporaryDir m_folder;
    SiteState m_state;
    std::unique_ptr<LivePage> m_live;
    Ulid m_page;
    content::PageContent m_content;
    int m_serial = 0;
};

void TestPreview::initTestCase()
{
    auto site = workspace::createSample(m_folder.filePath(QStringLiteral("site")));
    QVERIFY2(site, site ? "" : qPrintable(site.error().text));
    m_state.snapshot =
        (*site)->snapshot({.revisions = workspace::SnapshotOptions::Revisions::Working}).value();
    m_state.theme = (*site)->theme().value();
    m_state.options = (*site)->renderOptions();
    m_state.options.preview = true;
}

void TestPreview::init()
{
    m_live = std::make_unique<LivePage>();
    m_live->resize(1100, 800);
    m_live->show();
    m_live->setState(m_state);
}

void TestPreview::cleanup()
{
    m_live.reset();
}

QVariant TestPreview::run(const QString &script, quint32 world)
{
    std::optional<QVariant> answer;
    m_live->view()->page()->runJavaScript(script, world,
                                          [&answer](const QVariant &value) { answer = value; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience))
        return QStringLiteral("no answer");
    return *answer;
}

void TestPreview::show(const QString &path)
{
    const render::PageValue *page = m_state.snapshot->pageAt(path);
    QVERIFY2(page, qPrintable(path));
    QSignalSpy shown(m_live.get(), &LivePage::shown);
    m_page = page->id;
    m_content = page->content;
    m_live->showPage(m_page);
    QVERIFY(shown.wait(patience));
    m_live->setContent(m_page, m_content);
}

void TestPreview::type(const QString &text)
{
    QSignalSpy painted(m_live.get(), &LivePage::painted);
    m_content.body = text;
    m_live->setContent(m_page, m_content, ++m_serial);
    QTRY_VERIFY_WITH_TIMEOUT(!painted.isEmpty() && painted.last().first().toInt() == m_serial,
                             patience);
}

void TestPreview::pathsThatLeaveTheSiteFindNothing_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"/../site.sqlite", "/media/../site.sqlite", "/assets/../../x.css",
                             "/media/..", "//etc/passwd", "kenmin/", "/media/\\..\\x", "",
                             "/nothing-here/", "/assets/none.css", "/media/none.jpg"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestPreview::pathsThatLeaveTheSiteFindNothing()
{
    QFETCH(QString, path);
    const auto file = siteFile(m_state, path);
    QVERIFY(!file);
    QCOMPARE(file.error().code, ErrorCode::NotFound);
}

void TestPreview::onlyTheSiteItselfMayBeAsked_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("page") << previewUrl(QStringLiteral("/kenmin/")) << true;
    QTest::newRow("data") << QUrl(QStringLiteral("data:image/png;base64,AA")) << true;
    QTest::newRow("https") << QUrl(QStringLiteral("https://example.jp/a.png")) << false;
    QTest::newRow("file") << QUrl(QStringLiteral("file:///etc/passwd")) << false;
    QTest::newRow("other host") << QUrl(QStringLiteral("kakehashi://other/")) << false;
    QTest::newRow("script") << QUrl(QStringLiteral("javascript:alert(1)")) << false;
    QTest::newRow("devtools") << QUrl(QStringLiteral("chrome://gpu")) << false;
}

void TestPreview::onlyTheSiteItselfMayBeAsked()
{
    QFETCH(QUrl, url);
    QTEST(RequestGuard::allows(url), "allowed");
}

void TestPreview::aPageCannotReachTheNetwork()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    show(QStringLiteral("/kenmin/"));
    run(QStringLiteral("globalThis.failures = 0; for (const tag of ['img', 'script', 'iframe']) {"
                       "const e = document.createElement(tag);"
                       "e.onerror = () => ++failures; e.onload = () => ++failures;"
                       "e.src = 'http://127.0.0.1:%1/x'; document.body.append(e); }"
                       "location.href = 'http://127.0.0.1:%1/y'")
            .arg(server.serverPort()),
        QWebEngineScript::MainWorld);
    QTRY_VERIFY_WITH_TIMEOUT(
        run(QStringLiteral("failures"), QWebEngineScript::MainWorld).toInt() >= 2, patience);
    QVERIFY(!server.hasPendingConnections());
    QCOMPARE(m_live->view()->url().path(), QStringLiteral("/kenmin/"));
}

void TestPreview::aPageCannotRunItsOwnScript()
{
    show(QStringLiteral("/kenmin/"));
    run(QStringLiteral("const s = document.createElement('script'); s.textContent = 'window.ran=1';"
                       "document.body.append(s);"
                       "document.body.setAttribute('onclick', 'window.ran=1');"
                       "document.body.click()"),
        QWebEngineScript::MainWorld);
    QVERIFY(!run(QStringLiteral("window.ran"), QWebEngineScript::MainWorld).isValid());
}

void TestPreview::typingChangesThePageInPlace()
{
    show(QStringLiteral("/kenmin/"));
    run(QStringLiteral("globalThis.kept = [...document.querySelectorAll('img, header, nav, h1')];"
                       "scrollTo(0, 500); scrollY"));
    const int before = run(QStringLiteral("scrollY")).toInt();
    QVERIFY(before > 0);
    type(body() + QStringLiteral("\n\nここに新しい一文を書きました。\n"));
    const QString text = run(QStringLiteral("document.body.innerText")).toString();
    QVERIFY(text.contains(QStringLiteral("ここに新しい一文を書きました。")));
    QVERIFY(run(QStringLiteral("kept.every(e => e.isConnected)")).toBool());
    QCOMPARE(run(QStringLiteral("scrollY")).toInt(), before);
}

void TestPreview::aNewParagraphMovesNothingElse()
{
    show(QStringLiteral("/kenmin/"));
    run(QStringLiteral("globalThis.blocks = [...document.querySelectorAll('[data-line]')];"
                       "globalThis.lines = blocks.map(e => Number(e.dataset.line)); 0"));
    type(QStringLiteral("はじめに置いた段落です。\n\n") + body());
    QVERIFY(run(QStringLiteral("blocks.every(e => e.isConnected)")).toBool());
    QVERIFY(run(QStringLiteral("blocks.every((e, i) => Number(e.dataset.line) === lines[i] + 2)"))
                .toBool());
}

void TestPreview::aThemeScriptsChangesSurviveTyping()
{
    show(QStringLiteral("/kenmin/"));
    run(QStringLiteral("document.querySelector('header').setAttribute('data-open', 'yes'); 0"));
    type(body() + QStringLiteral("\n\n一文。\n"));
    QCOMPARE(run(QStringLiteral("document.querySelector('header').dataset.open")).toString(),
             QStringLiteral("yes"));
}

void TestPreview::theBlockWithTheCaretIsMarkedAndInView()
{
    show(QStringLiteral("/kenmin/"));
    const int last = run(QStringLiteral("Math.max(...[...document.querySelectorAll('[data-line]')]"
                                        ".map(e => Number(e.dataset.line)))"))
                         .toInt();
    QVERIFY(last > 10);
    m_live->setCaret(last);
    QTRY_VERIFY_WITH_TIMEOUT(
        run(QStringLiteral("(() => { const e = document.querySelector('[data-kakehashi-here]');"
                           "if (!e) return false; const b = e.getBoundingClientRect();"
                           "return b.top >= 0 && b.top < innerHeight; })()"))
            .toBool(),
        patience);
}

void TestPreview::aClickLeadsToItsLine()
{
    show(QStringLiteral("/kenmin/"));
    QSignalSpy clicked(m_live.get(), &LivePage::lineClicked);
    const int line =
        run(QStringLiteral(
                "(() => { const e = [...document.querySelectorAll('p[data-line]')].at(-1);"
                "e.click(); return Number(e.dataset.line); })()"))
            .toInt();
    QTRY_COMPARE_WITH_TIMEOUT(clicked.count(), 1, patience);
    QCOMPARE(clicked.first().first().toInt(), line);
}

void TestPreview::aLinkIsReportedAndNotFollowed_data()
{
    QTest::addColumn<QString>("href");
    QTest::addColumn<QUrl>("reported");
    QTest::newRow("page") << "/award/" << previewUrl(QStringLiteral("/award/"));
    QTest::newRow("outside") << "https://example.jp/x"
                             << QUrl(QStringLiteral("https://example.jp/x"));
}

void TestPreview::aLinkIsReportedAndNotFollowed()
{
    QFETCH(QString, href);
    show(QStringLiteral("/kenmin/"));
    type(body() + QStringLiteral("\n\n[試しのリンク](%1)\n").arg(href));
    QSignalSpy clicked(m_live.get(), &LivePage::linkClicked);
    run(QStringLiteral("[...document.querySelectorAll('a')].find("
                       "a => a.textContent.includes('試しのリンク')).click()"));
    QTRY_COMPARE_WITH_TIMEOUT(clicked.count(), 1, patience);
    QTEST(clicked.first().first().toUrl(), "reported");
    QCOMPARE(m_live->view()->url().path(), QStringLiteral("/kenmin/"));
}

void TestPreview::aBrokenBlockStillShowsThePage()
{
    show(QStringLiteral("/kenmin/"));
    QSignalSpy rendered(m_live.get(), &LivePage::rendered);
    type(body() + QStringLiteral("\n\n::: nothing\n続きの文です。\n"));
    const auto issues = rendered.last().at(1).value<Issues>();
    QVERIFY(std::any_of(issues.cbegin(), issues.cend(), [](const Issue &issue) {
        return issue.rule.startsWith(QLatin1String("block-")) && issue.place.line > 0;
    }));
    QVERIFY(run(QStringLiteral("document.body.innerText"))
                .toString()
                .contains(QStringLiteral("続きの文です。")));
}

void TestPreview::aDeadRendererIsStartedAgain()
{
#ifdef Q_OS_UNIX
    show(QStringLiteral("/kenmin/"));
    QSignalSpy restarted(m_live.get(), &LivePage::restarted);
    QSignalSpy shown(m_live.get(), &LivePage::shown);
    ::kill(static_cast<pid_t>(m_live->view()->page()->renderProcessPid()), SIGKILL);
    QVERIFY(restarted.wait(patience));
    QTRY_VERIFY_WITH_TIMEOUT(!shown.isEmpty(), patience);
    QVERIFY(run(QStringLiteral("document.body.innerText.length")).toInt() > 100);
#else
    QSKIP("ends a process by its id");
#endif
}

void TestPreview::signsOfFilesAreDrawn()
{
    show(QStringLiteral("/kenmin/"));
    const QString sign =
        QStringLiteral("(() => { const s = getComputedStyle(document.querySelector("
                       "'.block-file a'), '::before'); return s.maskImage || "
                       "s.webkitMaskImage; })()");
    QVERIFY(run(sign).toString().startsWith(QLatin1String("url(\"data:image/svg+xml")));
}

void TestPreview::aMapSaysWhatItIsAndWhereItComesFrom()
{
    show(QStringLiteral("/kenmin/"));
    type(QStringLiteral("::: embed {map=\"https://www.google.com/maps/embed?pb=1\" "
                        "title=\"県庁への地図\"}\n:::\n"));
    const QString text =
        run(QStringLiteral("document.querySelector('[data-kakehashi-frame]').innerText"))
            .toString();
    QVERIFY2(text.contains(QStringLiteral("県庁への地図")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("https://www.google.com/maps/embed?pb=1")),
             qPrintable(text));
    QCOMPARE(run(QStringLiteral("document.querySelectorAll('iframe').length")).toInt(), 0);
}

void TestPreview::anotherWidthKeepsThePlace()
{
    show(QStringLiteral("/kenmin/"));
    const QString heading = QStringLiteral("[...document.querySelectorAll('.prose > h2')].at(-2)");
    run(heading + QStringLiteral(".scrollIntoView({behavior: 'instant', block: 'center'}); 0"));
    const QString place = heading + QStringLiteral(".getBoundingClientRect().top / innerHeight");
    QTRY_VERIFY_WITH_TIMEOUT(qAbs(run(place).toDouble() - 0.5) < 0.15, patience);
    QTest::qWait(100); // two frames: the place is noted
    for (const int width : {390, 1100}) {
        m_live->resize(width, 800);
        QTRY_COMPARE_WITH_TIMEOUT(run(QStringLiteral("innerWidth")).toInt(), width, patience);
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(run(place).toDouble() - 0.5) < 0.3, patience);
    }
}

void TestPreview::whatIsKeptBetweenKeystrokesChangesNothing()
{
    const render::PageValue &page = *m_state.snapshot->pageAt(QStringLiteral("/kenmin/"));
    auto edited =
        render::EditedPage::create(m_state.snapshot, m_state.theme, m_state.options, page.id);
    QVERIFY(edited);
    content::PageContent content = page.content;
    const auto isRight = [&] {
        const auto shown = (*edited)->render(content);
        const auto whole = render::renderPage(*render::withPage(m_state.snapshot, page.id, content),
                                              *m_state.theme, m_state.options, page.id);
        return shown && whole && shown->html == whole->html && shown->issues == whole->issues;
    };
    QVERIFY(isRight());
    content.body += QStringLiteral("\n\n追記 [よそ](/topics/)");
    QVERIFY(isRight());
    content.title = QStringLiteral("新しい題"); // the menu and the way to the page show it
    QVERIFY(isRight());
    content.body.chop(3);
    QVERIFY(isRight());
}

int main(int argc, char **argv)
{
    // Chromium's sandbox refuses to start as root, which containers and CI run as.
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestPreview test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_preview.moc"
