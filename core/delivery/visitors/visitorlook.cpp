#include "delivery/visitors/visitorlook.h"

#include "base/someof.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QJsonArray>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

namespace kakehashi::delivery {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Delivery)
};

constexpr int cancelLook = 50; ///< milliseconds between two looks at the cancel button
constexpr int mostRedirects = 3;

/// One address on its way to an answer.
struct Visit
{
    Address address;
    QUrl at; ///< after redirects
    int redirects = 0;
    std::unique_ptr<QNetworkReply> reply = {};
    QByteArray body = {};
    bool isDone = false;
    std::optional<Sight> wrong = {};
};

/// All addresses at once; lives while they are asked.
class Visits
{
public:
    Visits(const QList<Address> &addresses, const JobContext &context,
           const VisitorLookOptions &options)
        : m_context(context), m_options(options)
    {
        for (const Address &address : addresses)
            m_visits.push_back({address, address.url});
    }

    QList<Sight> run()
    {
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &m_loop, [this] {
            if (m_context.cancel.isCancelled())
                m_loop.quit();
        });
        look.start(cancelLook);
        QTimer::singleShot(m_options.deadline, &m_loop, &QEventLoop::quit);
        for (Visit &visit : m_visits)
            ask(visit);
        m_loop.exec();
        QList<Sight> wrong;
        for (Visit &visit : m_visits) {
            if (!visit.isDone)
                wrong.append({Sight::Kind::Unasked, visit.address});
            else if (visit.wrong)
                wrong.append(*visit.wrong);
        }
        return wrong;
    }

private:
    void ask(Visit &visit)
    {
        QNetworkRequest request(visit.at);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                             QNetworkRequest::AlwaysNetwork);
        // A server that asks for a password is seen, not answered.
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute,
                             QNetworkRequest::Manual);
        request.setRawHeader("User-Agent", m_options.agent);
        request.setRawHeader("Accept-Encoding", "identity"); // the published bytes themselves
        request.setRawHeader("Cache-Control", "no-cache");
        visit.body.clear();
        visit.reply.reset(m_network.get(request));
        QNetworkReply *reply = visit.reply.get();
        QObject::connect(reply, &QNetworkReply::readyRead, reply, [this, &visit] { read(visit); });
        QObject::connect(reply, &QNetworkReply::finished, &m_loop, [this, &visit] { end(visit); });
    }

    void read(Visit &visit)
    {
        visit.body += visit.reply->read(m_options.mostBytes + 1 - visit.body.size());
        if (visit.body.size() > m_options.mostBytes)
            visit.reply->abort(); // leads to end()
    }

    void end(Visit &visit)
    {
        if (visit.isDone)
            return;
        read(visit);
        QNetworkReply &reply = *visit.reply;
        const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QUrl next = reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        if (status >= 300 && status < 400 && !next.isEmpty() && goesOn(visit, next))
            return;
        visit.isDone = true;
        if (!visit.wrong)
            visit.wrong = judge(visit, status, reply);
        visit.reply.release()->deleteLater(); // its own signal is still on the way back
        const bool all = std::all_of(m_visits.cbegin(), m_visits.cend(),
                                     [](const Visit &one) { return one.isDone; });
        if (all)
            m_loop.quit();
    }

    /// Within the host, from http to https too. Another host is for a person to look at.
    bool goesOn(Visit &visit, const QUrl &next)
    {
        const QUrl to = visit.at.resolved(next);
        const bool isWeb =
            to.scheme() == QLatin1String("https") || to.scheme() == QLatin1String("http");
        if (to.host() != visit.at.host() || !isWeb) {
            visit.wrong = Sight{Sight::Kind::Elsewhere, visit.address, 0, to.host()};
            return false;
        }
        if (++visit.redirects > mostRedirects) {
            visit.wrong = Sight{Sight::Kind::Looping, visit.address};
            return false;
        }
        visit.at = to;
        visit.reply.release()->deleteLater();
        ask(visit);
        return true;
    }

    static std::optional<Sight> seen(Sight::Kind kind, const Visit &visit, int status)
    {
        return Sight{kind, visit.address, status};
    }

    static bool isPublished(const Visit &visit)
    {
        const Address &address = visit.address;
        return address.hash.isNull() || Sha256::of(visit.body) == address.hash;
    }

    /// An answer of which a part is missing says nothing; what is too large was ended here.
    bool brokeOff(const Visit &visit, int status, const QNetworkReply &reply) const
    {
        return status == 200 && reply.error() != QNetworkReply::NoError &&
               visit.body.size() <= m_options.mostBytes;
    }

    std::optional<Sight> judge(const Visit &visit, int status, const QNetworkReply &reply) const
    {
        using Kind = Sight::Kind;
        if (status == 0 || brokeOff(visit, status, reply))
            return Sight{Kind::Unasked, visit.address, 0, reply.errorString()};
        if (status == 429)
            return seen(Kind::Throttled, visit, status);
        if (status >= 500)
            return seen(Kind::Broken, visit, status);
        const bool isWhole = visit.address.size <= m_options.mostBytes;
        switch (visit.address.kind) {
        case Address::Kind::Closed:
            return status == 401 ? std::nullopt : seen(Kind::NotClosed, visit, status);
        case Address::Kind::Nothing:
            if (status != 404)
                return seen(Kind::NotMissing, visit, status);
            return isPublished(visit) ? std::nullopt : seen(Kind::Stale, visit, status);
        case Address::Kind::File:
            break;
        }
        if (status == 404 || status == 410)
            return seen(Kind::Missing, visit, status);
        if (status == 401 || status == 403)
            return seen(Kind::Refused, visit, status);
        if (status != 200)
            return seen(Kind::Odd, visit, status);
        return !isWhole || isPublished(visit) ? std::nullopt : seen(Kind::Stale, visit, status);
    }

    const JobContext &m_context;
    const VisitorLookOptions &m_options;
    QNetworkAccessManager m_network;
    QEventLoop m_loop;           ///< the only one of its thread
    std::vector<Visit> m_visits; ///< their replies go before the network does
};

