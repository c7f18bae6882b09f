#pragma once

#include "base/result.h"
#include "base/sha256.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kakehashi::render {

/// Who made a file, so that a plan can say why it changes.
struct Origin
{
    enum class Kind { Page, List, Media, Banner, Series, Theme, Site };

    Kind kind = Kind::Site;
    QString id;    ///< Ulid of the page, asset …; theme file name for Theme
    QString label; ///< title for people

    bool operator==(const Origin &) const = default;
};

/// When a file goes live within a publish (publishing.md 4B): referenced things before what
/// refers to them.
enum class CommitGroup { Asset, Page, Listing, Home };

struct OutputFile
{
    QString path; ///< relative, "kenmin/index.html"; NFC, guarded by PathGuard
    Sha256 hash;
    qint64 size = 0;
    CommitGroup group = CommitGroup::Page;
    Origin origin;
};

/// What a build made: every file's name, hash and cause, without the bytes. Sorted by path.
struct OutputTree
{
    QList<OutputFile> files;

    const OutputFile *find(const QString &path) const;
};

/// Where rendering puts bytes while it runs. `write` is called from several threads at once.
class OutputSink
{
public:
    virtual ~OutputSink() = default;
    virtual Result<void> write(const QString &path, const Sha256 &hash, QByteArrayView bytes) = 0;
    /// For media: the bytes are those of a local file, so they need not pass through memory.
    virtual Result<void> writeFrom(const QString &path, const Sha256 &hash,
                                   const QString &sourceFile) = 0;
};

/// Where publish gets bytes from, by hash.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    /// A local file that holds exactly these bytes. NotFound when the store lost it.
    virtual Result<QString> fileFor(const Sha256 &hash) const = 0;
};

} // namespace kakehashi::render
