#include "webserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QThread>

namespace kakehashi::test {

namespace {

constexpr int patience = 5000;
constexpr int pauseNanoseconds = 3000000; // some 200 pages a second, and what they name

quint16 anyPort()
{
    return quint16(QRandomGenerator::global()->bounded(32000, 44000));
}

} // namespace

WebServer::WebServer(const QString &root) : m_root(root)
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    for (int attempt = 0; attempt < 20; ++attempt) {
        m_port = anyPort();
        m_isNginx = startNginx();
        if (!m_isNginx && !startPython())
            qFatal("there is neither nginx nor python3");
        if (answers())
            return;
        m_process.kill();
        m_process.waitForFinished();
    }
    qFatal("no web server could be started");
}

WebServer::~WebServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        m_process.kill();
    m_process.waitForFinished(patience);
}

bool WebServer::startNginx()
{
    const QString program = QStandardPaths::findExecutable(
        QStringLiteral("nginx"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    if (program.isEmpty())
        return false;
    const QString folder = m_folder.path();
    // One process: as root its workers would be nobody, who may not enter the test's folder.
    const QString text =
        QStringLiteral("daemon off; master_process off; pid %1/pid; error_log stderr;\n"
                       "events {}\nhttp { access_log off; client_body_temp_path %1/b;\n"
                       "proxy_temp_path %1/p; fastcgi_temp_path %1/f; uwsgi_temp_path %1/u;\n"
                       "scgi_temp_path %1/s; keepalive_requests 1000000;\n"
                       "server { listen 127.0.0.1:%2; root %3; } }\n")
            .arg(folder)
            .arg(m_port)
            .arg(m_root);
    QFile file(folder + QStringLiteral("/conf"));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
        return false;
    file.close();
    m_process.start(program, {QStringLiteral("-p"), folder, QStringLiteral("-c"), file.fileName(),
                              QStringLiteral("-e"), QStringLiteral("stderr")});
    return m_process.waitForStarted();
}

bool WebServer::startPython()
{
    // Like nginx it shows no listing of a folder without a home page.
    const QString program =
        QStringLiteral("import functools, http.server as h, sys\n"
                       "class Plain(h.SimpleHTTPRequestHandler):\n"
                       "    protocol_version = 'HTTP/1.0'\n"
                       "    def list_directory(self, path): self.send_error(404)\n"
                       "h.ThreadingHTTPServer(('127.0.0.1', int(sys.argv[2])),\n"
                       "    functools.partial(Plain, directory=sys.argv[1])).serve_forever()\n");
    m_process.start(QStringLiteral("python3"),
                    {QStringLiteral("-c"), program, m_root, QString::number(m_port)});
    return m_process.waitForStarted();
}

bool WebServer::answers()
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < patience && m_process.state() == QProcess::Running) {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (socket.waitForConnected(200))
            return !m_process.waitForFinished(20); // else somebody else has the port
        m_process.waitForFinished(10);
    }
    return false;
}

/// One connection, kept open where the server does.
class Visitor::Line
{
public:
    explicit Line(quint16 port) : m_port(port) {}

    struct Answer
    {
        int status = 0; ///< 0: none
        QByteArray body = {};
        bool whole = false;
    };

    Answer get(const QString &path)
    {
        // A server may close a kept connection just when it is used again.
        const Answer first = once(path);
        return first.status == 0 ? once(path) : first;
    }

private:
    Answer once(const QString &path)
    {
        if (m_socket.state() != QAbstractSocket::ConnectedState) {
            m_socket.abort();
            m_socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
            if (!m_socket.waitForConnected(patience))
                return {};
        }
        m_socket.write("GET " + path.toUtf8() + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QByteArray got;
        qsizetype head = -1;
        while ((head = got.indexOf("\r\n\r\n")) < 0) {
            if (!more(got)) {
                m_socket.abort();
                return {};
            }
        }
        return readBody(got, head);
    }

    Answer readBody(QByteArray &got, qsizetype head)
    {
        Answer answer;
        const QByteArray lines = got.left(head).toLower();
        answer.status = lines.mid(lines.indexOf(' ') + 1, 3).toInt();
        const qsizetype at = lines.indexOf("content-length:");
        const qsizetype length =
            lines.mid(at + 15, lines.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        got.remove(0, head + 4);
        while (got.size() < length && more(got)) {
        }
        answer.whole = got.size() == length;
        answer.body = got;
        if (!lines.startsWith("http/1.1") || lines.contains("connection: close"))
            m_socket.abort();
        return answer;
    }

    bool more(QByteArray &got)
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience))
            return false;
        got += m_socket.readAll();
        return true;
    }

    quint16 m_port;
    QTcpSocket m_socket;
};

