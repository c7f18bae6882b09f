#include "content/page/pagerepository.h"
#include "content/site/siterepository.h"
#include "publish/historyrepository.h"
#include "publish/targetrepository.h"
#include "support/delayproxy.h"
#include "support/searchengine.h"
#include "support/sshserver.h"
#include "support/testsite.h"
#include "ui/publish/plan/planmodel.h"
#include "ui/publish/plan/textdiff.h"
#include "ui/publish/publishbadge.h"
#include "ui/publish/publishpanel.h"
#include "ui/shell/actions.h"
#include "ui/shell/session.h"
#include "ui/shell/unfinished.h"
#include "ui/targets/targetspanel.h"
#include "ui/today/todaylines.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

constexpr int patience = 30'000; // a build of the sample on a busy machine

std::unique_ptr<security::SecretStore> emptyKeychain()
{
    return std::make_unique<security::MemorySecretStore>();
}

/// One that waits for a person to unlock it.
class SilentKeychain final : public security::SecretStore
{
public:
    void read(const QString &, QObject *, std::function<void(Result<QString>)>) override {}
    void write(const QString &, const QString &, QObject *, Done) override {}
    void remove(const QString &, QObject *, Done) override {}
};

/// One that is unlocked, or dismissed, whenever the test wants.
class LateKeychain final : public security::SecretStore
{
public:
    using Questions = std::vector<ReadDone>;
    explicit LateKeychain(std::shared_ptr<Questions> asked) : m_asked(std::move(asked)) {}
    void read(const QString &, QObject *, ReadDone done) override { m_asked->push_back(done); }
    void write(const QString &, const QString &, QObject *, Done) override {}
    void remove(const QString &, QObject *, Done) override {}

private:
    std::shared_ptr<Questions> m_asked;
};

/// The sample portal, open in a window's session.
struct Office
{
    Office()
    {
        auto site = workspace::createSample(folder.filePath(QStringLiteral("site")));
        if (!site)
            qFatal("%s", qPrintable(site.error().text));
        session = std::make_unique<Session>(std::move(*site), actions);
    }

    workspace::Workspace &site() { return session->workspace(); }

    publish::Target addFolder()
    {
        publish::Target target;
        target.name = QStringLiteral("folder");
        target.kind = publish::Target::Kind::Local;
        target.path = folder.filePath(QStringLiteral("docroot"));
        QDir().mkpath(target.path);
        return add(target);
    }

    publish::Target addServer(const ThrowawayServer &server, quint16 port = 0)
    {
        publish::Target target;
        target.name = QStringLiteral("server");
        target.host = server.host();
        target.port = port == 0 ? server.port() : port;
        target.user = server.user();
        target.path = server.documentRoot();
        target.auth = publish::Target::Auth::KeyFile;
        target.keyFile = server.clientKeyFile();
        return add(target);
    }

    publish::Target add(publish::Target target)
    {
        const auto id = publish::TargetRepository(site().database()).save(target);
        if (!id)
            qFatal("%s", qPrintable(id.error().text));
        target.id = *id;
        return target;
    }

    Ulid write(const QString &path, const QString &text)
    {
        const auto page = site().pages().byPath(path).value();
        auto content = site().pages().working(page.id).value().content;
        content.body += QStringLiteral("\n\n") + text + u'\n';
        if (!site().pages().saveWorking(page.id, content, QStringLiteral("みやぎ")))
            qFatal("not saved");
        return page.id;
    }

    QTemporaryDir folder;
    ActionRegistry actions{nullptr};
    std::unique_ptr<Session> session;
};

/// The panel as a person meets it: by what is to be seen and pressed.
struct Desk
{
    explicit Desk(Office &office, std::unique_ptr<security::SecretStore> keychain = emptyKeychain())
        : panel(*office.session, std::move(keychain), nullptr)
    {
        panel.resize(1000, 700);
        panel.show();
    }

    template <typename T>
    T *seen(const char *name)
    {
        for (T *widget : panel.findChildren<T *>(QLatin1String(name))) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    bool canPress(const char *name)
    {
        const auto *button = seen<QPushButton>(name);
        return button && button->isEnabled();
    }
    void press(const char *name) { seen<QPushButton>(name)->click(); }
    QString title()
    {
        const auto *label = seen<QLabel>("title");
        return label ? label->text() : QString();
    }

    PublishPanel panel;
};

} // namespace

