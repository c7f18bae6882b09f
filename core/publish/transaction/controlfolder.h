#pragma once

#include "publish/remotefiles.h"

#include <QString>

namespace kakehashi::publish {

/// Where the transaction keeps its files on the server: beside the docroot when the account may
/// write there and it is the same file system, else inside it under a name that nobody can guess.
struct ControlFolder
{
    QString root; ///< absolute docroot
    QString path; ///< absolute; empty: not made yet

    static constexpr auto prefix = ".kakehashi-";

    bool isMade() const { return !path.isEmpty(); }
    bool isInside() const { return path.startsWith(root + u'/'); }

    QString published(const QString &relative) const { return join(root, relative); }
    QString manifest() const { return path + QStringLiteral("/manifest"); }
    QString denial() const { return path + QStringLiteral("/.htaccess"); }
    QString lock() const { return path + QStringLiteral("/lock"); }
    QString journal() const { return path + QStringLiteral("/journal"); }
    QString stage() const { return path + QStringLiteral("/stage"); }
    QString staged(const QString &name) const { return stage() + u'/' + name; }
    QString undo() const { return path + QStringLiteral("/undo"); }
    /// Of one publish; the transaction keeps it apart from an earlier attempt at the generation.
    QString undo(qint64 generation, const QString &transaction) const;

    static QString join(const QString &folder, const QString &name);
    /// The place beside the docroot; empty for "/".
    /// Whoever knows the docroot's name knows this one. Web servers of other accounts are kept out
    /// by the mode, Apache by denials(); what is left is a server other than Apache that runs as
    /// this account and serves the folder above. A name with chance in it would keep that one out,
    /// but each machine has to find the folder before it holds any lock: a pointer at a name that
    /// can be guessed gives the other one away, the folder above may not be listed everywhere, and
    /// two machines, one of them of an older version, must never see two folders, with a lock
    /// each. Renaming the folder pulls lock, journal and stage away under a publish that another
    /// machine may be at, and under whoever recovers it. It wants a name that follows from the
    /// site's key, and a mark in the old place that older versions stop at.
    static QString beside(const QString &root);
};

/// Finds the folder of an earlier publish inside the docroot from its listing; not made: none.
ControlFolder findInside(const QString &root, const QList<FolderEntry> &rootEntries);

/// Keeps web servers out, which may serve the folder above the docroot too, or run as this account:
/// the list and former versions of pages are nobody's business. Apache by its .htaccess; an empty
/// index.html keeps others from showing what is there. What lies there already stays.
Batch denials(const ControlFolder &control);

/// What makes the folder beside the docroot and proves that files can be renamed from there into
/// the docroot: to be done in this order, on a server that keeps it.
Batch makeBeside(const ControlFolder &beside);
/// Whether it did, from the outcomes of that.
bool isProven(const Outcomes &made);

/// Makes the folder and what belongs into it. Fails with PermissionDenied when neither place can
/// be written, i.e. when nothing can be published there at all.
/// `mayBeInside`: false where the docroot is another folder with each publish.
Result<ControlFolder> makeControlFolder(RemoteFiles &files, const QString &root, bool mayBeInside,
                                        const JobContext &context);

} // namespace kakehashi::publish
