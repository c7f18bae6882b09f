#pragma once

#include "publish/publisher.h"

#include <functional>
#include <memory>

namespace kakehashi::test {

/// What goes wrong on the way to a target, counted over all connections.
struct Faults
{
    int operations = 0;  ///< that were begun so far
    int killAfter = -1;  ///< the connection dies in the operation after so many; -1: never
    bool isDown = false; ///< every call fails until it is set back
    QString software;    ///< what the server calls itself
    bool moveOverwrites = false;
    publish::Features features; ///< what the server claims to have
    unsigned shuffleSeed = 0;   ///< 0: batches in order; else in any order, as servers may
    /// Other than Ok: the operation is answered so and not done.
    std::function<publish::Outcome::Status(const publish::Operation &)> refuse = {};
    std::function<void(const publish::Operation &)> before = {};
};

/// Real files behind a bad line or a poor server.
class FaultyRemoteFiles final : public publish::RemoteFiles
{
public:
    FaultyRemoteFiles(std::unique_ptr<RemoteFiles> real, std::shared_ptr<Faults> faults);

    publish::Features features() const override { return m_faults->features; }
    publish::ServerFacts server() const override { return {m_faults->software, {}}; }
    Result<publish::Outcomes> run(const publish::Batch &batch,
                                  const JobContext &context = {}) override;
    Result<QString> resolve(const QString &path) override;
    Result<qint64> freeBytes(const QString &path) override;
    int roundTrips() const override { return m_real->roundTrips(); }

private:
    Result<publish::Outcome> runOne(const publish::Operation &operation, const JobContext &context);
    bool isSupported(const publish::Operation &operation) const;
    void half(const publish::Operation &operation);

    std::unique_ptr<RemoteFiles> m_real;
    std::shared_ptr<Faults> m_faults;
};

/// Connects to a local folder through `faults`.
publish::Connector faultyConnector(std::shared_ptr<Faults> faults);

} // namespace kakehashi::test
