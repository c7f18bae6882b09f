#pragma once

#include "base/result.h"
#include "base/sha256.h"
#include "publish/remotefiles.h"
#include "publish/rollback/knownpublish.h"
#include "render/outputtree.h"

#include <QDateTime>
#include <QMap>
#include <QString>

namespace kakehashi::publish {

/// A file on the server that is ours.
struct ManifestFile
{
    Sha256 hash;
    qint64 size = 0;
    qint64 time = 0; ///< mtime as the server reported it after the commit
    render::CommitGroup group = render::CommitGroup::Page;
    /// The generation whose build no longer had the file; 0: in use. Old assets stay for one more
    /// publish because visitors' browsers still hold pages that name them.
    qint64 retired = 0;

    FileInfo info() const { return {FileInfo::Kind::File, size, time, 0}; }
    bool operator==(const ManifestFile &) const = default;
};

/// What tells one committed state of the server from every other. The first line of the file, so
/// that "has anything changed?" costs one short read.
struct ManifestHead
{
    static constexpr int currentFormat = 1;

    QString site;             ///< Ulid of the site; another site's manifest stops everything
    qint64 generation = 0;    ///< 0: never published
    QString transaction;      ///< Ulid of the publish that made it
    QDateTime published = {}; ///< UTC
    QString author = {};
    QString machine = {};
    QString approval = {}; ///< see PublishParams
    /// What the docroot's link said then, where it is one that publishing switches: the folder that
    /// holds exactly this state.
    QString release = {};
    /// By target (Ulid): the newest publish to the site's other targets that was known where this
    /// one was made, so that a machine without a history can tell when one of them went back.
    QMap<QString, KnownPublish> others = {};
    Sha256 body = {}; ///< of all bytes after the first line

    /// The same commit, whoever wrote it.
    bool sameState(const ManifestHead &other) const
    {
        return generation == other.generation && transaction == other.transaction &&
               body == other.body;
    }
};

/// The list of what a publish left on the server, held in the control folder there and cached on
/// this machine. JSON lines (UTF-8): the head with its HMAC-SHA256, then one file or folder each.
struct Manifest
{
    ManifestHead head;
    QMap<QString, ManifestFile> files; ///< by path relative to the docroot
    QStringList folders;               ///< that publishing made, sorted; removed when empty

    /// `key` empty: without HMAC. Sets nothing; head.body is computed into the bytes.
    QByteArray toBytes(const QByteArray &key) const;

    /// Fails with Corrupt (cut short, or not made by someone who has the key) or NewerVersion.
    static Result<Manifest> fromBytes(const QByteArray &bytes, const QByteArray &key);
};

/// The head alone, from the first bytes of a manifest (up to `headBytes` are enough). Checks the
/// HMAC of the head.
Result<ManifestHead> manifestHead(const QByteArray &start, const QByteArray &key);
/// Whether such bytes carry an HMAC, right or wrong.
bool isSignedManifest(const QByteArray &start);
constexpr qint64 headBytes = 4096;

} // namespace kakehashi::publish
