#include "publish/connection/carefulfiles.h"

namespace kakehashi::publish {

using Status = Outcome::Status;

CarefulFiles::CarefulFiles(std::unique_ptr<RemoteFiles> files, const ServerTraits &traits)
    : m_files(std::move(files)), m_traits(traits)
{}

Features CarefulFiles::features() const
{
    Features features = m_files->features();
    features.setTime = m_traits.setsTime;
    features.moveKeeps = !m_traits.renameOverwrites;
    features.inOrder = features.inOrder && !m_traits.renameOverwrites; // moves come last
    // A copy of an old version that cannot get its time back would look like someone else's file
    // after it was put back; what is moved away and back keeps its time.
    if (!features.setTime && !features.hardLink)
        features.replace = false;
    return features;
}

void CarefulFiles::setMeanwhile(Meanwhile meanwhile)
{
    m_files->setMeanwhile(std::move(meanwhile));
}

Result<Outcomes> CarefulFiles::run(const Batch &batch, const JobContext &context)
{
    Batch others;
    Indexes places;
    Indexes moves;
    for (qsizetype i = 0; i < batch.size(); ++i) {
        if (m_traits.renameOverwrites && batch.at(i).kind == Operation::Kind::Move) {
            moves.append(i);
            continue;
        }
        others.append(batch.at(i));
        places.append(i);
    }
    const Result<Outcomes> done = m_files->run(others, context);
    if (!done || moves.isEmpty())
        return done;
    Outcomes outcomes(batch.size());
    for (qsizetype i = 0; i < places.size(); ++i)
        outcomes[places.at(i)] = done->at(i);
    const Result<Indexes> left = linkNew(batch, moves, outcomes);
    if (!left)
        return passOn(left);
    if (auto moved = moveWhereFree(batch, *left, outcomes); !moved)
        return passOn(moved);
    return outcomes;
}

/// Gives those that cannot be linked, e.g. folders.
Result<CarefulFiles::Indexes> CarefulFiles::linkNew(const Batch &batch, const Indexes &moves,
                                                    Outcomes &outcomes)
{
    if (!m_files->features().hardLink)
        return moves;
    Batch links;
    for (const qsizetype i : moves)
        links.append(Operation::link(batch.at(i).path, batch.at(i).to));
    const auto linked = m_files->run(links);
    if (!linked)
        return passOn(linked);
    Batch removals;
    Indexes removed;
    Indexes left;
    for (qsizetype i = 0; i < moves.size(); ++i) {
        const Outcome &outcome = linked->at(i);
        const qsizetype at = moves.at(i);
        outcomes[at] = outcome;
        if (outcome.ok()) {
            removals.append(Operation::remove(batch.at(at).path));
            removed.append(at);
        } else if (outcome.status != Status::Exists && outcome.status != Status::Missing) {
            left.append(at);
        }
    }
    const auto gone = m_files->run(removals);
    if (!gone)
        return passOn(gone);
    for (qsizetype i = 0; i < removed.size(); ++i)
        outcomes[removed.at(i)] = gone->at(i);
    return left;
}

Result<void> CarefulFiles::moveWhereFree(const Batch &batch, const Indexes &moves,
                                         Outcomes &outcomes)
{
    Batch looks;
    for (const qsizetype i : moves)
        looks.append(Operation::look(batch.at(i).to));
    const auto looked = m_files->run(looks);
    if (!looked)
        return passOn(looked);
    Batch free;
    Indexes places;
    for (qsizetype i = 0; i < moves.size(); ++i) {
        const qsizetype at = moves.at(i);
        outcomes[at] = looked->at(i);
        if (!looked->at(i).ok())
            continue;
        if (looked->at(i).info.isMissing()) {
            free.append(batch.at(at));
            places.append(at);
        } else {
            outcomes[at].status = Status::Exists;
        }
    }
    const auto moved = m_files->run(free);
    if (!moved)
        return passOn(moved);
    for (qsizetype i = 0; i < places.size(); ++i)
        outcomes[places.at(i)] = moved->at(i);
    return {};
}

} // namespace kakehashi::publish
