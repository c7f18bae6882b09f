#pragma once

#include "render/newfiles.h"
#include "render/outputtree.h"

#include <QHash>
#include <QMutex>
#include <QSet>

#include <functional>

namespace kakehashi::render {

/// Keeps bytes in memory, for tests and the preview of whole-site files.
class MemorySink final : public OutputSink
{
public:
    Result<void> write(const QString &path, const Sha256 &hash, QByteArrayView bytes) override;
    Result<void> writeFrom(const QString &path, const Sha256 &hash,
                           const QString &sourceFile) override;
    QByteArray bytes(const QString &path) const;
    QStringList paths() const; ///< sorted

private:
    mutable QMutex m_mutex;
    QHash<QString, QByteArray> m_files;
};

/// Writes a folder. Files that already hold the same bytes are not touched. A build that is broken
/// off leaves a mixture; publishing goes through an ObjectStore instead.
class FolderSink final : public OutputSink
{
public:
    explicit FolderSink(QString folder);
    Result<void> write(const QString &path, const Sha256 &hash, QByteArrayView bytes) override;
    Result<void> writeFrom(const QString &path, const Sha256 &hash,
                           const QString &sourceFile) override;

    /// Call after a build into the folder: deletes what the former build of ours made there and
    /// this one did not. Knows it from a list kept in the folder, so files of others stay.
    Result<void> removeOthers(const OutputTree &tree);

private:
    Result<void> makeFolderOf(const QString &path);
    QString placeFor(const QString &path) const { return m_folder + u'/' + path; }

    QString m_folder;
    NewFiles m_newFiles;
    QMutex m_mutex;
    QSet<QString> m_madeFolders;
};

/// objects/: every published file once, named by its SHA-256 (ab/cdef…). Both the sink of a build
/// for publishing and the source of its bytes.
class ObjectStore final : public OutputSink, public ByteSource
{
public:
    explicit ObjectStore(QString folder);
    Result<void> write(const QString &path, const Sha256 &hash, QByteArrayView bytes) override;
    Result<void> writeFrom(const QString &path, const Sha256 &hash,
                           const QString &sourceFile) override;
    Result<QString> fileFor(const Sha256 &hash) const override;

private:
    QString placeFor(const Sha256 &hash) const;
    Result<void> put(const Sha256 &hash, qint64 size,
                     const std::function<Result<void>(const QString &temporary)> &fill);

    QString m_folder;
    QMutex m_mutex;
    QSet<QString> m_madeFolders;
};

/// Keeps nothing: a build whose hashes are all that is asked for.
class NullSink final : public OutputSink
{
public:
    Result<void> write(const QString &, const Sha256 &, QByteArrayView) override { return {}; }
    Result<void> writeFrom(const QString &, const Sha256 &, const QString &) override { return {}; }
};

} // namespace kakehashi::render
