#include "publish/transaction/afterlook.h"

#include "base/someof.h"

#include <QCoreApplication>
#include <QSet>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::AfterLook)
};

void note(Report &report, Severity severity, const char *rule, const QString &text)
{
    report.notes.append({severity, QString::fromLatin1(rule), text});
}

QStringList pathsOf(const QList<Drift> &drifts)
{
    QStringList paths;
    for (const Drift &drift : drifts)
        paths.append(drift.path);
    return paths;
}

/// Although its permissions were to be set just now, and it can be looked at.
bool staysShut(const Drift &drift)
{
    return drift.kind == Drift::Kind::Unreadable && !drift.found.isMissing();
}

void tellOfShut(const QList<Drift> &shut, Report &report)
{
    // Of what was about to be put right, only this is left to say.
    report.notes.removeIf(
        [](const Issue &said) { return said.rule == QLatin1String("publish-unreadable"); });
    note(
        report, Severity::Must, "publish-modes-refused",
        Text::tr("%n file(s) or folder(s) on the server cannot be read by visitors: the server "
                 "makes them for its own account alone and does not let their permissions be set: "
                 "%1. Ask the server's administrator to allow that over SFTP (SETSTAT), or to give "
                 "new files permissions that others can read (umask 022).",
                 nullptr, static_cast<int>(shut.size()))
            .arg(someOf(pathsOf(shut), 10)));
}

} // namespace

enum class AfterLook::List { Ours, NotPut, Others };

struct AfterLook::Found
{
    bool isOvertaken = false; ///< somebody else published since
    bool isListNotPut = false;
    QList<Drift> amiss;
    QMap<QString, int> unreadable; ///< and the mode that they should have
    int mended = 0;
};

/// Some servers say that they renamed it and did not.
Result<AfterLook::List> AfterLook::listNow(const Outcome &looked) const
{
    if (!looked.ok())
        return List::Ours; // nobody knows
    if (looked.info.isMissing())
        return List::NotPut;
    if (!list.isMissing() && looked.info.looksLike(list))
        return List::Ours;
    const auto read = files.run({Operation::read(control.manifest(), headBytes)});
    if (!read)
        return passOn(read);
    const auto head = manifestHead(read->first().bytes, {});
    if (!head || head->transaction == manifest.head.transaction)
        return List::Ours;
    const bool isFormer = head->transaction == plan.base.transaction;
    return isFormer ? List::NotPut : List::Others;
}

/// All of it, unless the plan was only about some.
QStringList AfterLook::watchedPaths() const
{
    if (plan.looksAtAll)
        return manifest.files.keys() + manifest.folders;
    QStringList paths = plan.foldersMissing;
    for (const PlanItem &item : plan.items) {
        if (manifest.files.contains(item.path))
            paths.append(item.path);
    }
    return paths;
}

Result<AfterLook::Found> AfterLook::look() const
{
    const QStringList paths = watchedPaths();
    Batch modes;
    for (auto path = plan.unreadable.begin(); path != plan.unreadable.end(); ++path)
        modes.append(Operation::setMode(control.published(path.key()), *path));
    Batch batch;
    if (files.features().inOrder)
        batch = std::exchange(modes, {});
    if (const auto set = files.run(modes); !set)
        return passOn(set);
    const qsizetype first = batch.size();
    batch.append(Operation::look(control.manifest()));
    for (const QString &path : paths)
        batch.append(Operation::look(control.published(path)));
    const auto looked = files.run(batch);
    if (!looked)
        return passOn(looked);
    Found found;
    const Result<List> whose = listNow(looked->at(first));
    if (!whose)
        return passOn(whose);
    found.isOvertaken = *whose == List::Others;
    found.isListNotPut = *whose == List::NotPut;
    const QSet<QString> left(plan.leftAlone.cbegin(), plan.leftAlone.cend());
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString &path = paths.at(i);
        const Outcome &outcome = looked->at(first + 1 + i);
        const bool isDenied = outcome.status == Outcome::Status::Denied;
        if (!outcome.ok() && !isDenied)
            return outcomeError(batch.at(first + 1 + i), outcome);
        const FileInfo &now = outcome.info;
        const auto file = manifest.files.constFind(path);
        const bool isFile = file != manifest.files.cend();
        const bool isThere = isFile ? now.looksLike(file->info()) : now.isFolder();
        if (left.contains(path))
            continue;
        if (isDenied)
            found.amiss.append({Drift::Kind::Unreadable,
                                path,
                                isFile ? file->info() : FileInfo{FileInfo::Kind::Folder},
                                {},
                                isFile ? file->hash : Sha256(),
                                {}});
        else if (!isThere)
            found.amiss.append({now.isMissing() ? Drift::Kind::Missing : Drift::Kind::Changed,
                                path,
                                isFile ? file->info() : FileInfo{FileInfo::Kind::Folder},
                                now,
                                isFile ? file->hash : Sha256(),
                                {}});
        else if (!now.isForVisitors())
            found.unreadable.insert(path, now.modeForVisitors());
        else if (plan.unreadable.contains(path))
            ++found.mended;
    }
    return found;
}

