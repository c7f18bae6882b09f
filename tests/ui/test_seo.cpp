#include "loopprobe.h"
#include "opensite.h"

#include "ui/seo/accessibilitydialog.h"
#include "ui/seo/looksview.h"
#include "ui/seo/seomodel.h"
#include "ui/seo/seopanel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

constexpr int patience = 20'000;

QString labelText(const QWidget &panel, const char *name)
{
    const auto *label = panel.findChild<QLabel *>(QLatin1String(name));
    return label ? label->text() : QString();
}

} // namespace

/// 「検索・共有」 over a real site folder.
class TestSeo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void listsWhatToImproveAndShowsTheLooks()
    {
        OpenSite site;
        const QString title = QStringLiteral("とても長い題名").repeated(7);
        site.page(QStringLiteral("/kenmin/"), title, QStringLiteral("文です。"));
        SeoPanel panel(*site.session, nullptr);
        QSignalSpy looked(&panel, &SeoPanel::looked);
        panel.show();
        QVERIFY(looked.wait(patience));
        QCOMPARE(panel.model()->survey().pages.size(), 2);
        auto *list = panel.findChild<QTreeView *>();
        auto *wanted = panel.findChild<QComboBox *>(QStringLiteral("wanted"));
        const int longTitles = wanted->findData(int(reports::SeoProblem::TitleLong));
        QVERIFY(longTitles > 0);
        wanted->setCurrentIndex(longTitles);
        Q_EMIT wanted->activated(longTitles);
        QCOMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        const QString shown = labelText(panel, "resultTitle");
        QVERIFY2(shown.endsWith(u'…') && title.startsWith(shown.chopped(1)), qPrintable(shown));
        QCOMPARE(labelText(panel, "resultTrail").section(u' ', 1), QStringLiteral("› kenmin"));
    }

    void opensThePageOnADoubleClick()
    {
        OpenSite site;
        const Ulid page = site.page(QStringLiteral("/a/"), QStringLiteral("あ"));
        SeoPanel panel(*site.session, nullptr);
        QSignalSpy looked(&panel, &SeoPanel::looked);
        QSignalSpy asked(site.session.get(), &Session::panelRequested);
        panel.show();
        QVERIFY(looked.wait(patience));
        auto *list = panel.findChild<QTreeView *>();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, SeoModel::PathColumn).data() == QStringLiteral("/a/"))
                list->setCurrentIndex(list->model()->index(row, 0));
        }
        Q_EMIT list->doubleClicked(list->currentIndex());
        QCOMPARE(site.session->currentPage(), page);
        QCOMPARE(asked.last().first().toString(), QStringLiteral("pages"));
    }

    void looksAgainAfterAnEdit()
    {
        OpenSite site;
        SeoPanel panel(*site.session, nullptr);
        QSignalSpy looked(&panel, &SeoPanel::looked);
        panel.show();
        QVERIFY(looked.wait(patience));
        site.page(QStringLiteral("/new/"), QStringLiteral("新しいページ"));
        QVERIFY(looked.wait(patience));
        QCOMPARE(panel.model()->survey().pages.size(), 2);
    }

    void writesTheProposal()
    {
        OpenSite site;
        SeoPanel panel(*site.session, nullptr);
        QSignalSpy looked(&panel, &SeoPanel::looked);
        panel.show();
        QVERIFY(looked.wait(patience));
        QSignalSpy written(&panel, &SeoPanel::written);
        panel.writeProposal(site.file(QString()), QStringLiteral("見本株式会社"), true, true);
        QVERIFY(written.wait(patience));
        const QStringList files = written.first().first().toStringList();
        QCOMPARE(files.size(), 2);
        for (const QString &file : files)
            QVERIFY(QFileInfo(file).size() > 2000);
        QVERIFY(QFileInfo::exists(site.siteFolder() + QStringLiteral("/reports/seo.json")));
    }

    void reportsOnAccessibilityAndPutsThePagesIntoTheSite()
    {
        OpenSite site;
        AccessibilityDialog dialog(*site.session, nullptr);
        QSignalSpy reported(&dialog, &AccessibilityDialog::reported);
        dialog.show();
        const QString file = site.file(QStringLiteral("a.xlsx"));
        dialog.start(file, true);
        QVERIFY(reported.wait(patience));
        QVERIFY(QFileInfo(file).size() > 2000);
        QVERIFY(site.pages().byPath(QStringLiteral("/accessibility/")));
        const auto pages = site.pages().list();
        QCOMPARE(pages->size(), 3);
        QVERIFY(pages->at(2).page.path.startsWith(QLatin1String("/accessibility/result-")));
    }

    /// Looking, choosing rows and painting cards never hold up typing.
    void keepsTheWindowFree()
    {
        OpenSite site;
        for (int i = 0; i < 200; ++i)
            site.page(QStringLiteral("/p%1/").arg(i), QStringLiteral("ページ %1").arg(i),
                      QStringLiteral("県民会議の取組です。").repeated(20));
        SeoPanel panel(*site.session, nullptr);
        QSignalSpy looked(&panel, &SeoPanel::looked);
        panel.show();
        QVERIFY(looked.wait(patience));
        LoopProbe probe;
        panel.look();
        QVERIFY(looked.wait(patience));
        auto *list = panel.findChild<QTreeView *>();
        for (int row = 0; row < 10; ++row) {
            list->setCurrentIndex(list->model()->index(row, 0));
            QTest::qWait(20);
        }
        const qint64 stall = probe.longestStall();
        qInfo("longest stall: %lld ms", static_cast<long long>(stall));
        QVERIFY(stall < 200); // 50 in a release on a machine that does nothing else
    }

    void canBeStopped()
    {
        OpenSite site;
        for (int i = 0; i < 300; ++i)
            site.page(QStringLiteral("/p%1/").arg(i), QStringLiteral("ページ %1").arg(i));
        SeoPanel panel(*site.session, nullptr);
        QSignalSpy looked(&panel, &SeoPanel::looked);
        panel.show();
        panel.findChild<QPushButton *>(QStringLiteral("cancel"))->click();
        QVERIFY(panel.findChild<QPushButton *>(QStringLiteral("lookAgain"))->isEnabled());
        QTest::qWait(300);
        QCOMPARE(looked.size(), 0);
    }
};

QTEST_MAIN(TestSeo)
#include "test_seo.moc"
