#include "opensite.h"

#include "content/site/siterepository.h"
#include "notify/noticerepository.h"
#include "support/searchengine.h"
#include "ui/publish/resultview.h"
#include "ui/publish/run/searchnotice.h"
#include "ui/settings/indexnowfield.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

constexpr int patience = 10'000;

/// A site that tells the search engine, with one changed page.
struct Office
{
    explicit Office(bool isOn = true)
    {
        auto settings = sites().settings().value();
        settings.url = QUrl(QStringLiteral("https://www.example.jp/"));
        settings.indexNow = {isOn, QStringLiteral("0123456789abcdef"), engine.url()};
        if (!sites().save(settings))
            qFatal("not saved");
        publish::PlanItem item;
        item.path = QStringLiteral("kenmin/index.html");
        item.after = Sha256::of("page");
        published.plan.items = {item};
        published.target.name = QStringLiteral("production");
        published.target.url = QStringLiteral("https://www.example.jp/");
        published.history = Ulid::generate();
        workspace::Workspace &open = site.session->workspace();
        if (!notify::putOut(open.database(), settings, published, open.objects()))
            qFatal("not put out");
    }

    content::SiteRepository &sites() { return site.session->workspace().site(); }
    int waiting()
    {
        const auto batches =
            notify::NoticeRepository(site.session->workspace().database()).waiting();
        return static_cast<int>(batches->size());
    }

    OpenSite site;
    SearchEngine engine;
    notify::Published published;
};

template <typename T>
T *in(QWidget &widget, const char *name)
{
    return widget.findChild<T *>(QLatin1String(name));
}

} // namespace

/// Search engines hear of a publish while the window goes on.
class TestSearchNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void theResultSaysWhatWasTold()
    {
        Office office;
        SearchNotice notice(*office.site.session, nullptr);
        ResultView view;
        view.follow(notice);
        view.showReport(office.published.target, {}, 1);
        view.show();
        auto *text = in<QLabel>(view, "searchEngines");
        QVERIFY(!text->isVisible());
        notice.afterPublish(office.published.target);
        QVERIFY(in<QPushButton>(view, "stopTelling")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(QStringLiteral("told of 1")), patience);
        QVERIFY(!in<QPushButton>(view, "stopTelling")->isVisible());
        QCOMPARE(office.engine.heard.size(), 1);
    }

    void whatFailedIsSentByTheButton()
    {
        Office office;
        office.engine.answers = {"403 Forbidden", "200 OK"};
        SearchNotice notice(*office.site.session, nullptr);
        ResultView view;
        view.follow(notice);
        view.showReport(office.published.target, {}, 1);
        view.show();
        notice.afterPublish(office.published.target);
        auto *again = in<QPushButton>(view, "tellAgain");
        QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), patience);
        QCOMPARE(office.waiting(), 1);
        again->click();
        QTRY_COMPARE_WITH_TIMEOUT(office.waiting(), 0, patience);
        const auto record = notify::NoticeRepository(office.site.session->workspace().database())
                                .latestOf(office.published.history);
        QVERIFY(record && *record);
        QCOMPARE((*record)->told, 1);
    }

    void cancelEndsTheWait()
    {
        Office office;
        office.engine.answers = {""}; // it never answers
        SearchNotice notice(*office.site.session, nullptr);
        QSignalSpy finished(&notice, &SearchNotice::finished);
        notice.afterPublish(office.published.target);
        QTRY_COMPARE_WITH_TIMEOUT(office.engine.heard.size(), 1, patience);
        notice.cancel();
        QVERIFY(finished.wait(patience));
        QCOMPARE(finished.first().at(1).toInt(), 1);
    }

    void nothingIsSentWhenOffOrElsewhere()
    {
        Office office(false);
        SearchNotice notice(*office.site.session, nullptr);
        QSignalSpy started(&notice, &SearchNotice::started);
        notice.afterPublish(office.published.target);
        Office on;
        SearchNotice rehearsal(*on.site.session, nullptr);
        QSignalSpy rehearsed(&rehearsal, &SearchNotice::started);
        on.published.target.noindex = true;
        rehearsal.afterPublish(on.published.target);
        QCOMPARE(started.size() + rehearsed.size(), 0);
    }

    void theSwitchMakesAKey()
    {
        Office office(false);
        auto settings = office.sites().settings().value();
        settings.indexNow.key.clear();
        VERIFY_OK(office.sites().save(settings));
        IndexNowField field(*office.site.session, nullptr);
        field.show();
        auto *key = in<QLabel>(field, "indexNowKey");
        QVERIFY(!key->isVisible());
        in<QCheckBox>(field, "indexNow")->click();
        QTRY_VERIFY(key->isVisible());
        const auto kept = office.sites().settings().value().indexNow;
        QVERIFY(kept.isOn);
        QCOMPARE(kept.key.size(), 32);
        QCOMPARE(key->text(), kept.key);
        auto *endpoint = in<QLineEdit>(field, "indexNowEndpoint");
        endpoint->setText(QStringLiteral("http://www.example.jp/plain"));
        Q_EMIT endpoint->editingFinished();
        QCOMPARE(office.sites().settings().value().indexNow.endpoint, office.engine.url());
    }
};

QTEST_MAIN(TestSearchNotice)
#include "test_searchnotice.moc"
