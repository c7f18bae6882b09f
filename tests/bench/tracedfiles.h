#pragma once

#include "publish/remotefiles.h"

#include <QElapsedTimer>

#include <array>
#include <cstdio>
#include <memory>

namespace kakehashi::bench {

/// Prints when each batch began, how long it took and what was in it: where a publish's time goes.
class TracedFiles final : public publish::RemoteFiles
{
public:
    TracedFiles(std::unique_ptr<RemoteFiles> real, const QElapsedTimer &since, bool print)
        : m_real(std::move(real)), m_since(since), m_print(print)
    {}

    publish::Features features() const override { return m_real->features(); }
    publish::ServerFacts server() const override { return m_real->server(); }
    int roundTrips() const override { return m_real->roundTrips(); }

    Result<publish::Outcomes> run(const publish::Batch &batch, const JobContext &context) override
    {
        const qint64 begin = m_since.elapsed();
        auto outcomes = m_real->run(batch, context);
        if (m_print)
            print(begin, batch);
        return outcomes;
    }
    Result<QString> resolve(const QString &path) override
    {
        const qint64 begin = m_since.elapsed();
        auto resolved = m_real->resolve(path);
        if (m_print)
            std::printf("    %5lld +%4lld resolve\n", static_cast<long long>(begin),
                        static_cast<long long>(m_since.elapsed() - begin));
        return resolved;
    }
    Result<qint64> freeBytes(const QString &path) override { return m_real->freeBytes(path); }

private:
    void print(qint64 begin, const publish::Batch &batch) const
    {
        static constexpr std::array names{"look",   "list",    "read",    "write",    "mkdir",
                                          "remove", "rmdir",   "move",    "replace",  "link",
                                          "touch",  "setmode", "symlink", "readlink", "prepare"};
        std::array<int, names.size()> counts{};
        for (const publish::Operation &operation : batch)
            ++counts.at(static_cast<size_t>(operation.kind));
        std::printf("    %5lld +%4lld", static_cast<long long>(begin),
                    static_cast<long long>(m_since.elapsed() - begin));
        for (size_t i = 0; i < names.size(); ++i) {
            if (counts.at(i) > 0)
                std::printf(" %d %s", counts.at(i), names.at(i));
        }
        std::printf("\n");
    }

    std::unique_ptr<RemoteFiles> m_real;
    const QElapsedTimer &m_since;
    bool m_print;
};

} // namespace kakehashi::bench
