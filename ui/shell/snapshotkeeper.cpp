#include "ui/shell/snapshotkeeper.h"

#include "ui/shell/background.h"
#include "workspace/parts/stores.h"
#include "workspace/snapshotbuilder.h"

#include <utility>

namespace kakehashi::ui {
namespace {

const workspace::SnapshotOptions working{workspace::SnapshotOptions::Revisions::Working, {}, {}};

Result<render::SnapshotPtr> readIn(const QString &folder, const Clock &clock,
                                   const workspace::SnapshotOptions &options)
{
    const auto own = workspace::OwnStores::openToRead(folder, clock);
    if (!own)
        return passOn(own);
    return workspace::snapshotOf((*own)->stores(), options);
}

} // namespace

SnapshotKeeper::SnapshotKeeper(workspace::Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace)
{
    m_worker.setMaxThreadCount(1);
}

SnapshotKeeper::~SnapshotKeeper()
{
    m_worker.waitForDone();
}

void SnapshotKeeper::note(const workspace::Change &change)
{
    if (!workspace::isQuickToRead(change))
        return noteAnything();
    if (!m_changes.contains(change))
        m_changes.append(change);
}

void SnapshotKeeper::noteAnything()
{
    m_snapshot.reset();
    m_changes.clear();
    m_isOutdated = m_isReading;
}

Result<render::SnapshotPtr> SnapshotKeeper::now()
{
    if (m_snapshot && m_changes.isEmpty())
        return m_snapshot;
    const auto read =
        m_snapshot ? m_workspace.renewed(*m_snapshot, m_changes) : m_workspace.snapshot(working);
    if (!read)
        return read;
    m_snapshot = *read;
    // What a reading that goes on may have missed is read once more after it.
    if (!m_isReading)
        m_changes.clear();
    return m_snapshot;
}

void SnapshotKeeper::take(QObject *context, const Taken &taken)
{
    if (m_snapshot)
        return taken(now());
    m_waiting.append({context, taken});
    readAll();
}

void SnapshotKeeper::readAll()
{
    if (std::exchange(m_isReading, true))
        return;
    m_isOutdated = false;
    m_changes.clear();
    read(working, this, [this](const Result<render::SnapshotPtr> &all) { accept(all); });
}

void SnapshotKeeper::read(const workspace::SnapshotOptions &options, QObject *context,
                          const Taken &taken)
{
    runInBackground(
        m_worker, context,
        [folder = m_workspace.folder(), clock = &m_workspace.clock(), options] {
            return readIn(folder, *clock, options);
        },
        taken);
}

void SnapshotKeeper::accept(const Result<render::SnapshotPtr> &read)
{
    m_isReading = false;
    if (m_isOutdated)
        return readAll();
    if (read)
        m_snapshot = *read;
    const auto waiting = std::exchange(m_waiting, {});
    for (const Waiting &each : waiting) {
        if (each.context)
            each.taken(read ? now() : read);
    }
}

} // namespace kakehashi::ui