bool changesRules(const publish::Plan &plan)
{
    using Action = publish::PlanItem::Action;
    return std::any_of(plan.items.cbegin(), plan.items.cend(), [](const publish::PlanItem &item) {
        return item.path == QLatin1String(".htaccess") &&
               (item.action == Action::Add || item.action == Action::Replace);
    });
}

QString sentenceOf(Sight::Kind kind, const QList<Sight> &sights)
{
    constexpr int named = 3;
    QStringList urls;
    for (const Sight &sight : sights)
        urls.append(sight.address.url.toDisplayString());
    const QString where = someOf(urls, named);
    const int status = sights.constFirst().status;
    using Kind = Sight::Kind;
    switch (kind) {
    case Kind::Refused:
        return Text::tr("Visitors may not see %1: the server answers %2. Its rules or the "
                        "permissions of a folder forbid it; ask the server's operator.")
            .arg(where)
            .arg(status);
    case Kind::Missing:
        return Text::tr("Visitors do not find %1: the server answers %2. See that the target's "
                        "folder is the one that the web server shows.")
            .arg(where)
            .arg(status);
    case Kind::Broken:
        return Text::tr("The server fails at %1: it answers %2.").arg(where).arg(status);
    case Kind::Looping:
        return Text::tr("Visitors of %1 are sent on and on and never get there. Look at the rules "
                        "for redirects on the server.")
            .arg(where);
    case Kind::Odd:
        return Text::tr("Visitors do not get %1 as it was published: the server answers %2.")
            .arg(where)
            .arg(status);
    case Kind::Throttled:
        return Text::tr("Whether visitors see it is not known: the server took it for too many "
                        "questions at %1 (%2).")
            .arg(where)
            .arg(status);
    case Kind::Stale:
        return Text::tr("Visitors still see something else at %1 than was published: a cache, or "
                        "a file of others that the server shows instead.")
            .arg(where);
    case Kind::Elsewhere:
        return Text::tr("Visitors of %1 are sent on to %2.")
            .arg(where, sights.constFirst().problem);
    case Kind::NotClosed:
        return Text::tr("Visitors are not asked for a password at %1: the server answers %2.")
            .arg(where)
            .arg(status);
    case Kind::NotMissing:
        return Text::tr("An address that is not there is answered with %1 instead of 404, so that "
                        "search engines keep pages that are gone.")
            .arg(status);
    case Kind::Unasked:
        break;
    }
    const QString problem = sights.constFirst().problem;
    return problem.isEmpty()
               ? Text::tr("Whether visitors see it is not known: %1 did not answer in time.")
                     .arg(where)
               : Text::tr("Whether visitors see it is not known: %1 did not answer (%2).")
                     .arg(where, problem);
}

