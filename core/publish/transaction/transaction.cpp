#include "publish/transaction/transaction.h"

#include "publish/gate/patience.h"
#include "publish/intent/journalof.h"
#include "publish/planning/planner.h"
#include "publish/planning/planwork.h"
#include "publish/rollback/prune.h"
#include "publish/switching/earlierfiles.h"
#include "publish/switching/releaseprune.h"
#include "publish/switching/releases.h"
#include "publish/transaction/asplanned.h"
#include "publish/transaction/commit.h"
#include "publish/transaction/staging.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Transaction)
};

using Action = PlanItem::Action;

bool isRemoval(const JournalStep &step)
{
    return step.kind == JournalStep::Kind::Remove || step.kind == JournalStep::Kind::RemoveFolder;
}

class Transaction
{
public:
    Transaction(const Workplace &place, Lock &lock, const TransactionParams &params)
        : m_place(place), m_lock(lock), m_params(params), m_plan(params.plan)
    {}

    Result<Report> run()
    {
        m_running.start();
        if (auto staged = stage(); !staged)
            return passOn(beforeCommit(staged));
        const Patience patience(m_place);
        if (auto ready = writeIntent(); !ready)
            return passOn(m_mayBeNamed ? cutOff(ready) : beforeCommit(ready));
        Commit &commit = *m_commit;
        SeenSteps fresh = commit.fresh();
        if (auto done = goLive(commit, fresh); !done)
            return takeBack(commit, done);
        report(Text::tr("Tidying up"), 1);
        if (auto done = tidyUp(commit, fresh); !done)
            return interrupted(done, Text::tr("The new site is live; only tidying up is left."));
        if (prunes()) // an optional tidying, tried again by the next
            static_cast<void>(switching::prune({m_place.files, m_place.control, {}}, m_journal));
        return finished();
    }

private:
    bool prunes() const
    {
        return isPruneDue(m_journal) || (m_plan.switches && m_params.mayHoldStaged);
    }

    Result<void> tidyUp(Commit &commit, const SeenSteps &fresh)
    {
        const Batch farewell = prunes() || m_ending.passed.isOver ? Batch() : m_lock.farewell();
        Outcomes left;
        const Result<void> done = m_ending.passed.isOver
                                      ? Result<void>()
                                      : commit.finish(fresh, &m_report.notes, farewell, &left);
        if (done && (m_ending.passed.isReleased || (!left.isEmpty() && left.first().ok())))
            m_lock.released();
        return done;
    }

    Batch looksAtAll() const
    {
        Batch looks{Operation::look(m_place.control.journal())};
        for (const PlanItem &item : m_plan.items)
            looks.append(Operation::look(m_place.control.published(item.path)));
        for (const QString &folder : m_folders)
            looks.append(Operation::look(m_place.control.published(folder)));
        if (!wasBaseLocked())
            looks.append(Operation::read(m_place.control.manifest(), headBytes));
        return looks;
    }

    /// Everything the plan touches must lie there as the plan saw it.
    Result<void> judgeLooks(const Outcomes &looked) const
    {
        if (!looked.first().info.isMissing())
            return publishedMeanwhile();
        const qsizetype base = 1 + m_plan.items.size() + m_folders.size();
        if (auto same = asPlanned(m_plan, m_folders, looked.mid(1)); !same)
            return same;
        return wasBaseLocked() ? Result<void>() : judgeBase(looked.at(base));
    }

    /// Whether what was read in the same flight as the lock was made was read behind it. Else
    /// somebody may have published between the two.
    bool wasBaseLocked() const { return m_place.files.features().inOrder && m_lock.wasFree(); }

    /// The manifest is still the one that the plan starts from, and nobody changes it while the
    /// lock is ours.
    Result<void> judgeBase(const Outcome &manifest) const
    {
        RemoteState now;
        now.manifestStart = manifest.bytes;
        const ManifestHead head = identityOf(now, readingKey(m_plan.signature, m_params.who));
        return head.sameState(m_plan.base) ? Result<void>() : publishedMeanwhile();
    }

    QStringList foldersOfPlan() const
    {
        QSet<QString> folders;
        for (const PlanItem &item : m_plan.items) {
            if (item.action == Action::Remove || item.action == Action::Foreign)
                continue;
            for (const QString &folder : foldersAbove(item.path))
                folders.insert(folder);
        }
        QStringList sorted = folders.values();
        sorted.sort(); // parents before children
        return sorted;
    }

