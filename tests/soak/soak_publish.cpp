// soak-publish [SECONDS] [kills]: what takes too long for the test suite. 200 MB through a server
// that changes keys after each megabyte, over a system that takes 4 kB at a time; then publishes of
// a site of 2,000 files, each killed at a random request, recovered and finished, under the eyes of
// a visitor; "kills" leaves the 200 MB out. Ends with 1 when anything was wrong.
#include "support/publisherprocess.h"
#include "support/servedplace.h"
#include "support/webserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <cstdio>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

namespace {

constexpr int wantedKills = 500;
constexpr int pageCount = 2000;
constexpr int changedPages = 150;
constexpr int notReached = 1'000'000;

void say(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

/// Two states between which the site goes to and fro: other pages, another style sheet, pages that
/// come and go.
Files largeState(int number)
{
    Files files = linkedState(number);
    for (int i = 0; i < pageCount; ++i) {
        const bool changes = i % (pageCount / changedPages) == 0;
        const QByteArray mark = changes ? QByteArray::number(number) : QByteArray();
        files.insert(QStringLiteral("p/%1/%2/index.html").arg(i % 40).arg(i),
                     "<title>" + QByteArray::number(i) + ' ' + mark + "</title>" +
                         QByteArray(2000 + i % 700, 'x'));
    }
    return files;
}

QString rekeying()
{
    const ServedPlace served({}, {QStringLiteral("RekeyLimit 1M")});
    Files files = linkedState(1);
    for (int i = 0; i < 4; ++i) {
        QByteArray large(50'000'000, char('a' + i));
        for (qsizetype at = 0; at < large.size(); at += 13)
            large[at] = static_cast<char>((at * 7919 + i) >> 9);
        files.insert(QStringLiteral("media/%1.bin").arg(i), large);
    }
    const BuiltSite site(files);
    Publisher publisher(served.params());
    if (const auto probe = publisher.probe(); !probe)
        return probe.error().text;
    if (shrinkSendBuffers(served.server->port()) != 1)
        return QStringLiteral("the socket was not found");
    QElapsedTimer took;
    took.start();
    if (const auto report = publishAll(publisher, site); !report)
        return report.error().text + report.error().detail;
    if (served.place.files() != files)
        return QStringLiteral("what arrived differs");
    say(QStringLiteral("rekeying: 200 MB with new keys each megabyte and 4 kB send buffers in %1 s")
            .arg(double(took.elapsed()) / 1000, 0, 'f', 1));
    return {};
}

class Soak
{
public:
    Soak() : m_web(m_served.place.root())
    {
        for (const int number : {1, 2}) {
            m_files[number] = largeState(number);
            writeFolder(stateFolder(number), m_files[number]);
            Visitor::allow(m_allowed, m_files[number]);
        }
        m_served.writeForeign();
        Publisher publisher(m_served.params());
        const FolderSite site(stateFolder(1));
        if (const auto report = publishAll(publisher, site.tree(), site); !report)
            qFatal("%s", qPrintable(report.error().text));
        const QStringList pages{QStringLiteral("/"), QStringLiteral("/topics/"),
                                QStringLiteral("/p/0/0/"), QStringLiteral("/p/12/1012/")};
        m_visitor = std::make_unique<Visitor>(m_web.port(), pages, m_allowed);
    }

    /// What is wrong, or nothing.
    QString run(int seconds)
    {
        QElapsedTimer running;
        running.start();
        QString wrong;
        while (wrong.isEmpty() && m_kills < wantedKills && running.elapsed() < seconds * 1000LL)
            wrong = once();
        const Visitor::Seen seen = m_visitor->seen();
        say(QStringLiteral("kills: %1 of %2 (%3 through sshd) in %4 s over publishes of %5 "
                           "requests: %6 finished, %7 taken back, %8 untouched, slowest recovery "
                           "%9 ms")
                .arg(m_kills)
                .arg(wantedKills)
                .arg(m_throughSsh)
                .arg(running.elapsed() / 1000)
                .arg(m_requests)
                .arg(m_finished)
                .arg(m_takenBack)
                .arg(m_kills - m_finished - m_takenBack)
                .arg(m_slowest));
        say(QStringLiteral("visitor (%1): %2 GETs, %3/s, %4 missing, %5 partial, %6 mixed, %7 "
                           "without an answer")
                .arg(QString::fromLatin1(m_web.name()))
                .arg(seen.requests)
                .arg(seen.perSecond(), 0, 'f', 0)
                .arg(seen.missing)
                .arg(seen.partial)
                .arg(seen.mixed)
                .arg(seen.failed));
        return wrong.isEmpty() && seen.wrong() > 0 ? seen.first : wrong;
    }

private:
    QString stateFolder(int number) const
    {
        return m_served.outside.filePath(QStringLiteral("state%1").arg(number));
    }

    QString once()
    {
        const int next = 3 - m_live;
        const bool ssh = QRandomGenerator::global()->bounded(5) == 0;
        // Half of them among the last requests, where the commit is.
        const bool late = QRandomGenerator::global()->bounded(2) == 0;
        const int from = late ? m_requests * 7 / 10 : 1;
        const int at = QRandomGenerator::global()->bounded(from, m_requests + 1);
        const bool killed = publishAndKill(next, m_isMeasured ? at : notReached, ssh);
        if (!killed) {
            m_live = next;
            return check(next, QStringLiteral("after a publish that was not killed"));
        }
        ++m_kills;
        m_throughSsh += ssh ? 1 : 0;
        const QString where = QStringLiteral("killed at request %1").arg(at);
        const QString wrong = recover(next, ssh, where);
        if (m_kills % 50 == 0)
            say(QStringLiteral("  … %1 kills").arg(m_kills));
        return wrong;
    }

    /// Servers tell times in seconds. A publish within the second of another machine's may take its
    /// manifest for the one it remembers; behind the lock it notices, changes nothing and asks to
    /// plan again, as a person would.
    static bool asksToPlanAgain(const PublisherProcess &process)
    {
        const QByteArray conflict =
            "failed " + QByteArray::number(static_cast<int>(ErrorCode::Conflict));
        return process.output().startsWith(conflict);
    }

    bool publishAndKill(int number, int at, bool ssh, bool again = false)
    {
        const QString id = m_served.outside.filePath(QStringLiteral("pid"));
        const QString ended = m_served.outside.filePath(QStringLiteral("ended"));
        const bool delivers = QRandomGenerator::global()->bounded(2) == 0;
        PublishOrder order;
        order.params = m_served.params();
        order.stateFolder = stateFolder(number);
        order.processIdFile = id;
        const QString rules = writeRules(m_served.outside.path(),
                                         QByteArray(delivers ? "sigkilldeliver " : "sigkill ") +
                                             QByteArray::number(at) + ' ' + id.toUtf8() +
                                             "\nended " + ended.toUtf8() + '\n');
        if (!ssh)
            order.rulesFile = rules;
        PublisherProcess process(order);
        const bool byItself = process.waitForEnd();
        if (byItself && !process.succeeded() && !again && asksToPlanAgain(process))
            return publishAndKill(number, at, ssh, true);
        if (byItself && !process.succeeded())
            qFatal("%s", process.output().constData());
        const int requests = requestsCounted(ended);
        if (byItself) {
            m_requests = requests;
            m_isMeasured = true;
        }
        m_served.setRules("\n");
        return !byItself;
    }

    QString recover(int next, bool ssh, const QString &where)
    {
        const bool sameMachine = QRandomGenerator::global()->bounded(4) != 0;
        m_served.place.ageLock(sameMachine ? 20 : 200);
        Publisher again(
            m_served.params(sameMachine ? QStringLiteral("alpha") : QStringLiteral("beta")),
            ssh ? standardConnector() : pipeConnector());
        const bool back = QRandomGenerator::global()->bounded(2) == 0;
        QElapsedTimer took;
        took.start();
        const auto recovered =
            again.recover(back ? Publisher::Direction::TakeBack : Publisher::Direction::Automatic);
        m_slowest = std::max(m_slowest, took.elapsed());
        if (!recovered)
            return where + QStringLiteral(": ") + recovered.error().text;
        const bool isNew = *recovered == Report::Recovery::Finished;
        m_finished += isNew ? 1 : 0;
        m_takenBack += *recovered == Report::Recovery::TakenBack ? 1 : 0;
        const bool untouched = *recovered == Report::Recovery::None;
        QString wrong = check(isNew ? next : m_live, where);
        if (untouched && !wrong.isEmpty()) // killed after all was done
            wrong = check(next, where);
        if (!wrong.isEmpty())
            return wrong;
        const FolderSite site(stateFolder(next));
        const auto report = publishAll(again, site.tree(), site);
        if (!report)
            return where + QStringLiteral(", publishing again: ") + report.error().text;
        m_live = next;
        return check(next, where + QStringLiteral(" and published again"));
    }

    /// Exactly this state and the files of others; old style sheets may stay.
    QString check(int number, const QString &where) const
    {
        Files found = m_served.place.files();
        Files expected = m_files[number];
        expected.insert(foreignFiles());
        const auto assets = m_files[3 - number];
        for (auto file = assets.begin(); file != assets.end(); ++file) {
            if (file.key().startsWith(QLatin1String("assets/")) &&
                found.value(file.key()) == file.value())
                found.remove(file.key());
        }
        return found == expected
                   ? QString()
                   : where + QStringLiteral(": the docroot is not state %1").arg(number);
    }

    ServedPlace m_served{"\n"};
    WebServer m_web;
    Files m_files[3];
    Visitor::Allowed m_allowed;
    std::unique_ptr<Visitor> m_visitor;
    int m_live = 1;
    int m_requests = 1500; ///< of a publish; measured by one that is not killed
    bool m_isMeasured = false;
    int m_kills = 0;
    int m_throughSsh = 0;
    int m_finished = 0;
    int m_takenBack = 0;
    qint64 m_slowest = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int seconds = argc > 1 ? QByteArray(argv[1]).toInt() : 600;
    QElapsedTimer running;
    running.start();
    const bool onlyKills = argc > 2 && QByteArray(argv[2]) == "kills";
    QString wrong = onlyKills ? QString() : rekeying();
    if (wrong.isEmpty())
        wrong = Soak().run(std::max(10, seconds - int(running.elapsed() / 1000)));
    say(wrong.isEmpty() ? QStringLiteral("soak: nothing was wrong")
                        : QStringLiteral("soak: WRONG: ") + wrong);
    return wrong.isEmpty() ? 0 : 1;
}