const char *nameOf(Sight::Kind kind)
{
    static const char *const names[] = {"refused",     "looping",   "odd",       "missing",
                                        "broken",      "stale",     "elsewhere", "not-closed",
                                        "not-missing", "throttled", "no-answer"};
    return names[static_cast<size_t>(kind)];
}

} // namespace

bool VisitorLook::isWrong() const
{
    return std::any_of(wrong.cbegin(), wrong.cend(), [](const Sight &sight) {
        return sight.kind != Sight::Kind::Unasked && sight.kind != Sight::Kind::Throttled;
    });
}

bool VisitorLook::isShut() const
{
    using Kind = Sight::Kind;
    return std::any_of(wrong.cbegin(), wrong.cend(), [](const Sight &sight) {
        return sight.kind == Kind::Refused || sight.kind == Kind::Missing ||
               sight.kind == Kind::Broken || sight.kind == Kind::Looping;
    });
}

VisitorLook lookAsVisitor(const publish::Target &target, const publish::Plan &plan,
                          const JobContext &context, const VisitorLookOptions &options)
{
    VisitorLook look;
    const QList<Address> addresses = addressesToLookAt(target, plan);
    look.asked = static_cast<int>(addresses.size());
    if (addresses.isEmpty())
        return look;
    context.report({.phase = Text::tr("Looking at it as visitors do"),
                    .item = addresses.constFirst().url.host()});
    look.wrong = Visits(addresses, context, options).run();
    const QUrl home = addresses.constFirst().url;
    look.isBrokenByRules =
        changesRules(plan) &&
        std::any_of(look.wrong.cbegin(), look.wrong.cend(), [&home](const Sight &sight) {
            return sight.kind == Sight::Kind::Broken && sight.address.url == home;
        });
    return look;
}

QStringList sentencesOf(const VisitorLook &look)
{
    using Kind = Sight::Kind;
    QStringList sentences;
    for (const Kind kind :
         {Kind::Broken, Kind::Refused, Kind::Looping, Kind::Odd, Kind::Missing, Kind::NotClosed,
          Kind::Elsewhere, Kind::Stale, Kind::NotMissing, Kind::Throttled, Kind::Unasked}) {
        QList<Sight> sights;
        std::copy_if(look.wrong.cbegin(), look.wrong.cend(), std::back_inserter(sights),
                     [kind](const Sight &sight) { return sight.kind == kind; });
        if (!sights.isEmpty())
            sentences.append(sentenceOf(kind, sights));
    }
    if (look.isBrokenByRules)
        sentences.append(Text::tr("Since this publish the server stumbles over .htaccess. Take "
                                  "the publish back, and set the kind of server in the site's "
                                  "settings before the next one."));
    return sentences;
}

QJsonObject toJson(const VisitorLook &look)
{
    QJsonArray wrong;
    for (const Sight &sight : look.wrong)
        wrong.append(QJsonObject{{QStringLiteral("url"), sight.address.url.toString()},
                                 {QStringLiteral("kind"), QLatin1String(nameOf(sight.kind))},
                                 {QStringLiteral("status"), sight.status}});
    return {{QStringLiteral("asked"), look.asked},
            {QStringLiteral("wrong"), wrong},
            {QStringLiteral("brokenByRules"), look.isBrokenByRules}};
}

} // namespace kakehashi::delivery
