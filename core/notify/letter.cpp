#include "notify/letter.h"

#include "base/clock.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <memory>

namespace kakehashi::notify {
namespace {

using std::chrono::milliseconds;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::SearchNotice)
};

constexpr int tooMany = 429;
constexpr int looks = 50; ///< milliseconds between two looks at the cancel button

struct Reply
{
    int status = 0;
    QString problem = {};
    milliseconds pause = {}; ///< that the server asks for
};

bool isTaken(int status)
{
    return status == 200 || status == 202;
}

/// Seconds or a date (RFC 9110, 10.2.3).
milliseconds pauseIn(const QByteArray &retryAfter, milliseconds usual)
{
    bool isNumber = false;
    const int seconds = retryAfter.trimmed().toInt(&isNumber);
    if (isNumber && seconds >= 0)
        return std::chrono::seconds(seconds);
    const QDateTime until =
        QLocale::c().toDateTime(QString::fromLatin1(retryAfter.trimmed()),
                                QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!until.isValid())
        return usual;
    const QDateTime utc(until.date(), until.time(), Qt::UTC);
    return milliseconds(std::max<qint64>(0, Clock::system().now().msecsTo(utc)));
}

/// One thread's line to the search engines; lives while a letter is sent.
class Line
{
public:
    Line(const Manners &manners, const CancelToken &cancel) : m_manners(manners), m_cancel(cancel)
    {
        m_look.setInterval(looks);
        QObject::connect(&m_look, &QTimer::timeout, &m_loop, [this] {
            if (m_cancel.isCancelled())
                m_loop.quit();
        });
        m_look.start();
    }

    Reply post(const QUrl &endpoint, const QByteArray &body)
    {
        QNetworkRequest request(endpoint);
        // An endpoint that has moved is for a person to look at, not to be followed with a key.
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::ManualRedirectPolicy);
        request.setTransferTimeout(static_cast<int>(m_manners.timeout.count()));
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          QByteArrayLiteral("application/json; charset=utf-8"));
        request.setRawHeader("User-Agent", m_manners.agent);
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
        QObject::connect(reply.get(), &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
        m_loop.exec();
        if (!reply->isFinished()) {
            reply->abort();
            return {};
        }
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        return {status, status > 0 ? QString() : reply->errorString(),
                pauseIn(reply->rawHeader("Retry-After"), m_manners.pause)};
    }

    void wait(milliseconds time)
    {
        QTimer::singleShot(time, &m_loop, &QEventLoop::quit);
        m_loop.exec();
    }

private:
    const Manners &m_manners;
    const CancelToken &m_cancel;
    QNetworkAccessManager m_network;
    QEventLoop m_loop; ///< the only one of its thread
    QTimer m_look;
};

} // namespace

QByteArray bodyOf(const Letter &letter, const QStringList &urls)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("host"), letter.host},
                                     {QStringLiteral("key"), letter.key},
                                     {QStringLiteral("keyLocation"),
                                      letter.keyLocation.toString(QUrl::FullyEncoded)},
                                     {QStringLiteral("urlList"), QJsonArray::fromStringList(urls)}})
        .toJson(QJsonDocument::Compact);
}

Answer send(const Letter &letter, const Manners &manners, const JobContext &context)
{
    Line line(manners, context.cancel);
    Answer answer;
    while (answer.taken < letter.urls.size()) {
        const QStringList urls = letter.urls.mid(answer.taken, Letter::mostUrls);
        const QByteArray body = bodyOf(letter, urls);
        for (int attempt = 1; attempt <= manners.tries; ++attempt) {
            context.report({.phase = Text::tr("Telling search engines"),
                            .item = letter.endpoint.host(),
                            .done = answer.taken,
                            .total = letter.urls.size()});
            const Reply reply = line.post(letter.endpoint, body);
            answer.status = reply.status;
            answer.problem = reply.problem;
            answer.pause = reply.status == tooMany ? reply.pause : milliseconds();
            const bool mayWait = reply.status == tooMany && attempt < manners.tries &&
                                 reply.pause <= manners.longestPause;
            if (mayWait && !context.cancel.isCancelled())
                line.wait(reply.pause);
            answer.isCancelled = context.cancel.isCancelled();
            if (answer.isCancelled || !mayWait)
                break;
        }
        if (!isTaken(answer.status))
            return answer;
        answer.taken += urls.size();
        if (answer.isCancelled)
            return answer;
    }
    answer.isCancelled = false;
    return answer;
}

} // namespace kakehashi::notify
