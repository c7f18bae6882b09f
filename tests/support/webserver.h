#pragma once

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QProcess>
#include <QSet>
#include <QString>
#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace kakehashi::test {

/// A docroot over HTTP on a free loopback port: nginx, or where there is none Python's server.
class WebServer
{
public:
    explicit WebServer(const QString &root);
    ~WebServer();

    quint16 port() const { return m_port; }
    const char *name() const { return m_isNginx ? "nginx" : "python"; }

private:
    bool startNginx();
    bool startPython();
    bool answers();

    QTemporaryDir m_folder;
    QString m_root;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_isNginx = false;
};

/// Looks at the site all the time, as visitors do, in a thread of its own: each page, and whatever
/// that page names in href="/…".
class Visitor
{
public:
    /// Bytes that a path may have: whatever else arrives is a torn file.
    using Allowed = QHash<QString, QSet<QByteArray>>;

    struct Seen
    {
        int requests = 0;
        int missing = 0; ///< a page that was not 200
        int partial = 0; ///< a page or asset that is neither the old nor the new one
        int mixed = 0;   ///< a page that names something that is not there
        int failed = 0;  ///< no answer at all
        double seconds = 0;
        QString first; ///< the first of these, in words
        int wrong() const { return missing + partial + mixed + failed; }
        double perSecond() const { return seconds > 0 ? requests / seconds : 0; }
    };

    /// `mayMiss`: pages need not be there, as during a first publish.
    Visitor(quint16 port, const QStringList &pages, const Allowed &allowed, bool mayMiss = false);
    ~Visitor();
    Visitor(const Visitor &) = delete;
    Visitor &operator=(const Visitor &) = delete;

    /// While it lives nobody visits; for setting the scene anew.
    [[nodiscard]] std::unique_lock<std::mutex> nobody() { return std::unique_lock(m_mutex); }
    Seen seen();

    /// From now on a whole new site replaces a whole old one at one moment: what is only of the old
    /// one after something of the new one was seen is mixed. Forgets what was seen.
    void expectSwitch(const QMap<QString, QByteArray> &before,
                      const QMap<QString, QByteArray> &after);
    void expectAnything(); ///< takes that back, e.g. while a person goes back
    /// While a publish is taken back, its assets go with it: who read a page of it just before may
    /// miss them, and finds the former page. Waits until what is visited now was seen.
    void expectTakingBack(bool expected);

    /// Adds every file of these states, by "/path" and for index.html also by its folder.
    static void allow(Allowed &allowed, const QMap<QString, QByteArray> &files);

private:
    class Line;
    void run();
    void visit(Line &line, const QString &page);
    bool isStillNamed(Line &line, const QString &page, const QString &path) const;
    bool isAllowed(const QString &path, const QByteArray &bytes) const;
    void note(int Seen::*counter, const QString &what);
    void judgeOrder(const QString &path, int status, const QByteArray &bytes);

    quint16 m_port;
    QStringList m_pages;
    Allowed m_allowed;
    bool m_mayMiss;
    Allowed m_before; ///< of expectSwitch()
    Allowed m_after;
    bool m_isTakenBack = false;
    QString m_newSeen; ///< the first thing seen that is only of the new site
    std::mutex m_mutex;
    Seen m_seen;
    std::atomic_bool m_stop = false;
    std::thread m_thread;
};

} // namespace kakehashi::test