Visitor::Visitor(quint16 port, const QStringList &pages, const Allowed &allowed, bool mayMiss)
    : m_port(port), m_pages(pages), m_allowed(allowed), m_mayMiss(mayMiss), m_thread([this] {
        run();
    })
{}

Visitor::~Visitor()
{
    m_stop = true;
    m_thread.join();
}

void Visitor::allow(Allowed &allowed, const QMap<QString, QByteArray> &files)
{
    const QString index = QStringLiteral("index.html");
    for (auto file = files.begin(); file != files.end(); ++file) {
        const QString path = u'/' + file.key();
        allowed[path].insert(file.value());
        if (path.endsWith(u'/' + index))
            allowed[path.chopped(index.size())].insert(file.value());
    }
}

void Visitor::expectSwitch(const QMap<QString, QByteArray> &before,
                           const QMap<QString, QByteArray> &after)
{
    const auto still = nobody();
    m_before.clear();
    m_after.clear();
    m_newSeen.clear();
    allow(m_before, before);
    allow(m_after, after);
}

void Visitor::expectAnything()
{
    expectSwitch({}, {});
}

void Visitor::expectTakingBack(bool expected)
{
    const auto still = nobody();
    m_isTakenBack = expected;
}

/// What both sites have alike says nothing. A missing file is like one more content.
void Visitor::judgeOrder(const QString &path, int status, const QByteArray &bytes)
{
    const auto has = [&](const Allowed &site) {
        const auto known = site.constFind(path);
        return status == 200 ? known != site.cend() && known->contains(bytes)
                             : known == site.cend();
    };
    if (m_after.isEmpty() || has(m_before) == has(m_after))
        return;
    if (has(m_after))
        m_newSeen = path;
    else if (!m_newSeen.isEmpty())
        note(&Seen::mixed, m_newSeen + QStringLiteral(" is new, then old ") + path);
}

Visitor::Seen Visitor::seen()
{
    const auto still = nobody();
    return m_seen;
}

void Visitor::run()
{
    Line line(m_port);
    while (!m_stop) {
        for (const QString &page : std::as_const(m_pages)) {
            {
                const auto visiting = nobody();
                QElapsedTimer took;
                took.start();
                visit(line, page);
                m_seen.seconds += double(took.nsecsElapsed() + pauseNanoseconds) / 1e9;
            }
            QThread::usleep(pauseNanoseconds / 1000); // others want lock and processor, too
        }
    }
}

void Visitor::visit(Line &line, const QString &page)
{
    static const QRegularExpression reference(QStringLiteral("href=\"(/[^\"]*)\""));
    ++m_seen.requests;
    const Line::Answer answer = line.get(page);
    if (answer.status == 0)
        return note(&Seen::failed, page);
    judgeOrder(page, answer.status, answer.body);
    if (answer.status != 200) {
        if (!m_mayMiss)
            note(&Seen::missing, page + u' ' + QString::number(answer.status));
        return;
    }
    if (!answer.whole || !isAllowed(page, answer.body))
        return note(&Seen::partial, page + u' ' + QString::fromUtf8(answer.body.left(200)));
    auto found = reference.globalMatch(QString::fromUtf8(answer.body));
    while (found.hasNext()) {
        const QString path = found.next().captured(1);
        ++m_seen.requests;
        const Line::Answer part = line.get(path);
        judgeOrder(path, part.status, part.body);
        const bool isThere = part.status == 200;
        if (!isThere && isStillNamed(line, page, path))
            note(&Seen::mixed, page + QStringLiteral(" -> ") + path);
        if (isThere && (!part.whole || !isAllowed(path, part.body)))
            note(&Seen::partial, path);
    }
}

/// Assets outlive the pages that name them. A page may be removed while somebody reads an older
/// one that leads there; only one that still does is wrong.
bool Visitor::isStillNamed(Line &line, const QString &page, const QString &path) const
{
    if (path.startsWith(QLatin1String("/assets/")) && !m_isTakenBack)
        return true;
    const Line::Answer again = line.get(page);
    const QByteArray link = "href=\"" + path.toUtf8() + '"';
    return again.status == 200 && again.body.contains(link) && line.get(path).status != 200;
}

bool Visitor::isAllowed(const QString &path, const QByteArray &bytes) const
{
    const auto known = m_allowed.constFind(path);
    return known != m_allowed.constEnd() && known->contains(bytes);
}

void Visitor::note(int Seen::*counter, const QString &what)
{
    ++(m_seen.*counter);
    if (m_seen.first.isEmpty())
        m_seen.first = what;
}

} // namespace kakehashi::test
