#include "check/outside/linkprober.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace kakehashi::check {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::LinkProber)
};

constexpr int mostRedirects = 5;
constexpr int shortestWait = 10; ///< milliseconds

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// Many servers refuse HEAD or answer it wrongly; 429 and 410 are answers, not refusals.
bool isWorthAGet(int status)
{
    return status >= 400 && status != 410 && status != 429;
}

} // namespace

LinkProber::LinkProber(const ProbeOptions &options, const Clock &clock, QObject *parent)
    : QObject(parent), m_options(options), m_clock(clock)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &LinkProber::pump);
}

LinkProber::~LinkProber() = default;

void LinkProber::start(const QStringList &urls)
{
    if (isRunning())
        return;
    m_hosts.clear();
    m_cancelled = false;
    m_done = 0;
    for (const QString &url : urls)
        m_hosts[QUrl(url).host()].waiting.enqueue(url);
    m_total = static_cast<int>(urls.size());
    if (m_total == 0) {
        m_total = 1;
        return end();
    }
    pump();
}

void LinkProber::cancel()
{
    if (!isRunning() || m_cancelled)
        return;
    m_cancelled = true;
    for (Host &host : m_hosts)
        host.waiting.clear();
    const auto replies = m_network.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies)
        reply->abort(); // ends it at once
    if (m_running == 0 && isRunning())
        end();
}

int LinkProber::waitFor(const Host &host) const
{
    if (!host.last.isValid())
        return 0;
    return std::max(0, m_options.hostPause - static_cast<int>(host.last.elapsed()));
}

void LinkProber::pump()
{
    int soonest = -1;
    for (auto host = m_hosts.begin(); host != m_hosts.end(); ++host) {
        if (host->busy || host->waiting.isEmpty())
            continue;
        const int wait = waitFor(*host);
        if (wait > 0) {
            soonest = soonest < 0 ? wait : std::min(soonest, wait);
            continue;
        }
        if (m_running >= m_options.parallel)
            break;
        const QString url = host->waiting.dequeue();
        host->busy = true;
        ++m_running;
        ask({url, host.key(), QUrl(url)});
    }
    if (soonest >= 0)
        m_again.start(std::max(shortestWait, soonest));
}

void LinkProber::ask(const Question &question)
{
    m_hosts[question.host].last.start();
    QNetworkRequest request(question.now);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(m_options.timeout);
    request.setRawHeader("User-Agent", m_options.agent);
    request.setRawHeader("Accept", "*/*");
    QNetworkReply *reply = question.withGet ? m_network.get(request) : m_network.head(request);
    // The head is the answer; nobody needs the content.
    if (question.withGet)
        connect(reply, &QNetworkReply::metaDataChanged, reply, &QNetworkReply::abort,
                Qt::QueuedConnection);
    connect(reply, &QNetworkReply::finished, this, [this, reply, question] {
        reply->deleteLater();
        take(reply, question);
    });
}

void LinkProber::take(QNetworkReply *reply, Question question)
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_cancelled) {
        --m_running;
        if (m_running == 0)
            end();
        return;
    }
    if (isRedirect(status) && question.redirects < mostRedirects) {
        // The cooked header leaves out relative addresses.
        const QUrl next = question.now.resolved(QUrl::fromEncoded(reply->rawHeader("Location")));
        if (next.scheme() == QLatin1String("http") || next.scheme() == QLatin1String("https")) {
            ++question.redirects;
            question.movedForGood = question.movedForGood && (status == 301 || status == 308);
            question.now = next;
            return ask(question);
        }
    }
    if (!question.withGet && isWorthAGet(status)) {
        question.withGet = true;
        // As gentle as between two addresses.
        const int wait = waitFor(m_hosts[question.host]);
        QTimer::singleShot(wait, this, [this, question] {
            if (!m_cancelled)
                return ask(question);
            if (--m_running == 0)
                end();
        });
        return;
    }
    answer(question, status, status > 0 ? QString() : reply->errorString());
}

void LinkProber::answer(const Question &question, int status, const QString &problem)
{
    LinkAnswer answer{question.url, status, problem, {}, m_clock.now()};
    if (question.redirects > 0 && question.movedForGood && answer.isGood())
        answer.movedTo = question.now.toString(QUrl::FullyEncoded);
    --m_running;
    ++m_done;
    m_hosts[question.host].busy = false;
    Q_EMIT answered(answer);
    Q_EMIT progressed({.phase = Text::tr("Asking other sites"),
                       .item = question.host,
                       .done = m_done,
                       .total = m_total});
    if (m_done == m_total)
        return end();
    pump();
}

void LinkProber::end()
{
    m_total = 0;
    m_again.stop();
    Q_EMIT finished(m_cancelled);
}

} // namespace kakehashi::check
