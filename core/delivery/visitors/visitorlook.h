#pragma once

#include "base/job.h"
#include "delivery/visitors/addresses.h"

#include <QJsonObject>

#include <chrono>

namespace kakehashi::delivery {

/// An address at which visitors do not get what was published.
struct Sight
{
    enum class Kind {
        Refused,    ///< 401, 403: the server does not let them
        Looping,    ///< sent on and on within the host
        Odd,        ///< any other answer that is no page
        Missing,    ///< 404, 410
        Broken,     ///< 500 and above
        Stale,      ///< other bytes than those that were published
        Elsewhere,  ///< sent on to another host
        NotClosed,  ///< a password was to be asked for
        NotMissing, ///< an address that is not there is answered as if it were
        Throttled,  ///< 429: too many questions, which visitors may not have
        Unasked,    ///< no answer in time, or one that broke off
    };

    Kind kind = Kind::Unasked;
    Address address;
    int status = 0;
    QString problem = {}; ///< in the system's words, without status
};

struct VisitorLook
{
    int asked = 0;
    QList<Sight> wrong;
    /// Home answers with an error of the server since this publish brought another .htaccess.
    bool isBrokenByRules = false;

    /// What is certain; that a server did not answer in time is not.
    bool isWrong() const;
    /// At some address they get an error instead of a page.
    bool isShut() const;
};

struct VisitorLookOptions
{
    std::chrono::milliseconds deadline{5'000}; ///< for all together
    qint64 mostBytes = 4'000'000;              ///< of one answer; larger files are not compared
    QByteArray agent = "Kakehashi-Publish/1.0";
};

/// Asks for the addresses as a visitor's browser does. A redirect is followed on the same host
/// only. Blocks until all answered, the deadline passed or it is cancelled: a worker's or a
/// command's thread.
VisitorLook lookAsVisitor(const publish::Target &target, const publish::Plan &plan,
                          const JobContext &context, const VisitorLookOptions &options = {});

/// What was seen, in words with what to do; empty where nothing was asked or all is well.
QStringList sentencesOf(const VisitorLook &look);
QJsonObject toJson(const VisitorLook &look);

} // namespace kakehashi::delivery
