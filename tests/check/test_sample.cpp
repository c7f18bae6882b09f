#include "checking.h"

#include "render/render.h"
#include "render/sinks.h"
#include "security/reservedpath.h"
#include "workspace/workspace.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace checking;

/// The sample portal is what people see first: it keeps all rules.
class TestSample : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        auto made = workspace::createSample(m_folder.filePath(QStringLiteral("site")));
        QVERIFY2(made, made ? "" : qPrintable(made.error().text));
        m_site = std::move(*made);
        workspace::SnapshotOptions options;
        options.revisions = workspace::SnapshotOptions::Revisions::Working;
        auto snapshot = m_site->snapshot(options);
        QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().text));
        m_snapshot = *snapshot;
        auto theme = m_site->theme();
        QVERIFY2(theme, theme ? "" : qPrintable(theme.error().text));
        m_theme = *theme;
    }

    void breaksNoRule()
    {
        const auto checked = check::checkSite(context(), *m_snapshot);
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().text));
        int broken = 0;
        for (const check::Finding &finding : checked->findings) {
            // What is only asked needs a person's judgement, so it may stay.
            const bool asked = finding.issue.severity == Severity::Ask;
            broken += asked ? 0 : 1;
            qInfo("%s: %s", asked ? "asked" : "broken", qPrintable(texts({finding}).first()));
        }
        QCOMPARE(broken, 0);
        QVERIFY(checked->pages > 20);
    }

    void keepsPagesAndRedirectsFromItsFiles()
    {
        render::MemorySink before;
        const auto options = m_site->renderOptions();
        const auto built = render::renderSite(*m_snapshot, *m_theme, options, before);
        QVERIFY2(built, built ? "" : qPrintable(built.error().text));
        render::SiteSnapshot crowded = *m_snapshot;
        for (const render::OutputFile &file : built->tree.files) {
            const QString address = u'/' + file.path;
            crowded.redirects.append(
                {Ulid::generate(), address, QStringLiteral("https://example.jp/else"), 301});
            const bool isPage = file.origin.kind == render::Origin::Kind::Page &&
                                m_snapshot->page(Ulid::fromString(file.origin.id));
            if (!isPage)
                QVERIFY2(security::isReservedPath(address), qPrintable(address));
        }
        render::MemorySink after;
        QVERIFY(render::renderSite(crowded, *m_theme, options, after));
        // A redirect may take the place of media alone: another file for one that was withdrawn.
        const QByteArray rules = after.bytes(QStringLiteral(".htaccess"));
        QVERIFY(rules.contains("/else\""));
        for (const QByteArray &line : rules.split('\n'))
            QVERIFY2(!line.contains("/else\"") || line.contains("^media/"), line.constData());
    }

    // A whole build fills templates in beforehand, a page alone does not.
    void looksAloneAsInTheWhole()
    {
        render::MemorySink sink;
        const auto options = m_site->renderOptions();
        const auto built = render::renderSite(*m_snapshot, *m_theme, options, sink);
        QVERIFY2(built, built ? "" : qPrintable(built.error().text));
        for (const render::OutputFile &file : built->tree.files) {
            if (!file.path.endsWith(QLatin1String("index.html")))
                continue;
            const QString path = u'/' + file.path.chopped(10);
            const auto alone = render::renderPath(*m_snapshot, *m_theme, options, path);
            QVERIFY2(alone, qPrintable(path));
            QCOMPARE(alone->bytes, sink.bytes(file.path));
        }
    }

    void followsTyping()
    {
        const auto longest = std::max_element(
            m_snapshot->pages.begin(), m_snapshot->pages.end(), [](const auto &a, const auto &b) {
                return a->content.body.size() < b->content.body.size();
            });
        QVERIFY(check::checkPage(context(), *m_snapshot, (*longest)->id));
        QElapsedTimer timer;
        timer.start();
        constexpr int times = 20;
        for (int i = 0; i < times; ++i)
            QVERIFY(check::checkPage(context(), *m_snapshot, (*longest)->id));
        const qint64 each = timer.elapsed() / times;
        qInfo("%s, %lld characters: %lld ms a check", qPrintable((*longest)->path),
              static_cast<long long>((*longest)->content.body.size()),
              static_cast<long long>(each));
        // 20 ms in a release on a machine that does nothing else.
        QVERIFY(each < 100);
    }

private:
    check::CheckContext context() const { return {rules(), *m_theme, m_site->renderOptions()}; }

    QTemporaryDir m_folder;
    std::unique_ptr<workspace::Workspace> m_site;
    render::SnapshotPtr m_snapshot;
    render::ThemePtr m_theme;
};

QTEST_GUILESS_MAIN(TestSample)
#include "test_sample.moc"