#define PRESS(desk, name)                                          \
    do {                                                           \
        QTRY_VERIFY_WITH_TIMEOUT((desk).canPress(name), patience); \
        (desk).press(name);                                        \
    } while (false)

class TestPublishPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPublishToAFolder();
    void nothingIsSentTwice();
    void searchEnginesHearOfIt();
    void newEditsTakeTheSuccessAway();
    void cancelIsHeardWhileTheKeychainIsAsked();
    void aKeychainThatAnswersLateStopsNothing();
    void onlyTickedPagesGoOut();
    void someoneElsesFileStopsUntilAPersonDecides();
    void anUnknownServerIsTrustedOnlyAfterComparing();
    void aChangedKeyStopsEverything();
    void aMissingPasswordIsAskedForInPlace();
    void cancelAnswersAtOnceOnASlowLine();
    void closingMeanwhileIsAskedAbout();
    void noStepPutsTheFocusOnAButton();
    void aServerThatIsNotThereSaysWhatToDo();
    void aTargetIsTriedInItsForm();
    void theDayShowsWhatWaits();
    void textDifferences_data();
    void textDifferences();
};

void TestPublishPanel::aPublishToAFolder()
{
    Office office;
    const publish::Target target = office.addFolder();
    const Ulid page = office.write(QStringLiteral("/kenmin/"), QStringLiteral("新しい一文。"));
    Desk desk(office);
    PRESS(desk, "plan");
    PRESS(desk, "publish");
    QTRY_COMPARE_WITH_TIMEOUT(desk.title(), QStringLiteral("Published to folder"), patience);
    QVERIFY(contentOf(target.path + QStringLiteral("/kenmin/index.html"))
                .contains(QStringLiteral("新しい一文。").toUtf8()));
    const auto state = content::stateOf(office.site().pages().page(page).value());
    QCOMPARE(state, content::PageState::Live);
    publish::HistoryRepository history(office.site().database());
    QCOMPARE(history.list(target.id).value().size(), 1);
}

