#pragma once

#include "base/issue.h"
#include "publish/switching/releasetree.h"

namespace kakehashi::publish::switching {

/// What others put into a release after it was carried over.
struct Strays
{
    Batch folders;      ///< to be made first, parents first
    Batch links;        ///< into the other release
    Batch replacements; ///< over what was carried, of `links` to a name aside
    Batch modes;        ///< of the folders, last; children before parents
    QStringList left;   ///< their names are taken in the other release: they stay where they are
};

/// `from` and `to` are releases with their folders. `passed`: paths in `from` with what was there
/// when they were deliberately not carried over, or were carried and went away since; Missing for
/// "whatever it was". `aside`: folder for names of our own.
Strays straysOf(const QString &from, const ReleaseTree &has, const QString &to,
                const ReleaseTree &newer, const QHash<QString, FileInfo> &passed,
                const QString &aside);

/// Carries them over and says in `notes` what stays behind.
Result<void> carry(RemoteFiles &files, const Strays &strays, const QString &from, Issues *notes);

} // namespace kakehashi::publish::switching