Result<void> AfterLook::mend(Found &found) const
{
    if (found.unreadable.isEmpty() || found.isOvertaken)
        return {};
    Batch modes;
    Batch looks;
    for (auto path = found.unreadable.begin(); path != found.unreadable.end(); ++path) {
        modes.append(Operation::setMode(control.published(path.key()), *path));
        looks.append(Operation::look(control.published(path.key())));
    }
    if (const auto set = files.run(modes); !set)
        return passOn(set);
    const auto looked = files.run(looks);
    if (!looked)
        return passOn(looked);
    const QStringList paths = found.unreadable.keys();
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const Outcome &outcome = looked->at(i);
        const FileInfo &now = outcome.info;
        if (!outcome.ok() && outcome.status != Outcome::Status::Denied)
            return outcomeError(looks.at(i), outcome);
        if (outcome.ok() && now.isForVisitors() && !now.isMissing())
            ++found.mended;
        else
            found.amiss.append({Drift::Kind::Unreadable,
                                paths.at(i),
                                manifest.files.value(paths.at(i)).info(),
                                now,
                                manifest.files.value(paths.at(i)).hash,
                                {}});
    }
    return {};
}

void AfterLook::wasNot(const Error &why, Report &report)
{
    note(report, Severity::Should, "publish-not-looked-at",
         Text::tr("Everything was published, but it could not be looked at afterwards (%1). "
                  "`verify` compares the server with what was published.")
             .arg(why.text));
}

void AfterLook::tell(Report &report) const
{
    Result<Found> found = look();
    const Result<void> mended = found ? mend(*found) : Result<void>(passOn(found));
    if (!mended)
        return wasNot(mended.error(), report);
    if (found->isOvertaken)
        return note(report, Severity::Should, "publish-not-looked-at",
                    Text::tr("Somebody else published right afterwards, so what this publish left "
                             "could not be looked at."));
    report.modesMended = found->mended;
    report.amiss = found->amiss;
    if (found->isListNotPut) {
        report.amiss.append({Drift::Kind::Missing, control.manifest(), list, {}, {}, {}});
        note(report, Severity::Must, "publish-list-missing",
             Text::tr("The list of what was published is not on the server, although the server "
                      "said that it took it. The next publish would not know what is there. "
                      "Publish again; if it happens again, ask the server's administrator."));
    }
    QList<Drift> shut;
    QList<Drift> others;
    for (const Drift &drift : std::as_const(found->amiss))
        (staysShut(drift) ? shut : others).append(drift);
    if (!shut.isEmpty())
        tellOfShut(shut, report);
    if (!others.isEmpty())
        note(report, Severity::Must, "publish-amiss",
             Text::tr("%n file(s) or folder(s) on the server are not as they were published just "
                      "now, so visitors do not get them: %1. Publish again; if it happens again, "
                      "ask the server's administrator what removes or changes them.",
                      nullptr, static_cast<int>(others.size()))
                 .arg(someOf(pathsOf(others), 10)));
}

} // namespace kakehashi::publish
