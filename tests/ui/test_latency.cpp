#include "loopprobe.h"
#include "publishedsite.h"

#include "support/delayproxy.h"
#include "ui/publish/publishpanel.h"
#include "workspace/workspace.h"

#include <QCheckBox>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

constexpr qint64 longestStall = 50;   // milliseconds: the promise of the window
constexpr qint64 longestAnswer = 200; // to Cancel

/// The sample portal in a window's session, and a server behind a bad line.
struct Office
{
    explicit Office(const DelayProxy::Line &bad) : server(startServer()), line(server->port(), bad)
    {
        auto made = workspace::createSample(folder.filePath(QStringLiteral("site")));
        if (!made)
            qFatal("%s", qPrintable(made.error().text));
        session = std::make_unique<Session>(std::move(*made), actions);
        publish::Target target;
        target.name = QStringLiteral("server");
        target.host = server->host();
        target.port = line.port();
        target.user = server->user();
        target.path = server->documentRoot();
        target.auth = publish::Target::Auth::KeyFile;
        target.keyFile = server->clientKeyFile();
        target.hostKey = server->fingerprint();
        if (!publish::TargetRepository(session->workspace().database()).save(target))
            qFatal("no target");
        panel = std::make_unique<PublishPanel>(*session, emptyKeychain(), nullptr);
        panel->resize(1000, 700);
        panel->show();
    }

    bool says(const QString &title) const
    {
        const auto labels = panel->findChildren<QLabel *>(QStringLiteral("title"));
        return std::any_of(labels.cbegin(), labels.cend(), [&title](const QLabel *label) {
            return label->isVisible() && label->text() == title;
        });
    }

    QTemporaryDir folder;
    std::unique_ptr<ThrowawayServer> server;
    DelayProxy line;
    ActionRegistry actions{nullptr};
    std::unique_ptr<Session> session;
    std::unique_ptr<PublishPanel> panel;
};

} // namespace

class TestLatency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPublishNeverStopsTheWindow();
    void aLineThatSwallowsEverythingDoesNotEither();
};

#define NO_STALL(probe)                                                                  \
    do {                                                                                 \
        const qint64 stall = (probe).longestStall();                                     \
        QVERIFY2(stall <= longestStall, qPrintable(QString::number(stall) + u" ms"_qs)); \
    } while (false)

void TestLatency::aPublishNeverStopsTheWindow()
{
    Office office({.delayEachWay = std::chrono::milliseconds(10)});
    LoopProbe probe;
    PRESS(*office.panel, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(button(*office.panel, "publish"), patience);
    NO_STALL(probe);
    button(*office.panel, "publish")->click();
    QTRY_VERIFY_WITH_TIMEOUT(button(*office.panel, "done"), patience);
    NO_STALL(probe);
}

void TestLatency::aLineThatSwallowsEverythingDoesNotEither()
{
    Office office({.delayEachWay = std::chrono::milliseconds(10)});
    PRESS(*office.panel, "plan");
    QTRY_VERIFY_WITH_TIMEOUT(button(*office.panel, "publish"), patience);
    LoopProbe probe;
    office.line.blackHoleAfter(office.line.bytesToServer() + 50'000);
    button(*office.panel, "publish")->click();
    const qint64 swallowed = office.line.bytesToServer() + 50'000;
    QTRY_VERIFY_WITH_TIMEOUT(office.line.bytesToServer() >= swallowed - 20'000, patience);
    QTest::qWait(300); // nothing comes back any more: this is what is measured
    NO_STALL(probe);
    QElapsedTimer answer;
    answer.start();
    PRESS(*office.panel, "cancel");
    QTRY_VERIFY_WITH_TIMEOUT(!button(*office.panel, "cancel"), patience);
    QVERIFY2(answer.elapsed() <= longestAnswer, qPrintable(QString::number(answer.elapsed())));
    NO_STALL(probe);
}

QTEST_MAIN(TestLatency)

#include "test_latency.moc"
