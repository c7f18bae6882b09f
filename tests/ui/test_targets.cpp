#include "publishedsite.h"

#include "publish/signature/paramsfor.h"
#include "publish/visitorpassword.h"
#include "ssh/newkey.h"
#include "ui/publish/publishpanel.h"
#include "ui/shell/unfinished.h"
#include "ui/targets/access/accesskeeper.h"
#include "ui/targets/scheduletext.h"
#include "ui/targets/targetspanel.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QListWidget>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

/// A keychain that several panels of one computer share.
class SharedKeychain final : public security::SecretStore
{
public:
    explicit SharedKeychain(security::MemorySecretStore &store) : m_store(store) {}
    void read(const QString &key, QObject *context, ReadDone done) override
    {
        m_store.read(key, context, std::move(done));
    }
    void write(const QString &key, const QString &secret, QObject *context, Done done) override
    {
        m_store.write(key, secret, context, std::move(done));
    }
    void remove(const QString &key, QObject *context, Done done) override
    {
        m_store.remove(key, context, std::move(done));
    }

private:
    security::MemorySecretStore &m_store;
};

std::unique_ptr<security::SecretStore> shared(security::MemorySecretStore &store)
{
    return std::make_unique<SharedKeychain>(store);
}

QByteArray manifestOf(const PublishedSite &site)
{
    for (const QString &folder : {site.root(), QDir(site.root()).absoluteFilePath(u".."_qs)}) {
        const auto names = QDir(folder).entryList({u".kakehashi*"_qs}, QDir::Dirs | QDir::Hidden);
        for (const QString &name : names) {
            QFile file(folder + u'/' + name + u"/manifest"_qs);
            if (file.open(QIODevice::ReadOnly))
                return file.readAll();
        }
    }
    return {};
}

/// As a site is before its first publish: a home page that somebody approved.
void approveHome(PublishedSite &site)
{
    if (!site.pages().approve(site.pages().byPath(u"/"_qs).value().id))
        qFatal("no home page");
}

void tickAll(QWidget &panel)
{
    for (auto *tick : panel.findChildren<QCheckBox *>(QStringLiteral("guard")))
        tick->setChecked(true);
}

} // namespace

class TestTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstPublishMakesTheSitesKey();
    void aComputerWithoutTheKeyIsToldAndAsked();
    void anApprovalIsKeptWithThePublish();
    void aWrongPasswordIsSentOnceAndAskedForAgain();
    void aSchedulersTextNamesTheSite_data();
    void aSchedulersTextNamesTheSite();
    void aNewKeyIsOneThatServersTake();
    void aRefusedKeyComesWithTheOfferOfAnother();
    void visitorsPasswordIsHashedAsApacheDoes();
    void whatIsTypedStaysUntilItIsSaved();
    void newTargetsLookDifferent();
    void aPasswordForVisitorsGoesOutWithTheSite();
};

void TestTargets::theFirstPublishMakesTheSitesKey()
{
    PublishedSite site;
    approveHome(site);
    site.addFolder();
    site.page(QStringLiteral("/a/"), QStringLiteral("A"), QStringLiteral("本文"));
    security::MemorySecretStore keychain;
    PublishPanel panel(*site.session, shared(keychain), nullptr);
    panel.show();
    PRESS(panel, "plan");
    PRESS(panel, "publish");
    PRESS(panel, "done");
    const QString id = site.session->workspace().site().settings()->id.toString();
    publish::ManifestKey kept;
    publish::fetchManifestKey(keychain, id, this, [&kept](const auto &key) { kept = key; });
    QTRY_VERIFY(!kept.bytes.isEmpty());
    QVERIFY(!kept.isNew);
    QVERIFY(publish::manifestHead(manifestOf(site), kept.bytes));
    QVERIFY(!publish::manifestHead(manifestOf(site), "another key"));
}

