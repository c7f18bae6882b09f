#pragma once

#include "publish/manifest.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kakehashi::publish {

/// One step of a commit, with enough to tell by looking whether it was done and to undo it.
struct JournalStep
{
    enum class Kind { Add, Replace, Remove, MakeFolder, RemoveFolder };

    Kind kind = Kind::Add;
    QString path;         ///< relative to the docroot
    QString stage = {};   ///< name in stage/ that Add and Replace move into place
    QString undo = {};    ///< name in undo/<generation>/ that holds what was there before
    FileInfo before = {}; ///< what the step found
    FileInfo after = {};  ///< what it leaves
    Sha256 beforeHash = {};
    Sha256 afterHash = {};
    render::CommitGroup group = render::CommitGroup::Page;

    bool operator==(const JournalStep &) const = default;
};

/// The intent of a publish, made durable on the server before its first visible step and taken
/// away after its last. Whoever finds one finishes or undoes it (publishing.md 5, lines 16–20).
/// Moved to undo/<generation>/journal in the end, where a rollback finds it.
struct Journal
{
    /// 2: the journal may get its name before it is complete, and the manifest waits in gate/.
    static constexpr int currentFormat = 2;

    QString site;
    QString transaction; ///< also of the lock that its writer held
    qint64 generation = 0;
    ManifestHead base;
    QString author;
    QString machine;
    QString approval = {}; ///< see PublishParams
    /// What the docroot's link said, and is to say; both empty: files are put in place. Then the
    /// steps are what is different in the new folder.
    QString linkBefore = {};
    QString linkAfter = {};
    QDateTime started; ///< UTC, by the clock of `machine`
    QList<JournalStep> steps;

    /// JSON lines, the first with the SHA-256 and the length of the rest, and signed as manifests
    /// are. `key` empty: not signed.
    QByteArray toBytes(const QByteArray &key = {}) const;
    /// Its writer was cut off before the end: it says nothing yet, and nothing was done by it.
    static bool isIncomplete(const QByteArray &bytes);
    static bool isSigned(const QByteArray &bytes);
    /// Fails with Corrupt (also: not signed with `key`, which is not looked at when empty) or
    /// NewerVersion.
    static Result<Journal> fromBytes(const QByteArray &bytes, const QByteArray &key = {});
};

} // namespace kakehashi::publish
