#pragma once

#include "base/job.h"

#include <QByteArray>
#include <QStringList>
#include <QUrl>

#include <chrono>

namespace kakehashi::notify {

/// What is sent: which addresses of one host changed (https://www.indexnow.org/documentation).
struct Letter
{
    static constexpr qsizetype mostUrls = 10'000; ///< a request

    QUrl endpoint;
    QString host; ///< with the port where it is not the usual one
    QString key;
    QUrl keyLocation;
    QStringList urls;
};

/// What came of it. Status 0: no answer.
struct Answer
{
    qsizetype taken = 0; ///< this many of the letter's addresses, from its beginning, were received
    int status = 0;      ///< of the last request
    QString problem = {}; ///< in the system's words, without status
    bool isCancelled = false;
    std::chrono::milliseconds pause{}; ///< status 429: nothing more is wanted for so long
};

struct Manners
{
    std::chrono::milliseconds timeout{15'000};
    /// After "too many requests" without a time of its own, and the longest that is waited.
    std::chrono::milliseconds pause{5'000};
    std::chrono::milliseconds longestPause{60'000};
    int tries = 3;         ///< of one request
    QByteArray agent = {}; ///< how we introduce ourselves
};

/// The body of a request for `urls` of the letter.
QByteArray bodyOf(const Letter &letter, const QStringList &urls);

/// Sends it, 10,000 addresses a request, and stops at the first refusal. Blocks until answered or
/// cancelled (noticed within 50 ms): a worker's or a command's thread.
Answer send(const Letter &letter, const Manners &manners, const JobContext &context);

} // namespace kakehashi::notify