void TestTargets::aComputerWithoutTheKeyIsToldAndAsked()
{
    PublishedSite site;
    approveHome(site);
    site.addFolder();
    const Ulid page = site.page(QStringLiteral("/a/"), QStringLiteral("A"), QStringLiteral("一"));
    QVERIFY(site.pages().approve(page)); // changed texts of public pages are ticked by themselves
    security::MemorySecretStore here;
    {
        PublishPanel panel(*site.session, shared(here), nullptr);
        panel.show();
        PRESS(panel, "plan");
        PRESS(panel, "publish");
        PRESS(panel, "done");
    }
    auto content = site.pages().working(page)->content;
    content.body = QStringLiteral("二");
    QVERIFY(site.pages().saveWorking(page, content, {}));
    PublishPanel elsewhere(*site.session, emptyKeychain(), nullptr);
    elsewhere.show();
    PRESS(elsewhere, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(button(elsewhere, "importKey"), patience);
    QVERIFY(!button(elsewhere, "publish"));
    tickAll(elsewhere);
    PRESS(elsewhere, "publish");
    PRESS(elsewhere, "done");
    QVERIFY(!publish::isSignedManifest(manifestOf(site)));
    // The computer with the key does not believe a list without signature unseen.
    content.body = QStringLiteral("三");
    QVERIFY(site.pages().saveWorking(page, content, {}));
    QVERIFY(QDir(site.siteFolder() + u"/publish"_qs).removeRecursively()); // it published nothing
    PublishPanel back(*site.session, shared(here), nullptr);
    back.show();
    PRESS(back, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(!back.findChildren<QCheckBox *>(u"guard"_qs).isEmpty(), patience);
    QVERIFY(!button(back, "importKey"));
    // Nor after having looked at it once.
    PublishPanel again(*site.session, shared(here), nullptr);
    again.show();
    PRESS(again, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(!again.findChildren<QCheckBox *>(u"guard"_qs).isEmpty(), patience);
    tickAll(back);
    PRESS(back, "publish");
    QTRY_VERIFY_WITH_TIMEOUT(button(back, "done"), patience);
    QVERIFY2(publish::isSignedManifest(manifestOf(site)), shownText(back).constData());
}

void TestTargets::anApprovalIsKeptWithThePublish()
{
    PublishedSite site;
    approveHome(site);
    const publish::Target target = site.addFolder();
    PublishPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    panel.findChild<QLineEdit *>(u"approval"_qs)->setText(u" 起案2026-118　課長 "_qs);
    PRESS(panel, "plan");
    PRESS(panel, "publish");
    PRESS(panel, "done");
    publish::HistoryRepository history(site.session->workspace().database());
    QCOMPARE(history.list(target.id)->first().approval, u"起案2026-118 課長"_qs);
    QVERIFY(panel.findChild<QLineEdit *>(u"approval"_qs)->text().isEmpty());
}

/// Nothing is lost by it: the choice and the approval are still there when the right one is given.
void TestTargets::aWrongPasswordIsSentOnceAndAskedForAgain()
{
    ThrowawayServer::Options options;
    options.configuration = {u"PasswordAuthentication yes"_qs, u"PermitRootLogin yes"_qs};
    const auto server = startServer(options);
    PublishedSite site;
    publish::Target target = site.addServer(*server);
    target.auth = publish::Target::Auth::Password;
    QVERIFY(publish::TargetRepository(site.session->workspace().database()).save(target));
    PublishPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    panel.findChild<QLineEdit *>(u"approval"_qs)->setText(u"起案7"_qs);
    PRESS(panel, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(button(panel, "connect"), patience);
    auto *secret = panel.findChild<QLineEdit *>(u"secret"_qs);
    secret->setText(u"wrong"_qs);
    button(panel, "connect")->click();
    const auto failures = [&server] { return server->log().count("Failed password"); };
    QTRY_COMPARE_WITH_TIMEOUT(failures(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(button(panel, "connect") && secret->text().isEmpty(), patience);
    QVERIFY2(shownText(panel).toLower().contains("password"), shownText(panel).constData());
    PRESS(panel, "refuse");
    QCOMPARE(failures(), 1);
    QCOMPARE(panel.findChild<QLineEdit *>(u"approval"_qs)->text(), u"起案7"_qs);
}

void TestTargets::aSchedulersTextNamesTheSite_data()
{
    QTest::addColumn<Scheduler>("scheduler");
    QTest::addColumn<QString>("holds");
    QTest::newRow("systemd") << Scheduler::Systemd
                             << "publish \"/home/あ b/50%% \\\"x\\\"\" --target \"production\"";
    QTest::newRow("windows") << Scheduler::TaskScheduler
                             << "publish \\\"/home/あ b/50% x\\\" --target \\\"production\\\"";
    QTest::newRow("launchd") << Scheduler::Launchd
                             << "<string>/home/あ b/50% &quot;x&quot;</string>";
}

void TestTargets::aSchedulersTextNamesTheSite()
{
    QFETCH(Scheduler, scheduler);
    QFETCH(QString, holds);
    const QString text = scheduleText(
        scheduler, {u"/usr/bin/kakehashi-cli"_qs, u"/home/あ b/50% \"x\""_qs, u"production"_qs});
    QVERIFY2(text.contains(holds), qPrintable(text));
    QVERIFY(text.contains(u"--due"_qs));
}

/// Whether a real sshd and our own client agree that it is a key.
void TestTargets::aNewKeyIsOneThatServersTake()
{
    QTemporaryDir folder;
    const auto key = ssh::makeKey(folder.filePath(u"keys/new"_qs), u"みやぎ@desk"_qs);
    QVERIFY2(key, key ? "" : qPrintable(key.error().text));
    QVERIFY(!ssh::makeKey(key->file, {}));
    QFile file(key->file);
    QCOMPARE(int(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)), 0);
    const auto server = startServer();
    QFile known(server->folder() + u"/authorized_keys"_qs);
    QVERIFY(known.open(QIODevice::Append));
    known.write(key->publicLine.toUtf8() + '\n');
    known.close();
    PublishedSite site;
    publish::Target target = site.addServer(*server);
    target.keyFile = key->file;
    publish::Publisher publisher(site.params(target));
    const auto probe = publisher.probe();
    QVERIFY2(probe, probe ? "" : qPrintable(probe.error().text + QString::fromUtf8(server->log())));
}

void TestTargets::aRefusedKeyComesWithTheOfferOfAnother()
{
    QTemporaryDir home;
    qputenv("HOME", home.path().toUtf8());
    const auto unknown = ssh::makeKey(home.filePath(u"unknown"_qs), {});
    QVERIFY(unknown);
    const auto server = startServer();
    PublishedSite site;
    publish::Target target = site.addServer(*server);
    target.keyFile = unknown->file;
    QVERIFY(publish::TargetRepository(site.session->workspace().database()).save(target));
    QSignalSpy shown(site.session.get(), &Session::panelRequested);
    PublishPanel publishing(*site.session, emptyKeychain(), nullptr);
    publishing.show();
    PRESS(publishing, "plan");
    PRESS(publishing, "offeredKey");
    QCOMPARE(shown.size(), 1);
    TargetsPanel targets(*site.session, emptyKeychain(), nullptr);
    targets.show();
    PRESS(targets, "try");
    PRESS(targets, "offeredKey");
    const auto *line = targets.findChild<QLineEdit *>(u"publicLine"_qs);
    QVERIFY(line->isVisible() && line->text().startsWith(u"ssh-ed25519 "_qs));
    QVERIFY(targets.findChild<QLineEdit *>(u"keyFile"_qs)->text().startsWith(home.path()));
}

void TestTargets::visitorsPasswordIsHashedAsApacheDoes()
{
    // The example of Apache's manual, "Password Formats".
    QCOMPARE(publish::visitorHash(u"myPassword"_qs, "r31....."),
             u"$apr1$r31.....$HqJZimcKQFAMYayBlzkrA/"_qs);
    QVERIFY(publish::visitorHash(u"x"_qs) != publish::visitorHash(u"x"_qs));
}

void TestTargets::whatIsTypedStaysUntilItIsSaved()
{
    PublishedSite site;
    security::MemorySecretStore keychain;
    TargetsPanel panel(*site.session, shared(keychain), nullptr);
    const Unfinished &unfinished = Unfinished::of(*site.session);
    const auto field = [&panel](const QString &name) { return panel.findChild<QLineEdit *>(name); };
    const auto lookElsewhere = [&panel] {
        panel.hide();
        panel.show();
    };
    panel.show();
    QVERIFY(unfinished.sentences().isEmpty());
    field(u"name"_qs)->setText(u"first"_qs);
    lookElsewhere(); // the form of a new target, none stored yet
    QCOMPARE(field(u"name"_qs)->text(), u"first"_qs);
    QCOMPARE(unfinished.sentences().size(), 1);
    field(u"host"_qs)->setText(u"www.example.jp"_qs);
    field(u"user"_qs)->setText(u"web"_qs);
    field(u"path"_qs)->setText(u"/var/www"_qs);
    PRESS(panel, "save");
    QVERIFY(unfinished.sentences().isEmpty());

    site.addFolder();
    TargetsPanel other(*site.session, shared(keychain), nullptr);
    other.show();
    auto *list = other.findChild<QListWidget *>();
    auto *host = other.findChild<QLineEdit *>(u"host"_qs);
    const int first = host->text().isEmpty() ? 1 : 0;
    list->setCurrentRow(first);
    host->setText(u"new.example.jp"_qs);
    list->setCurrentRow(1 - first);
    QVERIFY(host->text().isEmpty());
    QVERIFY(unfinished.sentences().constFirst().contains(u"first"_qs));
    list->setCurrentRow(first);
    QCOMPARE(host->text(), u"new.example.jp"_qs);
    PRESS(other, "save");
    QVERIFY(unfinished.sentences().isEmpty());
    const publish::TargetRepository targets(site.session->workspace().database());
    QCOMPARE(targets.byName(u"first"_qs)->host, u"new.example.jp"_qs);
}

void TestTargets::newTargetsLookDifferent()
{
    PublishedSite site;
    publish::Target target = site.addFolder();
    publish::TargetRepository targets(site.session->workspace().database());
    QSet<QString> colors{targets.byName(target.name)->color};
    for (int i = 0; i < 5; ++i) {
        target.id = {};
        target.name = u"target %1"_qs.arg(i);
        target.color.clear();
        QVERIFY(targets.save(target));
        colors.insert(targets.byName(target.name)->color);
    }
    QCOMPARE(colors.size(), 6);
}

void TestTargets::aPasswordForVisitorsGoesOutWithTheSite()
{
    PublishedSite site;
    approveHome(site);
    publish::Target target = site.addFolder();
    target.noindex = true;
    target.visitorUser = u"kengi"_qs;
    target.visitorHash = publish::visitorHash(u"秘密"_qs);
    publish::TargetRepository targets(site.session->workspace().database());
    QVERIFY(targets.save(target));
    PublishPanel panel(*site.session, emptyKeychain(), nullptr);
    panel.show();
    PRESS(panel, "plan");
    PRESS(panel, "publish");
    PRESS(panel, "done");
    QVERIFY(site.published(u".htpasswd"_qs).startsWith("kengi:$apr1$"));
    QVERIFY(site.published(u".htaccess"_qs).contains("Require valid-user"));
    QVERIFY(
        site.published(u".htaccess"_qs).contains(QByteArray(target.path.toUtf8() + "/.htpasswd")));
    // A public site is not closed by mistake.
    target.noindex = false;
    QVERIFY(targets.save(target));
    QSignalSpy heard(site.session.get(), &Session::siteChanged);
    site.session->announceSiteChange();
    QVERIFY(heard.wait());
    PRESS(panel, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(!panel.findChildren<QCheckBox *>(u"guard"_qs).isEmpty(), patience);
    QVERIFY(!button(panel, "publish"));
}

QTEST_MAIN(TestTargets)

#include "test_targets.moc"