    Result<void> stage()
    {
        const Batch first = foldersFirst(m_plan, m_place.control, m_params.id);
        Outcomes made = m_params.early.mid(0, first.size());
        if (made.isEmpty()) {
            const auto outcomes = m_place.files.run(first, m_place.context);
            if (!outcomes)
                return passOn(outcomes);
            made = *outcomes;
        }
        for (qsizetype i = 0; i < first.size(); ++i) {
            const bool isThere = i > 0 && made.at(i).status == Outcome::Status::Exists;
            if (first.at(i).kind == Operation::Kind::MakeFolder && !made.at(i).ok() && !isThere)
                return outcomeError(first.at(i), made.at(i));
        }
        if (auto same = judgeBase(made.last()); !same)
            return same;
        m_params.staging.take(m_params.early.mid(first.size()));
        if (auto linked =
                switching::stageFromRelease(m_place, m_params.who, m_plan, m_params.staging);
            !linked)
            return linked;
        return m_params.staging.run(m_place, m_lock, m_params.mayHoldStaged || m_plan.again > 0);
    }

    /// All that the commit needs, safe on the server's disk. The journal gets its name only after
    /// that; until then nothing visible has happened, and whoever finds journal.new may ignore it.
    Result<void> writeIntent()
    {
        report(Text::tr("Preparing"), 0);
        if (m_place.context.cancel.isCancelled())
            return cancelled();
        m_journal = journalOf(m_plan, m_params.who, m_params.id, m_params.staging);
        countSteps();
        m_commit = makeCommit(m_place, m_journal, &m_plan);
        Commit &commit = *m_commit;
        Result<Batch> links = commit.savesOld();
        if (!links)
            return passOn(links);
        if (auto ours = m_lock.mayGoOn(m_plan.base); !ours)
            return ours;
        // Sending may have taken an hour, in which anybody could have changed anything.
        m_folders = foldersOfPlan();
        const Batch looks = looksAtAll();
        Batch steps{durable(commit.newJournal(),
                            m_journal.toBytes(signingKey(m_plan.signature, m_params.who))),
                    durable(commit.newManifest(), newManifest())};
        const Features can = m_place.files.features();
        if (!m_plan.base.body.isNull() && can.replace && can.hardLink)
            steps.append(Operation::link(m_place.control.manifest(), commit.oldManifest()));
        steps += *links;
        const Batch naming = namesJournal(commit);
        // With its name the journal counts, so from here on a person's Cancel waits.
        const auto done = m_place.files.run(looks + steps + naming,
                                            m_mayBeNamed ? JobContext() : m_place.context);
        if (!done)
            return passOn(done);
        const bool isNamed = m_mayBeNamed && done->last().ok();
        if (auto fine = judgeIntent(looks.size(), steps, *done); !fine)
            return isNamed ? withdrawn(fine) : fine;
        if (isNamed)
            commit.journalHasName();
        m_report.manifestTime = done->at(looks.size() + 1).info.time;
        return {};
    }

    /// Where a server works in order the journal gets its name in the flight in which it is
    /// written, behind the looks: whoever finds it incomplete knows that nothing was done yet.
    Batch namesJournal(const Commit &commit)
    {
        constexpr qsizetype most = 4000; // steps; more take longer than a moment to send
        m_mayBeNamed = wasBaseLocked() && !m_plan.switches && m_journal.steps.size() <= most;
        if (!m_mayBeNamed)
            return {};
        if (m_params.mayBeVisible)
            *m_params.mayBeVisible = true;
        return {Operation::link(commit.newJournal(), m_place.control.journal())};
    }

