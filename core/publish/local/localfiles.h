#pragma once

#include "publish/remotefiles.h"

namespace kakehashi::publish {

/// A folder of this machine (or one mounted from elsewhere) as a target. Also what most tests of
/// planner and transaction run on.
class LocalFiles final : public RemoteFiles
{
public:
    /// A relative docroot is meant from the person's home folder, as with SFTP.
    LocalFiles();

    Features features() const override;
    Result<Outcomes> run(const Batch &batch, const JobContext &context = {}) override;
    Result<QString> resolve(const QString &path) override;
    Result<qint64> freeBytes(const QString &path) override;
    int roundTrips() const override { return m_roundTrips; }

private:
    int m_roundTrips = 0;
};

} // namespace kakehashi::publish
