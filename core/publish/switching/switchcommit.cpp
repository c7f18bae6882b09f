#include "publish/switching/switchcommit.h"

#include "publish/planning/planner.h"
#include "publish/switching/linkmaking.h"
#include "publish/switching/releases.h"
#include "publish/switching/releasesteps.h"
#include "publish/switching/strays.h"

#include <QCoreApplication>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::SwitchCommit)
};

using Kind = JournalStep::Kind;
using State = SeenStep::State;

tl::unexpected<Error> pointedElsewhere(const QString &root)
{
    return fail(ErrorCode::Conflict,
                Text::tr("Somebody else pointed the link %1 to another folder in the meantime. "
                         "Nothing was published; plan again.")
                    .arg(root));
}

/// Names are taken over as they are, so a refusal is about an owner.
tl::unexpected<Error> notCarried(const Operation &step, const Outcome &outcome)
{
    if (step.kind != Operation::Kind::Link || outcome.status != Outcome::Status::Denied)
        return outcomeError(step, outcome);
    return fail(ErrorCode::PermissionDenied,
                Text::tr("The server does not let this account link %1 into a new version of the "
                         "site, because the file belongs to someone else. The site is unchanged. "
                         "Ask the server's administrator, or let the target put files in place "
                         "instead of switching the link.")
                    .arg(step.path),
                outcome.text);
}

Result<void> runInto(RemoteFiles &files, const Batch &batch, const JobContext &context)
{
    const auto done = files.run(batch, context);
    if (!done)
        return passOn(done);
    for (qsizetype i = 0; i < batch.size(); ++i) {
        const Outcome &outcome = done->at(i);
        const bool isThere = outcome.status == Outcome::Status::Exists &&
                             (batch.at(i).kind == Operation::Kind::MakeFolder ||
                              batch.at(i).kind == Operation::Kind::Write);
        // A server that sets no modes makes folders as open as it does; closed ones must be closed.
        const bool opens =
            batch.at(i).kind == Operation::Kind::SetMode && (batch.at(i).mode & 0755) == 0755;
        if (!outcome.ok() && !isThere && !opens)
            return notCarried(batch.at(i), outcome);
    }
    return {};
}

} // namespace

std::unique_ptr<Commit> makeCommit(const Workplace &place, const Journal &journal, const Plan *plan)
{
    if (journal.linkAfter.isEmpty())
        return std::make_unique<Commit>(place, journal);
    return std::make_unique<switching::SwitchCommit>(place, journal, plan);
}

