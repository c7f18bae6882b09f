#include "publishedsite.h"

#include "publish/drift/driftrepository.h"
#include "ui/drift/driftpanel.h"
#include "ui/history/servertoday.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextBrowser>
#include <QTreeView>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

const auto home = QStringLiteral("index.html");

QStringList found(const DriftPanel &panel)
{
    QStringList lines;
    for (const DriftRow &row : panel.model()->rows())
        lines << driftText(row.drift.kind) + u' ' + row.drift.path +
                     (row.decision ? QStringLiteral(" decided") : QString());
    return lines;
}

} // namespace

/// 「サーバー点検」 over a folder and over a real sshd.
class TestDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void anUntouchedServerIsFine();
    void aServerThatWentBackIsNotFine();
    void whatOthersDidIsListedAndShown_data();
    void whatOthersDidIsListedAndShown();
    void oursIsPutBackAndTheirsKeptAside();
    void forgedTimesDoNotHideAChange();
    void aDecisionHoldsUntilTheFileChangesAgain();
    void anAdoptedFileSurvivesAPublish();
    void theEvidenceSaysWhatWasFound();

private:
    Ulid start(PublishedSite &site, publish::Target &target)
    {
        target = site.addFolder();
        const Ulid page = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
        site.publishText(target, page, QStringLiteral("はじめの文"));
        return page;
    }
};

/// Every file is as the list says, but the list is a former one.
void TestDrift::aServerThatWentBackIsNotFine()
{
    PublishedSite site;
    publish::Target target;
    const Ulid page = start(site, target);
    const QString control =
        QFileInfo(target.path).path() + QStringLiteral("/.kakehashi-docroot/manifest");
    const QString former = site.file(QStringLiteral("former"));
    QVERIFY(QFile::copy(control, former));
    site.publishText(target, page, QStringLiteral("次の文"));
    QVERIFY(QFile::remove(control) && QFile::copy(former, control));
    DriftPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    PRESS(panel, "check");
    const auto *state = panel.findChild<QLabel *>(QStringLiteral("state"));
    QTRY_VERIFY2_WITH_TIMEOUT(state->text().contains(QStringLiteral("went back to publish 1")),
                              qPrintable(state->text()), patience);
    const TodayGroup today = serverConcerns(*site.session);
    const bool isTold = std::any_of(today.lines.cbegin(), today.lines.cend(), [](const auto &line) {
        return line.text.contains(QStringLiteral("former state"));
    });
    QVERIFY(isTold);
}

void TestDrift::anUntouchedServerIsFine()
{
    PublishedSite site;
    publish::Target target;
    start(site, target);
    DriftPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    PRESS(panel, "checkContent");
    QTRY_VERIFY_WITH_TIMEOUT(
        publish::DriftRepository(site.session->workspace().database()).lastCheck(target.id).value(),
        patience);
    QCOMPARE(found(panel), QStringList());
    QVERIFY(serverConcerns(*site.session).lines.isEmpty());
}

void TestDrift::whatOthersDidIsListedAndShown_data()
{
    QTest::addColumn<bool>("overSsh");
    QTest::newRow("folder") << false;
    QTest::newRow("sshd") << true;
}

void TestDrift::whatOthersDidIsListedAndShown()
{
    QFETCH(bool, overSsh);
    PublishedSite site;
    auto server = overSsh ? ThrowawayServer::start() : fail(ErrorCode::Failed, QString());
    if (overSsh && !server)
        QSKIP(qPrintable(server.error().text));
    const publish::Target target = overSsh ? site.addServer(**server) : site.addFolder();
    const Ulid page = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    site.publishText(target, page, QStringLiteral("はじめの文"));
    site.put(home, site.published(home) + "<script>evil()</script>\n");
    site.put(QStringLiteral("shell.php"), "<?php evil(); ?>\n");
    QFile::remove(site.root() + QStringLiteral("/robots.txt"));

    DriftPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    PRESS(panel, "check");
    const QStringList expected{QStringLiteral("Changed index.html"),
                               QStringLiteral("Missing robots.txt"),
                               QStringLiteral("Not ours shell.php")};
    QTRY_COMPARE_WITH_TIMEOUT(found(panel), expected, patience);
    for (auto *text : panel.findChildren<QTextBrowser *>()) {
        if (text->isVisible())
            QVERIFY2(text->toPlainText().contains(QStringLiteral("evil()")),
                     qPrintable(text->toPlainText()));
    }
    QCOMPARE(serverConcerns(*site.session).lines.size(), 1);
}

