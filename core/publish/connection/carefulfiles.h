#pragma once

#include "publish/connection/servertraits.h"

#include <memory>

namespace kakehashi::publish {

/// Files of a server with traits: moves without ever overwriting where the server's own RENAME
/// does, by making the new name as a link, which no server overwrites, and removing the old one.
class CarefulFiles final : public RemoteFiles
{
public:
    CarefulFiles(std::unique_ptr<RemoteFiles> files, const ServerTraits &traits);

    Features features() const override;
    ServerFacts server() const override { return m_files->server(); }
    Result<Outcomes> run(const Batch &batch, const JobContext &context = {}) override;
    void setMeanwhile(Meanwhile meanwhile) override;
    void setGiveUp(const CancelToken &cancel) override { m_files->setGiveUp(cancel); }
    Result<QString> resolve(const QString &path) override { return m_files->resolve(path); }
    Result<qint64> freeBytes(const QString &path) override { return m_files->freeBytes(path); }
    int roundTrips() const override { return m_files->roundTrips(); }

private:
    using Indexes = QList<qsizetype>;
    Result<Indexes> linkNew(const Batch &batch, const Indexes &moves, Outcomes &outcomes);
    Result<void> moveWhereFree(const Batch &batch, const Indexes &moves, Outcomes &outcomes);

    std::unique_ptr<RemoteFiles> m_files;
    ServerTraits m_traits;
};

} // namespace kakehashi::publish