namespace switching {

SwitchCommit::SwitchCommit(const Workplace &place, const Journal &journal, const Plan *plan)
    : Commit(place, journal)
    , m_old(folderOf(place.control, journal.linkBefore))
    , m_new(folderOf(place.control, journal.linkAfter))
{
    QSet<QString> folders;
    for (const JournalStep &step : journal.steps) {
        for (const QString &folder : foldersAbove(step.path))
            folders.insert(folder);
    }
    if (plan) {
        for (auto path = plan->result.files.keyBegin(); path != plan->result.files.keyEnd();
             ++path) {
            m_ours.insert(*path);
            for (const QString &folder : foldersAbove(*path))
                folders.insert(folder);
        }
    }
    m_known = folders.values();
}

QString SwitchCommit::newLink() const
{
    return inUndo(QStringLiteral("link"));
}

Result<QString> SwitchCommit::linkText() const
{
    const auto read = runAll(m_place.files, {Operation::readLink(m_place.control.root)});
    if (!read)
        return passOn(read);
    return QString::fromUtf8(read->first().bytes);
}

Result<bool> SwitchCommit::isSwitched() const
{
    const Result<QString> says = linkText();
    if (!says)
        return passOn(says);
    return *says == m_journal.linkAfter;
}

Result<Batch> SwitchCommit::savesOld()
{
    RemoteFiles &files = m_place.files;
    const auto trees = listReleases(files, {m_old}, m_known, m_place.context);
    if (!trees)
        return passOn(trees);
    const ReleaseTree &live = trees->first();
    m_known = live.folders();
    Result<ReleaseSteps> made = releaseSteps(m_place.control, m_journal, live, m_ours);
    if (!made)
        return passOn(made);
    if (auto kept = keepDirections(m_place, m_journal, live, *made); !kept)
        return passOn(kept);
    if (files.features().inOrder) {
        const Batch all = made->folders + made->files + made->modes;
        if (auto done = runInto(files, all, m_place.context); !done)
            return passOn(done);
    } else {
        for (const Batch &batch : {made->folders, made->files, made->modes}) {
            if (auto done = runInto(files, batch, m_place.context); !done)
                return passOn(done);
        }
    }
    if (made->carried.isEmpty())
        return Batch();
    return Batch{Operation::write(inUndo(QLatin1String(carriedName)),
                                  made->carried.join(u'\0').toUtf8(), Operation::Create::Truncate)};
}

Result<void> SwitchCommit::begin(SeenSteps &fresh)
{
    RemoteFiles &files = m_place.files;
    const Result<bool> drafted = isLinkAsDrafted(files, m_place.control, m_place.context);
    if (!drafted)
        return passOn(drafted);
    Operation link = Operation::symLink(newLink(), m_journal.linkAfter);
    link.asDrafted = *drafted;
    Batch batch{Operation::move(newJournal(), m_place.control.journal()), link,
                Operation::readLink(m_place.control.root)};
    const bool inOrder = files.features().inOrder;
    if (inOrder)
        batch.append(Operation::readLink(newLink()));
    auto done = runAll(files, batch);
    if (!done)
        return passOn(done);
    if (done->at(2).bytes != m_journal.linkBefore.toUtf8())
        return pointedElsewhere(m_place.control.root);
    if (!inOrder)
        done = runAll(files, {Operation::readLink(newLink())});
    if (!done)
        return passOn(done);
    if (done->last().bytes != m_journal.linkAfter.toUtf8())
        return outcomeError(link, {Outcome::Status::Failed, QStringLiteral("says otherwise")});
    for (SeenStep &step : fresh)
        step.state = State::Done;
    m_isPrepared = true;
    return {};
}

/// After a cut, when begin() was done by somebody else, or not wholly.
Result<void> SwitchCommit::forward(const SeenSteps &seen)
{
    if (m_isPrepared)
        return {};
    const Result<QString> says = linkText();
    if (!says)
        return passOn(says);
    m_isSwitched = *says == m_journal.linkAfter;
    if (m_isSwitched)
        return {};
    for (const SeenStep &step : seen) {
        if (step.state == State::Blocked)
            return fail(ErrorCode::Conflict,
                        Text::tr("%1 was changed on the server by someone else in the middle of "
                                 "the publish. Take it back, then publish again.")
                            .arg(step.step->path));
    }
    if (*says != m_journal.linkBefore)
        return pointedElsewhere(m_place.control.root);
    return {};
}

/// In one step, from whatever the link says to `linkText`.
Result<void> SwitchCommit::pointTo(const QString &linkText)
{
    RemoteFiles &files = m_place.files;
    if (!m_isPrepared) {
        const Result<bool> drafted = isLinkAsDrafted(files, m_place.control, m_place.context);
        if (!drafted)
            return passOn(drafted);
        if (auto gone = files.run({Operation::remove(newLink())}); !gone)
            return passOn(gone);
        Operation link = Operation::symLink(newLink(), linkText);
        link.asDrafted = *drafted;
        if (auto made = runAll(files, {link}); !made)
            return passOn(made);
    }
    m_isPrepared = false;
    return runPatiently({Operation::replace(newLink(), m_place.control.root)});
}

Result<void> SwitchCommit::switchManifest()
{
    if (!m_isSwitched) {
        if (auto pointed = pointTo(m_journal.linkAfter); !pointed)
            return pointed;
        m_isSwitched = true;
    }
    return Commit::switchManifest();
}

/// What others put into the former release since it was carried over.
Result<void> SwitchCommit::takeOverLatest(Issues *notes)
{
    const auto trees = listReleases(m_place.files, {m_old, m_new}, m_known);
    if (!trees && trees.error().code == ErrorCode::Network)
        return passOn(trees);
    if (!trees) // somebody took the former one away
        return {};
    QHash<QString, FileInfo> passed;
    for (const JournalStep &step : m_journal.steps) {
        FileInfo before = step.before;
        if (before.isMissing())
            before.kind = FileInfo::Kind::Other; // so that whatever lies there is told
        passed.insert(step.path, before);
    }
    return carry(m_place.files,
                 straysOf(m_old, trees->first(), m_new, trees->last(), passed, undoFolder()), m_old,
                 notes);
}

Result<void> SwitchCommit::finish(const SeenSteps &seen, Issues *notes, const Batch &along,
                                  Outcomes *alongDone)
{
    if (auto taken = takeOverLatest(notes); !taken)
        return taken;
    const ControlFolder &control = m_place.control;
    Batch leftovers{Operation::remove(newLink())};
    for (const SeenStep &step : seen) {
        if (!step.step->stage.isEmpty())
            leftovers.append(Operation::remove(control.staged(step.step->stage)));
    }
    leftovers.append(Operation::removeFolder(control.stage()));
    leftovers.append(Operation::move(control.journal(), inUndo(QStringLiteral("journal"))));
    const qsizetype last = leftovers.size() - 1;
    const auto ended = m_place.files.run(leftovers + along);
    if (!ended)
        return passOn(ended);
    if (alongDone)
        *alongDone = ended->mid(leftovers.size());
    const Outcome::Status status = ended->at(last).status;
    if (status == Outcome::Status::Ok || status == Outcome::Status::Missing)
        return {};
    return runPatiently({Operation::remove(control.journal())});
}

Result<SeenSteps> SwitchCommit::observe() const
{
    const Result<QString> says = linkText();
    if (!says)
        return passOn(says);
    const bool isOurs = *says == m_journal.linkBefore || *says == m_journal.linkAfter;
    SeenSteps seen;
    Batch looks;
    for (const JournalStep &step : m_journal.steps) {
        seen.append({&step, State::Pending, {}, {}, {}});
        looks.append(Operation::look(ControlFolder::join(m_new, step.path)));
    }
    const auto looked = runAll(m_place.files, looks);
    if (!looked)
        return passOn(looked);
    for (qsizetype i = 0; i < seen.size(); ++i) {
        const JournalStep &step = m_journal.steps.at(i);
        seen[i].target = looked->at(i).info;
        const bool puts = step.kind == Kind::Add || step.kind == Kind::Replace;
        const bool isRight = !puts || seen.at(i).target.looksLike(step.after);
        seen[i].state = isOurs && isRight ? State::Done : State::Blocked;
    }
    return seen;
}

Result<void> SwitchCommit::back(const SeenSteps &)
{
    const Result<QString> says = linkText();
    if (!says)
        return passOn(says);
    const bool wasVisible = *says == m_journal.linkAfter;
    m_isPrepared = false;
    if (wasVisible) {
        if (auto pointed = pointTo(m_journal.linkBefore); !pointed)
            return pointed;
    }
    if (auto left = leaveRelease(wasVisible); !left)
        return left;
    if (auto restored = restoreManifest(); !restored)
        return restored;
    return clearAfterBack();
}

/// What somebody put into it in the moment in which it was to be seen is kept.
Result<void> SwitchCommit::leaveRelease(bool wasVisible)
{
    const auto trees = listReleases(m_place.files, {m_new, m_old}, m_known);
    if (!trees && trees.error().code == ErrorCode::Network)
        return passOn(trees);
    if (!trees)
        return {};
    if (wasVisible) {
        QHash<QString, FileInfo> passed;
        for (const JournalStep &step : m_journal.steps)
            passed.insert(step.path, {});
        const Strays strays =
            straysOf(m_new, trees->first(), m_old, trees->last(), passed, undoFolder());
        if (auto carried = carry(m_place.files, strays, m_new, nullptr); !carried)
            return carried;
    }
    return removeRelease(m_place.files, m_new, trees->first());
}

} // namespace switching
} // namespace kakehashi::publish
