#pragma once

#include "base/issue.h"
#include "publish/gate/gate.h"
#include "publish/journal.h"
#include "publish/plan.h"
#include "publish/transaction/workplace.h"

#include <QList>
#include <QSet>

#include <memory>

namespace kakehashi::publish {

/// In the folder of what the transaction keeps, until they count.
constexpr const char *newJournalName = "journal.new";
constexpr const char *newManifestName = "manifest.new";

/// How far one step of a journal has come, by looking at the server.
struct SeenStep
{
    enum class State {
        Pending,
        Done,
        Blocked, ///< neither: someone changed the file since, or what was staged is gone
    };

    const JournalStep *step = nullptr;
    State state = State::Pending;
    FileInfo target = {};
    FileInfo stage = {};
    FileInfo undo = {};
};
using SeenSteps = QList<SeenStep>;

/// The end of a commit that goes out together with its last renames.
struct Ending
{
    Batch farewell = {}; ///< removes the lock; empty: it stays
    bool tidies = false; ///< nothing is to be removed from the docroot afterwards
    Gate::Passed passed = {};
};

/// Carries a journal's steps out, or takes them back. Either may be cut off anywhere and done
/// again from what observe() finds.
class Commit
{
public:
    Commit(const Workplace &place, const Journal &journal) : m_place(place), m_journal(journal) {}
    virtual ~Commit() = default;

    SeenSteps fresh() const; ///< right after begin()
    virtual Result<SeenSteps> observe() const;

    /// What keeps in undo/ what steps replace: hard links to be made, or nothing more to do because
    /// the server has none and copies were made. Before the journal counts; nothing visible.
    virtual Result<Batch> savesOld();

    // Before begin().
    void journalHasName() { m_hasName = true; }
    /// Nobody else may have files in stage/. What of it did not happen is for the caller to do.
    void endWith(Ending *ending) { m_ending = ending; }
    /// In a recovery: where it was found.
    void manifestIsAt(const QString &path) { m_newManifest = path; }

    /// Gives the journal its name unless it has it, and makes the folders that the new files need.
    /// On a server that works in order the new files follow in the same flight: until something is
    /// replaced nothing leads to them. They are then Done in `fresh`.
    virtual Result<void> begin(SeenSteps &fresh);

    /// Adds and replaces what is Pending: assets first, the home page last, each group only when
    /// the one before is complete. Conflict when a step is Blocked.
    virtual Result<void> forward(const SeenSteps &seen);

    /// Makes the manifest of this journal the one that counts: the point of no return.
    virtual Result<void> switchManifest();

    /// After the switch: removals, pages before assets, then folders that became empty, then the
    /// journal goes to undo/, and `along` is done in the same flight, as `alongDone` tells. What
    /// could not be removed is told in `notes`.
    virtual Result<void> finish(const SeenSteps &seen, Issues *notes, const Batch &along = {},
                                Outcomes *alongDone = nullptr);

    /// Undoes in reverse order, then removes the traces, the journal last.
    virtual Result<void> back(const SeenSteps &seen);

    /// Visitors see the new state although the manifest does not say so yet.
    virtual Result<bool> isSwitched() const { return false; }

    QString undoFolder() const;
    // Written once and never again: where a rename is a link and an unlink, a name that was used
    // before may still be a second name of the file that counts.
    QString newJournal() const { return inUndo(QLatin1String(newJournalName)); }
    QString newManifest() const;
    Gate gate() const { return {m_place.control, undoFolder()}; }
    QString oldManifest() const { return inUndo(QStringLiteral("manifest")); }

protected:
    QString inUndo(const QString &name) const { return ControlFolder::join(undoFolder(), name); }
    Result<void> runPatiently(Batch batch, Ending *ending = nullptr) const;
    Result<void> restoreManifest() const;
    Result<void> clearAfterBack() const;

    const Workplace &m_place;
    const Journal &m_journal;

private:
    QString undo(const JournalStep &step) const { return inUndo(step.undo); }
    Result<void> copyOld() const;
    Result<void> copy(const Batch &reads, Batch copies) const;
    Batch endingSteps(const Ending *ending) const;
    Result<void> moveIntoPlace(const SeenSteps &group, Ending *ending) const;
    void addFolder(const JournalStep &step, Batch &folders, Batch &modes) const;
    Operation addition(const JournalStep &step) const;
    Operation removal(const SeenStep &seen) const;
    bool overwrites(const JournalStep &step) const;
    QSet<QString> madeFolders() const;
    SeenSteps inTheWay(const SeenSteps &seen) const;
    Result<void> clearTheWay(const SeenSteps &seen) const;
    Result<void> restoreTheWay(const SeenSteps &seen) const;
    void forgetBehindTheWay(SeenSteps &seen) const;
    Result<void> removeFiles(const SeenSteps &seen, Issues *notes) const;
    Result<void> restore(const SeenSteps &group) const;
    Result<void> judge(SeenStep &seen) const;
    Result<void> judgeReplace(SeenStep &seen) const;
    Result<void> judgeAdd(SeenStep &seen) const;
    Result<bool> holdsAfter(const JournalStep &step) const;

    bool m_hasName = false;
    Ending *m_ending = nullptr;
    QString m_newManifest;
};

/// The commit that suits the journal: of files in place, or of a docroot that is a link. `plan`:
/// what the journal was made from, where that is known. All of it outlives the commit.
std::unique_ptr<Commit> makeCommit(const Workplace &place, const Journal &journal,
                                   const Plan *plan = nullptr);

} // namespace kakehashi::publish
