#include "faultyremotefiles.h"

#include "publish/local/localfiles.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace kakehashi::test {
namespace {

using publish::Batch;
using publish::Operation;
using publish::Outcome;
using publish::Outcomes;

tl::unexpected<Error> lost()
{
    return fail(ErrorCode::Network, QStringLiteral("The connection was lost."));
}

bool isOrdered(const Operation &operation)
{
    return operation.kind == Operation::Kind::MakeFolder ||
           operation.kind == Operation::Kind::RemoveFolder;
}

std::vector<qsizetype> orderOf(const Batch &batch, unsigned seed)
{
    std::vector<qsizetype> order(static_cast<size_t>(batch.size()));
    std::iota(order.begin(), order.end(), 0);
    if (seed == 0 || std::any_of(batch.cbegin(), batch.cend(), isOrdered))
        return order;
    std::shuffle(order.begin(), order.end(), std::mt19937(seed));
    return order;
}

} // namespace

FaultyRemoteFiles::FaultyRemoteFiles(std::unique_ptr<RemoteFiles> real,
                                     std::shared_ptr<Faults> faults)
    : m_real(std::move(real)), m_faults(std::move(faults))
{}

Result<Outcomes> FaultyRemoteFiles::run(const Batch &batch, const JobContext &context)
{
    if (m_faults->isDown)
        return lost();
    Outcomes outcomes(batch.size());
    for (const qsizetype i : orderOf(batch, m_faults->shuffleSeed)) {
        Result<Outcome> outcome = runOne(batch.at(i), context);
        if (!outcome)
            return passOn(outcome);
        outcomes[i] = std::move(*outcome);
        if (const auto between = dueMeanwhile()) {
            const Result<Outcome> done = runOne(*between, {});
            if (!done)
                return passOn(done);
            meanwhile().done(*done);
        }
    }
    return outcomes;
}

Result<Outcome> FaultyRemoteFiles::runOne(const Operation &operation, const JobContext &context)
{
    if (m_faults->before)
        m_faults->before(operation);
    if (m_faults->killAfter >= 0 && m_faults->operations >= m_faults->killAfter) {
        m_faults->isDown = true;
        half(operation);
        return lost();
    }
    ++m_faults->operations;
    const auto refused = m_faults->refuse ? m_faults->refuse(operation) : Outcome::Status::Ok;
    if (refused != Outcome::Status::Ok || !isSupported(operation)) {
        Outcome outcome;
        outcome.status = refused != Outcome::Status::Ok ? refused : Outcome::Status::Unsupported;
        outcome.text = QStringLiteral("refused");
        return outcome;
    }
    Operation asked = operation;
    if (asked.kind == Operation::Kind::Move && m_faults->moveOverwrites)
        asked.kind = Operation::Kind::Replace;
    if (!m_faults->features.setTime)
        asked.time = 0;
    const Result<Outcomes> done = m_real->run({asked}, context);
    if (!done)
        return passOn(done);
    return done->first();
}

bool FaultyRemoteFiles::isSupported(const Operation &operation) const
{
    if (operation.kind == Operation::Kind::Touch)
        return m_faults->features.setTime;
    if (operation.kind == Operation::Kind::Replace)
        return m_faults->features.replace;
    return operation.kind != Operation::Kind::Link || m_faults->features.hardLink;
}

/// What is cut off in the middle: a write leaves a part, a rename by link and unlink both names.
void FaultyRemoteFiles::half(const Operation &operation)
{
    Operation part = operation;
    if (operation.kind == Operation::Kind::Write && operation.sourceFile.isEmpty()) {
        part.bytes.truncate(part.bytes.size() / 2);
        part.hash = {};
    } else if (operation.kind == Operation::Kind::Move) {
        part.kind = Operation::Kind::Link;
    } else {
        return;
    }
    static_cast<void>(m_real->run({part}));
}

Result<QString> FaultyRemoteFiles::resolve(const QString &path)
{
    return m_faults->isDown ? Result<QString>(lost()) : m_real->resolve(path);
}

Result<qint64> FaultyRemoteFiles::freeBytes(const QString &path)
{
    return m_faults->isDown ? Result<qint64>(lost()) : m_real->freeBytes(path);
}

publish::Connector faultyConnector(std::shared_ptr<Faults> faults)
{
    return [faults](const publish::Target &, const publish::Access &,
                    const JobContext &) -> Result<std::unique_ptr<publish::RemoteFiles>> {
        return std::make_unique<FaultyRemoteFiles>(std::make_unique<publish::LocalFiles>(), faults);
    };
}

} // namespace kakehashi::test
