#pragma once

#include "base/clock.h"
#include "base/job.h"

#include <QElapsedTimer>
#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QQueue>
#include <QTimer>
#include <QUrl>

namespace kakehashi::check {

/// What an address outside the site answered.
struct LinkAnswer
{
    QString url;
    int status = 0;       ///< of HTTP, after redirects; 0: no answer
    QString problem = {}; ///< why there was none, in the system's words
    QString movedTo = {}; ///< where it has moved for good (301, 308); empty: it has not
    QDateTime at;         ///< UTC

    bool isGood() const { return status >= 200 && status < 400; }
    /// Not there, as opposed to not answering just now.
    bool isGone() const { return status >= 400 && status < 500 && status != 429; }
};

struct ProbeOptions
{
    int parallel = 6;      ///< requests at a time, each to another host
    int hostPause = 1000;  ///< milliseconds between two requests to one host
    int timeout = 15'000;  ///< milliseconds
    QByteArray agent = {}; ///< how we introduce ourselves
};

/// Asks addresses outside the site whether they still answer, as gently as a careful visitor:
/// one request at a time and with pauses for each host, HEAD first, GET only where that is refused,
/// and never the content. Works on its thread's event loop without blocking it.
class LinkProber final : public QObject
{
    Q_OBJECT

public:
    explicit LinkProber(const ProbeOptions &options, const Clock &clock = Clock::system(),
                        QObject *parent = nullptr);
    ~LinkProber() override;

    void start(const QStringList &urls);
    void cancel(); ///< finished() follows; what was answered stays answered
    bool isRunning() const { return m_total > 0; }

Q_SIGNALS:
    void answered(const kakehashi::check::LinkAnswer &answer);
    void progressed(const kakehashi::Progress &progress);
    void finished(bool wasCancelled);

private:
    struct Host
    {
        QQueue<QString> waiting;
        QElapsedTimer last; ///< since the latest request
        bool busy = false;
    };
    struct Question
    {
        QString url;
        QString host;
        QUrl now; ///< after redirects
        int redirects = 0;
        bool movedForGood = true;
        bool withGet = false;
    };

    void pump();
    int waitFor(const Host &host) const;
    void ask(const Question &question);
    void take(QNetworkReply *reply, Question question);
    void answer(const Question &question, int status, const QString &problem);
    void end();

    ProbeOptions m_options;
    const Clock &m_clock;
    QNetworkAccessManager m_network;
    QHash<QString, Host> m_hosts;
    QTimer m_again;
    int m_running = 0;
    int m_done = 0;
    int m_total = 0;
    bool m_cancelled = false;
};

} // namespace kakehashi::check