    Result<void> judgeIntent(qsizetype looks, const Batch &steps, const Outcomes &done) const
    {
        if (auto same = judgeLooks(done); !same)
            return same;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            if (!done.at(looks + i).ok())
                return outcomeError(steps.at(i), done.at(looks + i));
        }
        return {};
    }

    /// The journal has its name already, and nothing is to be done by it.
    Result<void> withdrawn(const Result<void> &failed)
    {
        const auto removed = runAll(m_place.files, {Operation::remove(m_place.control.journal())});
        if (!removed)
            return passOn(removed);
        m_mayBeNamed = false;
        if (m_params.mayBeVisible)
            *m_params.mayBeVisible = false;
        return failed;
    }

    static Operation durable(const QString &path, const QByteArray &bytes)
    {
        Operation made = Operation::write(path, bytes, Operation::Create::Truncate);
        made.flush = true;
        made.mode = 0600; // its owner's alone
        return made;
    }

    void countSteps()
    {
        const auto count = [this](JournalStep::Kind kind) {
            return static_cast<int>(
                std::count_if(m_journal.steps.cbegin(), m_journal.steps.cend(),
                              [kind](const JournalStep &step) { return step.kind == kind; }));
        };
        m_report.added = count(JournalStep::Kind::Add);
        m_report.replaced = count(JournalStep::Kind::Replace);
        m_report.removed = count(JournalStep::Kind::Remove);
    }

    QByteArray newManifest()
    {
        m_manifest = m_plan.result;
        m_manifest.head.site = m_params.who.siteId;
        m_manifest.head.transaction = m_params.id;
        m_manifest.head.published = m_params.who.clock->now();
        m_manifest.head.author = m_params.who.author;
        m_manifest.head.machine = m_params.who.machine;
        m_manifest.head.approval = m_params.who.approval;
        m_manifest.head.others = m_params.who.others;
        m_manifest.head.release = m_plan.switches ? m_journal.linkAfter : m_plan.linkText;
        const QHash<QString, FileInfo> &staged = m_params.staging.files();
        for (auto file = staged.cbegin(); file != staged.cend(); ++file)
            m_manifest.files[file.key()].time = file->time;
        m_report.manifest = m_manifest.toBytes(signingKey(m_plan.signature, m_params.who));
        return m_report.manifest;
    }

    Result<void> goLive(Commit &commit, SeenSteps &fresh)
    {
        report(Text::tr("Going live"), 0);
        if (auto ours = m_lock.mayGoOn(m_plan.base); !ours)
            return ours;
        if (m_params.mayBeVisible)
            *m_params.mayBeVisible = true;
        if (m_mayBeNamed) {
            const bool removes =
                std::any_of(m_journal.steps.cbegin(), m_journal.steps.cend(), isRemoval);
            m_ending = {prunes() || removes ? Batch() : m_lock.farewell(), !removes, {}};
            commit.endWith(&m_ending);
        }
        if (auto done = commit.begin(fresh); !done)
            return done;
        if (auto done = commit.forward(fresh); !done)
            return done;
        if (m_ending.passed.isLive)
            return {};
        if (auto ours = m_lock.mayGoOn(m_plan.base); !ours)
            return ours;
        return commit.switchManifest();
    }

    tl::unexpected<Error> takeBack(Commit &commit, const Result<void> &failed)
    {
        if (failed.error().code == ErrorCode::Network)
            return tl::unexpected<Error>(cutOff(failed).error());
        // Whoever took over has ended this publish already, and may have made another one since.
        const Result<bool> ours = m_lock.isStillOurs();
        if (ours && !*ours)
            return fail(ErrorCode::Conflict,
                        Text::tr("This publish was held up for so long that somebody else took "
                                 "over and ended it. Look at the site, then plan again."));
        report(Text::tr("Taking back"), 0);
        const auto cleared = m_place.files.run(commit.gate().clear());
        const Result<SeenSteps> seen = cleared ? commit.observe() : passOn(cleared);
        const Result<void> undone = seen ? commit.back(*seen) : Result<void>(passOn(seen));
        if (!undone)
            return interrupted(undone, failed.error().text + u' ' +
                                           Text::tr("Taking it back failed too; connect again to "
                                                    "try once more."));
        Error error = failed.error();
        error.text += u' ' + Text::tr("Everything was taken back; the site is as it was before.");
        return tl::unexpected<Error>(error);
    }

    /// Nobody knows how much of the commit has happened.
    static Result<void> cutOff(const Result<void> &failed)
    {
        if (failed.error().code != ErrorCode::Network)
            return failed;
        return interrupted(failed, Text::tr("The publish was cut off while going live. Connect "
                                            "again: it is then finished or taken back."));
    }

    /// A lost connection before the intent is written: the site is untouched, what was sent stays.
    static Result<void> beforeCommit(const Result<void> &failed)
    {
        if (failed.error().code != ErrorCode::Network)
            return failed;
        return interrupted(failed, Text::tr("The site is unchanged. Publish again when the "
                                            "connection is back: what was sent is not sent "
                                            "again."));
    }

    static tl::unexpected<Error> interrupted(const Result<void> &cause, const QString &state)
    {
        const Error &error = cause.error();
        const bool lost = error.code == ErrorCode::Network;
        const QString what = lost ? error.text + u' ' + state : state;
        return fail(ErrorCode::Interrupted, what, error.text + u' ' + error.detail);
    }

    Result<Report> finished()
    {
        m_report.generation = m_manifest.head.generation;
        m_report.transaction = m_params.id;
        m_report.unchanged = m_plan.unchanged;
        m_report.bytesSent = m_params.staging.bytesSent();
        m_report.finished = m_params.who.clock->now();
        m_report.seconds = static_cast<double>(m_running.elapsed()) / 1000.0;
        return m_report;
    }

    void report(const QString &phase, qint64 done) const
    {
        Progress now;
        now.phase = phase;
        now.done = done;
        m_place.context.report(now);
    }

    const Workplace &m_place;
    Lock &m_lock;
    const TransactionParams &m_params;
    const Plan &m_plan;
    QElapsedTimer m_running;
    QStringList m_folders; ///< of the files that the plan adds or changes, parents first
    Journal m_journal;
    std::unique_ptr<Commit> m_commit; ///< of that
    Ending m_ending;
    bool m_mayBeNamed = false; ///< the journal: since it was asked to be
    Manifest m_manifest;
    Report m_report;
};

} // namespace

Result<Report> runTransaction(const Workplace &place, Lock &lock, const TransactionParams &params)
{
    return Transaction(place, lock, params).run();
}

} // namespace kakehashi::publish
