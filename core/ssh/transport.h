#pragma once

#include "base/result.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace kakehashi::ssh {

using Milliseconds = std::chrono::milliseconds;
using SteadyTime = std::chrono::steady_clock::time_point;

/// A pair of byte streams below SFTP: an SSH channel, or in tests a pipe to sftp-server.
/// Used by one thread.
class Transport
{
public:
    virtual ~Transport() = default;

    /// Takes all of it at once; exchange() moves it on.
    virtual void send(QByteArray bytes) = 0;
    virtual qsizetype unsent() const = 0;

    /// Sends what the peer takes now and appends what has arrived to `received`, waiting at most
    /// `wait` when neither is possible. Fails with Network when the stream has ended or broken.
    virtual Result<void> exchange(QByteArray &received, Milliseconds wait) = 0;

    /// For who uses several channels of one connection in turn: waits until any of them can go on,
    /// at most `limit`.
    virtual void waitForTraffic(Milliseconds limit) { Q_UNUSED(limit); }

    /// When the peer last gave a sign of life, be it only a keep-alive answer.
    virtual SteadyTime lastHeard() const = 0;

    /// Since when the peer owes a sign of life that it was asked for. Nothing: it gave one since,
    /// or cannot be asked. A slow peer gives one while what it works at takes long; a dead line
    /// never.
    virtual std::optional<SteadyTime> unansweredSince() const { return std::nullopt; }

    /// The peer is given up: what it has not received yet must not reach it later, when somebody
    /// may have decided otherwise.
    virtual void abandon() {}
};

} // namespace kakehashi::ssh
