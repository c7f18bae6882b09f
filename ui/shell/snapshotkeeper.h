#pragma once

#include "render/snapshot.h"
#include "workspace/changenews.h"
#include "workspace/workspace.h"

#include <QPointer>
#include <QThreadPool>

#include <functional>

namespace kakehashi::ui {

/// The site as staff see it, without unsaved edits, kept up to date: what changed in one place is
/// read again at once, and everything by a worker, so that nobody waits for a large site.
class SnapshotKeeper final : public QObject
{
    Q_OBJECT

public:
    using Taken = std::function<void(const Result<render::SnapshotPtr> &)>;

    SnapshotKeeper(workspace::Workspace &workspace, QObject *parent);
    ~SnapshotKeeper() override;

    void note(const workspace::Change &change);
    void noteAnything(); ///< whatever may have changed

    /// Gives it to `taken`, at once if possible, unless `context` is gone by then.
    void take(QObject *context, const Taken &taken);
    /// Another one, always by a worker.
    void read(const workspace::SnapshotOptions &options, QObject *context, const Taken &taken);
    /// At once, even if everything must be read.
    Result<render::SnapshotPtr> now();

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Taken taken;
    };

    void readAll();
    void accept(const Result<render::SnapshotPtr> &read);

    workspace::Workspace &m_workspace;
    render::SnapshotPtr m_snapshot;     ///< null: everything must be read
    QList<workspace::Change> m_changes; ///< since m_snapshot, or since the reading began
    QList<Waiting> m_waiting;
    bool m_isReading = false;
    bool m_isOutdated = false; ///< what is being read
    QThreadPool m_worker;
};

} // namespace kakehashi::ui
