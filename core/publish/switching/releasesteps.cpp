#include "publish/switching/releasesteps.h"

#include "publish/switching/releases.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace kakehashi::publish::switching {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ReleaseSteps)
};

using Kind = JournalStep::Kind;

constexpr int usualMode = 0755;

tl::unexpected<Error> changedMeanwhile(const QString &path)
{
    return fail(ErrorCode::Conflict,
                Text::tr("%1 changed on the server since the plan was made. Nothing was "
                         "published; plan again.")
                    .arg(path));
}

QString withoutName(const QString &path)
{
    return path.left(path.lastIndexOf(u'/'));
}

class Making
{
public:
    Making(const ControlFolder &control, const Journal &journal, const ReleaseTree &live)
        : m_control(control)
        , m_live(live)
        , m_old(folderOf(control, journal.linkBefore))
        , m_new(folderOf(control, journal.linkAfter))
    {
        for (const JournalStep &step : journal.steps)
            m_steps.insert(step.path, &step);
    }

    Result<ReleaseSteps> run(const QSet<QString> &ours)
    {
        for (const JournalStep *step : std::as_const(m_steps)) {
            if (!isAsBefore(*step))
                return changedMeanwhile(step->path);
        }
        addFolders();
        for (auto entry = m_live.entries.begin(); entry != m_live.entries.end(); ++entry) {
            if (entry->isFolder() || m_steps.contains(entry.key()))
                continue;
            m_made.files.append(Operation::link(before(entry.key()), after(entry.key())));
            if (!ours.contains(entry.key()))
                m_made.carried.append(entry.key());
        }
        for (const JournalStep *step : std::as_const(m_steps)) {
            if (step->kind == Kind::Add || step->kind == Kind::Replace)
                m_made.files.append(
                    Operation::link(m_control.staged(step->stage), after(step->path)));
        }
        return m_made;
    }

private:
    bool isAsBefore(const JournalStep &step) const
    {
        const FileInfo found = m_live.entries.value(step.path);
        if (step.kind == Kind::MakeFolder || step.kind == Kind::RemoveFolder)
            return found.isMissing() || found.isFolder();
        return found.looksLike(step.before);
    }

    /// A folder that publishing made goes when nothing is left in it.
    bool isEmptied(const QString &folder) const
    {
        const QString inside = folder + u'/';
        for (auto entry = m_live.entries.lowerBound(inside);
             entry != m_live.entries.end() && entry.key().startsWith(inside); ++entry) {
            const JournalStep *step = m_steps.value(entry.key());
            const bool leaves =
                step && (step->kind == Kind::Remove || step->kind == Kind::RemoveFolder);
            if (!leaves)
                return false;
        }
        return true;
    }

    void addFolders()
    {
        if (withoutName(m_old) != releasesFolder(m_control)) { // else it is there
            m_made.folders.append(Operation::makeFolder(releasesFolder(m_control)));
            addMode(releasesFolder(m_control), usualMode);
            m_made.files.append(noIndex(m_control));
        }
        m_made.folders.append(Operation::makeFolder(m_new));
        addMode(m_new, m_live.root.mode);
        QStringList all = m_live.folders();
        for (const JournalStep *step : std::as_const(m_steps)) {
            if (step->kind == Kind::MakeFolder && !all.contains(step->path))
                all.append(step->path);
        }
        all.sort();
        for (const QString &folder : std::as_const(all)) {
            const JournalStep *step = m_steps.value(folder);
            if (step && step->kind == Kind::RemoveFolder && isEmptied(folder))
                continue;
            m_made.folders.append(Operation::makeFolder(after(folder)));
            const int mode = m_live.entries.value(folder).mode;
            addMode(after(folder), step && mode == 0 ? step->after.mode : mode);
        }
    }

    void addMode(const QString &folder, int mode)
    {
        // In so many words, whatever the account's umask makes of it; children before parents.
        m_made.modes.prepend(Operation::setMode(folder, mode != 0 ? mode : usualMode));
    }

    QString before(const QString &path) const { return ControlFolder::join(m_old, path); }
    QString after(const QString &path) const { return ControlFolder::join(m_new, path); }

    const ControlFolder &m_control;
    const ReleaseTree &m_live;
    QString m_old;
    QString m_new;
    QMap<QString, const JournalStep *> m_steps;
    ReleaseSteps m_made;
};

} // namespace

Result<ReleaseSteps> releaseSteps(const ControlFolder &control, const Journal &journal,
                                  const ReleaseTree &live, const QSet<QString> &ours)
{
    return Making(control, journal, live).run(ours);
}

Result<void> keepDirections(const Workplace &place, const Journal &journal, const ReleaseTree &live,
                            ReleaseSteps &steps)
{
    const QString old = folderOf(place.control, journal.linkBefore);
    if (withoutName(old) == releasesFolder(place.control))
        return {};
    QList<Operation *> links;
    Batch reads;
    for (Operation &step : steps.files) {
        const bool isOld = step.path.startsWith(old + u'/');
        if (!isOld ||
            live.entries.value(step.path.mid(old.size() + 1)).kind != FileInfo::Kind::Link)
            continue;
        links.append(&step);
        reads.append(Operation::readLink(step.path));
    }
    const auto read = runAll(place.files, reads, place.context);
    if (!read)
        return passOn(read);
    for (qsizetype i = 0; i < links.size(); ++i) {
        const QString says = QString::fromUtf8(read->at(i).bytes);
        const QString leads =
            QDir::cleanPath(ControlFolder::join(withoutName(links.at(i)->path), says));
        if (says.startsWith(u'/') || leads.startsWith(old + u'/'))
            continue;
        const QString made = links.at(i)->to;
        *links[i] = Operation::symLink(made, QDir(withoutName(made)).relativeFilePath(leads));
    }
    return {};
}

Result<void> removeRelease(RemoteFiles &files, const QString &folder, const ReleaseTree &tree)
{
    Batch removals;
    Batch folders{Operation::removeFolder(folder)};
    for (auto entry = tree.entries.begin(); entry != tree.entries.end(); ++entry) {
        const QString path = ControlFolder::join(folder, entry.key());
        if (entry->isFolder())
            folders.prepend(Operation::removeFolder(path));
        else
            removals.append(Operation::remove(path));
    }
    // What cannot be removed stays and is tried again by a later publish.
    for (const Batch &batch : {removals, folders}) {
        if (auto done = files.run(batch); !done)
            return passOn(done);
    }
    return {};
}

} // namespace kakehashi::publish::switching