void TestDrift::oursIsPutBackAndTheirsKeptAside()
{
    PublishedSite site;
    publish::Target target;
    start(site, target);
    const QByteArray ours = site.published(home);
    site.put(home, "defaced\n");
    QFile::remove(site.root() + QStringLiteral("/robots.txt"));
    DriftPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    PRESS(panel, "check");
    QTRY_COMPARE_WITH_TIMEOUT(found(panel).size(), 2, patience);
    for (auto *view : panel.findChildren<QTreeView *>()) {
        if (view->model() == panel.model())
            view->selectAll();
    }
    PRESS(panel, "restore");
    PRESS(panel, "publish");
    QTRY_VERIFY2_WITH_TIMEOUT(site.published(home) == ours, shownText(panel).constData(), patience);
    publish::Publisher publisher(site.params(target));
    QTRY_VERIFY_WITH_TIMEOUT(publisher.verify(publish::Publisher::Level::Content)->isEmpty(),
                             patience);
}

void TestDrift::forgedTimesDoNotHideAChange()
{
    PublishedSite site;
    publish::Target target;
    start(site, target);
    const QByteArray ours = site.published(home);
    const QDateTime before = QFileInfo(site.root() + u'/' + home).lastModified();
    QByteArray forged = ours;
    forged[forged.size() / 2] = forged[forged.size() / 2] == 'x' ? 'y' : 'x';
    site.put(home, forged);
    QFile there(site.root() + u'/' + home);
    QVERIFY(there.open(QIODevice::ReadWrite));
    QVERIFY(there.setFileTime(before, QFileDevice::FileModificationTime));
    there.close();
    DriftPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    PRESS(panel, "checkContent");
    QTRY_COMPARE_WITH_TIMEOUT(found(panel), QStringList{QStringLiteral("Changed index.html")},
                              patience);
    PRESS(panel, "restore");
    PRESS(panel, "publish");
    QTRY_VERIFY2_WITH_TIMEOUT(site.published(home) == ours, shownText(panel).constData(), patience);
}

void TestDrift::aDecisionHoldsUntilTheFileChangesAgain()
{
    PublishedSite site;
    publish::Target target;
    start(site, target);
    const auto proof = QStringLiteral("proof-of-ownership.txt");
    site.put(proof, "token\n");
    DriftPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    PRESS(panel, "check");
    PRESS(panel, "ignore");
    QCOMPARE(found(panel), QStringList{QStringLiteral("Not ours proof-of-ownership.txt decided")});
    QVERIFY(serverConcerns(*site.session).lines.isEmpty());
    site.put(proof, "another token\n");
    PRESS(panel, "check");
    QTRY_COMPARE_WITH_TIMEOUT(
        found(panel), QStringList{QStringLiteral("Not ours proof-of-ownership.txt")}, patience);
}

void TestDrift::anAdoptedFileSurvivesAPublish()
{
    PublishedSite site;
    publish::Target target;
    start(site, target);
    site.put(home, "their better home page\n");
    DriftPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    PRESS(panel, "check");
    PRESS(panel, "adopt");
    const auto decisions =
        publish::DriftRepository(site.session->workspace().database()).decisions(target.id);
    QVERIFY(publish::keptOf(decisions.value()).contains(home));
    PRESS(panel, "again");
    QCOMPARE(found(panel), QStringList{QStringLiteral("Changed index.html")});
}

void TestDrift::theEvidenceSaysWhatWasFound()
{
    PublishedSite site;
    publish::Target target;
    start(site, target);
    site.put(home, "defaced\n");
    DriftPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    PRESS(panel, "check");
    QTRY_COMPARE_WITH_TIMEOUT(found(panel).size(), 1, patience);
    VERIFY_OK(panel.writeEvidence(site.file(QStringLiteral("evidence.html"))));
    const QByteArray json = contentOf(site.file(QStringLiteral("evidence.json")));
    const QByteArray html = contentOf(site.file(QStringLiteral("evidence.html")));
    const QByteArray hash = Sha256::of("defaced\n").toHex();
    QVERIFY(json.contains(hash) && html.contains(hash));
    QVERIFY(html.contains(Sha256::of(json).toHex()));
    QVERIFY(html.contains("index.html"));
    QVERIFY(QJsonDocument::fromJson(json).isObject());
}

QTEST_MAIN(TestDrift)
#include "test_drift.moc"