void TestPublishPanel::nothingIsSentTwice()
{
    Office office;
    office.addFolder();
    Desk desk(office);
    PRESS(desk, "plan");
    PRESS(desk, "publish");
    PRESS(desk, "done");
    PRESS(desk, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(desk.seen<QPushButton>("publish"), patience);
    QVERIFY(!desk.canPress("publish"));
}

void TestPublishPanel::searchEnginesHearOfIt()
{
    Office office;
    const SearchEngine engine;
    auto settings = office.site().site().settings().value();
    settings.indexNow = {true, QStringLiteral("0123456789abcdef"), engine.url()};
    QVERIFY(office.site().site().save(settings));
    publish::Target target = office.addFolder();
    target.url = settings.url.toString();
    QVERIFY(publish::TargetRepository(office.site().database()).save(target));
    Desk desk(office);
    PRESS(desk, "plan");
    PRESS(desk, "publish");
    QTRY_VERIFY_WITH_TIMEOUT(desk.seen<QLabel>("searchEngines"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(desk.seen<QLabel>("searchEngines")
                                 ->text()
                                 .startsWith(QStringLiteral("Search engines were told")),
                             patience);
    QCOMPARE(engine.heard.size(), 1);
    QVERIFY(!contentOf(target.path + QStringLiteral("/0123456789abcdef.txt")).isEmpty());
}

void TestPublishPanel::newEditsTakeTheSuccessAway()
{
    Office office;
    office.addFolder();
    Desk desk(office);
    PRESS(desk, "plan");
    PRESS(desk, "publish");
    QTRY_COMPARE_WITH_TIMEOUT(desk.title(), QStringLiteral("Published to folder"), patience);
    QCoreApplication::processEvents();
    QVERIFY(desk.canPress("done")); // its own writing down is no edit
    office.write(QStringLiteral("/kenmin/"), QStringLiteral("後の一文。"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.canPress("plan"), patience);
}

void TestPublishPanel::cancelIsHeardWhileTheKeychainIsAsked()
{
    Office office;
    publish::Target target;
    target.name = QStringLiteral("server");
    target.host = QStringLiteral("127.0.0.1");
    target.port = 1;
    target.user = QStringLiteral("web");
    target.path = QStringLiteral("/var/www");
    target.auth = publish::Target::Auth::Password;
    target.hostKey = QStringLiteral("SHA256:") + QString(43, u'A');
    office.add(target);
    Desk desk(office, std::make_unique<SilentKeychain>());
    PRESS(desk, "plan");
    PRESS(desk, "cancel");
    QTRY_COMPARE_WITH_TIMEOUT(desk.title(), QStringLiteral("Stopped"), patience);
}

/// Dismissed only after the publish was stopped: it is no question of the next one.
void TestPublishPanel::aKeychainThatAnswersLateStopsNothing()
{
    Office office;
    publish::Target target;
    target.name = QStringLiteral("server");
    target.host = QStringLiteral("127.0.0.1");
    target.port = 1;
    target.user = QStringLiteral("web");
    target.path = QStringLiteral("/var/www");
    target.auth = publish::Target::Auth::Password;
    target.hostKey = QStringLiteral("SHA256:") + QString(43, u'A');
    office.add(target);
    const auto asked = std::make_shared<LateKeychain::Questions>();
    Desk desk(office, std::make_unique<LateKeychain>(asked));
    PRESS(desk, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(!asked->empty(), patience);
    PRESS(desk, "cancel");
    QTRY_COMPARE_WITH_TIMEOUT(desk.title(), QStringLiteral("Stopped"), patience);
    const LateKeychain::Questions late = *asked;
    for (const auto &answer : late)
        answer(fail(ErrorCode::NotFound, QStringLiteral("dismissed")));
    QCOMPARE(desk.title(), QStringLiteral("Stopped"));
    PRESS(desk, "retry");
    QTRY_VERIFY_WITH_TIMEOUT(asked->size() > late.size(), patience);
}

void TestPublishPanel::onlyTickedPagesGoOut()
{
    Office office;
    const publish::Target target = office.addFolder();
    office.write(QStringLiteral("/kenmin/"), QStringLiteral("出す一文。"));
    const Ulid kept = office.write(QStringLiteral("/award/"), QStringLiteral("まだ出さない一文。"));
    Desk desk(office);
    auto *list = desk.seen<QListWidget>("pages");
    QCOMPARE(list->count(), 2);
    for (QListWidgetItem *item : list->findItems(QStringLiteral("/award/"), Qt::MatchContains))
        item->setCheckState(Qt::Unchecked);
    PRESS(desk, "plan");
    PRESS(desk, "publish");
    QTRY_COMPARE_WITH_TIMEOUT(desk.title(), QStringLiteral("Published to folder"), patience);
    QVERIFY(!contentOf(target.path + QStringLiteral("/award/index.html"))
                 .contains(QStringLiteral("まだ出さない一文。").toUtf8()));
    QCOMPARE(content::stateOf(office.site().pages().page(kept).value()),
             content::PageState::Changed);
}

void TestPublishPanel::someoneElsesFileStopsUntilAPersonDecides()
{
    Office office;
    const publish::Target target = office.addFolder();
    put(target.path + QStringLiteral("/index.html"), "someone else's");
    Desk desk(office);
    PRESS(desk, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(desk.seen<QPushButton>("keepTheirs"), patience);
    QVERIFY(!desk.canPress("publish"));
    desk.press("keepTheirs");
    QTRY_VERIFY_WITH_TIMEOUT(!desk.seen<QPushButton>("cancel") &&
                                 desk.seen<QPushButton>("publish") &&
                                 !desk.seen<QPushButton>("keepTheirs"),
                             patience);
    for (auto *tick : desk.panel.findChildren<QCheckBox *>(QStringLiteral("guard")))
        tick->setChecked(true);
    PRESS(desk, "publish");
    QTRY_COMPARE_WITH_TIMEOUT(desk.title(), QStringLiteral("Published to folder"), patience);
    QCOMPARE(contentOf(target.path + QStringLiteral("/index.html")), QByteArray("someone else's"));
}

void TestPublishPanel::anUnknownServerIsTrustedOnlyAfterComparing()
{
    const auto server = startServer();
    Office office;
    const publish::Target target = office.addServer(*server);
    Desk desk(office);
    PRESS(desk, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(desk.seen<QPushButton>("trust"), patience);
    QVERIFY(!desk.canPress("trust"));
    QCOMPARE(desk.seen<QLabel>("fingerprint")->text(), server->fingerprint());
    desk.seen<QCheckBox>("compared")->setChecked(true);
    desk.press("trust");
    PRESS(desk, "publish");
    QTRY_COMPARE_WITH_TIMEOUT(desk.title(), QStringLiteral("Published to server"), patience);
    QVERIFY(QFile::exists(server->documentRoot() + QStringLiteral("/kenmin/index.html")));
    publish::TargetRepository targets(office.site().database());
    QCOMPARE(targets.byName(target.name).value().hostKey, server->fingerprint());
}

void TestPublishPanel::aChangedKeyStopsEverything()
{
    const auto server = startServer();
    Office office;
    publish::Target target = office.addServer(*server);
    target.hostKey = QStringLiteral("SHA256:") + QString(43, u'A');
    office.add(target);
    Desk desk(office);
    PRESS(desk, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(desk.seen<QLabel>("fingerprint"), patience);
    QCOMPARE(desk.seen<QLabel>("fingerprint")->text(), server->fingerprint());
    QVERIFY(!desk.seen<QPushButton>("trust"));
    QVERIFY(QDir(server->documentRoot()).isEmpty());
}

void TestPublishPanel::aMissingPasswordIsAskedForInPlace()
{
    const auto server = startServer();
    Office office;
    publish::Target target = office.addServer(*server);
    target.auth = publish::Target::Auth::Password;
    target.hostKey = server->fingerprint();
    office.add(target);
    Desk desk(office);
    PRESS(desk, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(desk.seen<QLineEdit>("secret"), patience);
    QCOMPARE(desk.seen<QLineEdit>("secret")->echoMode(), QLineEdit::Password);
    QVERIFY(!server->log().contains("Failed password"));
    QVERIFY(desk.canPress("refuse"));
}

void TestPublishPanel::cancelAnswersAtOnceOnASlowLine()
{
    const auto server = startServer();
    DelayProxy line(server->port(), {.delayEachWay = std::chrono::milliseconds(400)});
    Office office;
    publish::Target target = office.addServer(*server, line.port());
    target.hostKey = server->fingerprint();
    office.add(target);
    Desk desk(office);
    PRESS(desk, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(line.connections() > 0, patience);
    QElapsedTimer waited;
    waited.start();
    PRESS(desk, "cancel");
    QTRY_COMPARE_WITH_TIMEOUT(desk.title(), QStringLiteral("Stopped"), patience);
    QVERIFY2(waited.elapsed() <= 200, qPrintable(QString::number(waited.elapsed())));
}

void TestPublishPanel::closingMeanwhileIsAskedAbout()
{
    Office office;
    office.addFolder();
    Desk desk(office);
    const Unfinished &unfinished = Unfinished::of(*office.session);
    PRESS(desk, "plan");
    QVERIFY(unfinished.sentences().isEmpty()); // looking costs nothing
    PRESS(desk, "publish");
    QCOMPARE(unfinished.sentences().size(), 1);
    QVERIFY(unfinished.sentences().constFirst().contains(QStringLiteral("folder")));
    QTRY_VERIFY_WITH_TIMEOUT(desk.canPress("done"), patience);
    QVERIFY(unfinished.sentences().isEmpty());
}

void TestPublishPanel::noStepPutsTheFocusOnAButton()
{
    Office office;
    office.addFolder();
    Desk desk(office);
    desk.panel.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.panel));
    const auto isOnAButton = [] {
        return qobject_cast<QAbstractButton *>(QApplication::focusWidget()) != nullptr;
    };
    for (const char *name : {"plan", "publish"}) {
        QTRY_VERIFY_WITH_TIMEOUT(desk.canPress(name), patience);
        QVERIFY(!isOnAButton() || QLatin1String(name) == QLatin1String("plan"));
        QTest::mouseClick(desk.seen<QPushButton>(name), Qt::LeftButton);
        QVERIFY(desk.seen<QPushButton>("cancel"));
        QVERIFY(QApplication::focusWidget() && !isOnAButton());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // cancels nothing
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    }
    QTRY_VERIFY_WITH_TIMEOUT(desk.canPress("done"), patience);
    QCOMPARE(desk.title(), QStringLiteral("Published to folder"));
}

void TestPublishPanel::aServerThatIsNotThereSaysWhatToDo()
{
    Office office;
    publish::Target target;
    target.name = QStringLiteral("gone");
    target.host = QStringLiteral("127.0.0.1");
    target.port = 1; // nobody listens on it
    target.user = QStringLiteral("web");
    target.path = QStringLiteral("/var/www");
    office.add(target);
    Desk desk(office);
    PRESS(desk, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(desk.seen<QLabel>("error"), patience);
    QVERIFY(desk.seen<QLabel>("error")->text().contains(QStringLiteral("127.0.0.1")));
    QVERIFY(desk.canPress("retry"));
    QVERIFY(desk.canPress("settings"));
}

void TestPublishPanel::aTargetIsTriedInItsForm()
{
    Office office;
    const publish::Target target = office.addFolder();
    TargetsPanel panel(*office.session, emptyKeychain(), nullptr);
    panel.show();
    QCOMPARE(panel.findChild<QLineEdit *>(QStringLiteral("name"))->text(), target.name);
    panel.findChild<QPushButton *>(QStringLiteral("try"))->click();
    const auto says = [&panel](const QString &words) {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&words](const QLabel *label) { return label->text().contains(words); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("can be written to")), patience);
    panel.findChild<QLineEdit *>(QStringLiteral("name"))->clear();
    panel.findChild<QPushButton *>(QStringLiteral("save"))->click();
    QVERIFY(!panel.findChild<QLabel *>(QStringLiteral("problem"))->text().isEmpty());
}

void TestPublishPanel::theDayShowsWhatWaits()
{
    Office office;
    QVERIFY(waitingPages(*office.session).lines.isEmpty());
    const Ulid page = office.write(QStringLiteral("/kenmin/"), QStringLiteral("一文。"));
    const TodayGroup waiting = waitingPages(*office.session);
    QCOMPARE(waiting.lines.size(), 1);
    QCOMPARE(changedPageCount(*office.session), 1);
    QSignalSpy panels(office.session.get(), &Session::panelRequested);
    waiting.lines.first().go(*office.session);
    QCOMPARE(office.session->currentPage(), page);
    QCOMPARE(panels.count(), 1);
    QCOMPARE(lastPublishes(*office.session).lines.size(), 1); // the way to set a target up
}

void TestPublishPanel::textDifferences_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("difference");
    QTest::newRow("same") << "a b c"
                          << "a b c"
                          << "";
    QTest::newRow("changed") << "a b c"
                             << "a x c"
                             << " a -b +x  c";
    QTest::newRow("added") << "a b"
                           << "a b c"
                           << " b +c";
    QTest::newRow("removed") << "a b c"
                             << "b c"
                             << "-a  b";
    QTest::newRow("far apart") << "a b c d e f g"
                               << "x b c d e f y"
                               << "-a +x  b  …  f -g +y";
    QTest::newRow("all new") << ""
                             << "a b"
                             << "+a +b";
}

void TestPublishPanel::textDifferences()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto words = [](const QString &text) { return text.split(u' ', Qt::SkipEmptyParts); };
    QStringList shown;
    for (const DiffLine &line : textDiff(words(before), words(after))) {
        const QChar sign = line.kind == DiffLine::Kind::Gone  ? u'-'
                           : line.kind == DiffLine::Kind::New ? u'+'
                                                              : u' ';
        shown << QString(sign + line.text);
    }
    QTEST(shown.join(u' '), "difference");
}

QTEST_MAIN(TestPublishPanel)

#include "test_publishpanel.moc"
