#include "render/sinks.h"

#include "base/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutexLocker>

#include <atomic>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

constexpr qint64 largestFile = qint64(1) << 30;

Result<void> fillFile(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return writeError(path, file);
    if (file.write(bytes.data(), bytes.size()) != bytes.size())
        return writeError(path, file);
    return {};
}

bool holds(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || file.size() != bytes.size())
        return false;
    return QByteArrayView(file.readAll()) == bytes;
}

Result<void> copyOver(const QString &source, const QString &target)
{
    QFile from(source);
    if (!from.open(QIODevice::ReadOnly))
        return fail(readErrorCode(from), readErrorText(from));
    QFile to(target);
    if (!to.open(QIODevice::WriteOnly))
        return writeError(target, to);
    constexpr qint64 piece = 1 << 20;
    for (QByteArray bytes = from.read(piece); !bytes.isEmpty(); bytes = from.read(piece))
        if (to.write(bytes) != bytes.size())
            return writeError(target, to);
    if (from.error() != QFileDevice::NoError)
        return fail(ErrorCode::Failed, readErrorText(from));
    return to.flush() ? Result<void>() : Result<void>(writeError(target, to));
}

const QString &listName()
{
    static const QString name = QStringLiteral(".kakehashi-build");
    return name;
}

} // namespace

Result<void> MemorySink::write(const QString &path, const Sha256 &, QByteArrayView bytes)
{
    const QMutexLocker lock(&m_mutex);
    m_files.insert(path, bytes.toByteArray());
    return {};
}

Result<void> MemorySink::writeFrom(const QString &path, const Sha256 &hash,
                                   const QString &sourceFile)
{
    const auto bytes = readFile(sourceFile, largestFile);
    return bytes ? write(path, hash, *bytes) : Result<void>(passOn(bytes));
}

QByteArray MemorySink::bytes(const QString &path) const
{
    const QMutexLocker lock(&m_mutex);
    return m_files.value(path);
}

QStringList MemorySink::paths() const
{
    const QMutexLocker lock(&m_mutex);
    QStringList all = m_files.keys();
    all.sort();
    return all;
}

FolderSink::FolderSink(QString folder) : m_folder(std::move(folder)), m_newFiles(m_folder) {}

Result<void> FolderSink::makeFolderOf(const QString &path)
{
    const QString folder = path.left(std::max<qsizetype>(0, path.lastIndexOf(u'/')));
    {
        const QMutexLocker lock(&m_mutex);
        if (m_madeFolders.contains(folder))
            return {};
    }
    // Outside the lock: two threads may both make the folder, and makeFolder() takes one that is
    // there. One call when only the last part is missing, which is nearly always.
    if (folder.isEmpty() || !m_newFiles.makeFolder(folder))
        if (auto made = makeFolder(placeFor(folder)); !made)
            return made;
    const QMutexLocker lock(&m_mutex);
    m_madeFolders.insert(folder);
    return {};
}

Result<void> FolderSink::write(const QString &path, const Sha256 &, QByteArrayView bytes)
{
    if (auto made = makeFolderOf(path); !made)
        return made;
    // Most builds meet either an empty folder or their own former files.
    if (m_newFiles.makeFile(path, bytes))
        return {};
    const QString place = placeFor(path);
    return holds(place, bytes) ? Result<void>() : fillFile(place, bytes);
}

Result<void> FolderSink::writeFrom(const QString &path, const Sha256 &hash,
                                   const QString &sourceFile)
{
    if (auto made = makeFolderOf(path); !made)
        return made;
    const QString place = placeFor(path);
    const QFileInfo there(place);
    if (there.exists() && there.size() == QFileInfo(sourceFile).size())
        if (const auto old = Sha256::ofFile(place); old && *old == hash)
            return {};
    return copyOver(sourceFile, place);
}

Result<void> FolderSink::removeOthers(const OutputTree &tree)
{
    const QString list = m_folder + u'/' + listName();
    QByteArray now;
    for (const OutputFile &file : tree.files)
        now += file.path.toUtf8() + '\n';
    if (QFileInfo::exists(list)) {
        const auto before = readFile(list, largestFile);
        if (!before)
            return passOn(before);
        const QString root = QDir(m_folder).absolutePath() + u'/';
        for (const QByteArray &line : before->split('\n')) {
            const QString path = QString::fromUtf8(line);
            const QString file = QDir::cleanPath(root + path);
            // The list lies in a folder others can write to: it may not lead out of it.
            if (path.isEmpty() || tree.find(path) || !file.startsWith(root))
                continue;
            if (QFileInfo::exists(file) && !QFile::remove(file))
                return fail(ErrorCode::PermissionDenied,
                            Text::tr("%1 is left from the last build and could not be deleted. "
                                     "Check the permissions of its folder.")
                                .arg(QDir::toNativeSeparators(file)));
            QDir().rmdir(QFileInfo(file).absolutePath());
        }
    }
    return writeFile(list, now);
}

ObjectStore::ObjectStore(QString folder) : m_folder(std::move(folder)) {}

QString ObjectStore::placeFor(const Sha256 &hash) const
{
    const QString hex = hash.toString();
    return m_folder + u'/' + hex.left(2) + u'/' + hex.mid(2);
}

// Renaming makes the object appear whole or not at all. It is not flushed to the disk: after a
// power cut a short object has the wrong size and is written again by the next build.
Result<void> ObjectStore::put(const Sha256 &hash, qint64 size,
                              const std::function<Result<void>(const QString &)> &fill)
{
    const QString place = placeFor(hash);
    const QFileInfo there(place);
    if (there.exists() && there.size() == size)
        return {};
    const QString folder = there.absolutePath();
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_madeFolders.contains(folder)) {
            if (auto made = makeFolder(folder); !made)
                return made;
            m_madeFolders.insert(folder);
        }
    }
    static std::atomic_uint counter = 0;
    const QString temporary = place + QStringLiteral(".%1.%2.part")
                                          .arg(QCoreApplication::applicationPid())
                                          .arg(counter.fetch_add(1));
    if (auto filled = fill(temporary); !filled) {
        QFile::remove(temporary);
        return filled;
    }
    if (QFile::exists(place) && QFileInfo(place).size() != size)
        QFile::remove(place);
    if (!QFile::rename(temporary, place)) {
        QFile::remove(temporary);
        // Another thread may have made the same object meanwhile.
        if (QFileInfo(place).size() != size)
            return fail(ErrorCode::Failed,
                        Text::tr("%1 was not saved. Check the folder's permissions and space.")
                            .arg(QDir::toNativeSeparators(place)));
    }
    return {};
}

Result<void> ObjectStore::write(const QString &, const Sha256 &hash, QByteArrayView bytes)
{
    return put(hash, bytes.size(),
               [&](const QString &temporary) { return fillFile(temporary, bytes); });
}

Result<void> ObjectStore::writeFrom(const QString &, const Sha256 &hash, const QString &sourceFile)
{
    return put(hash, QFileInfo(sourceFile).size(),
               [&](const QString &temporary) { return copyOver(sourceFile, temporary); });
}

Result<QString> ObjectStore::fileFor(const Sha256 &hash) const
{
    const QString place = placeFor(hash);
    if (QFileInfo::exists(place))
        return place;
    return fail(ErrorCode::NotFound,
                Text::tr("The stored file %1 is missing from %2. Build the site again.")
                    .arg(hash.toString().left(12), QDir::toNativeSeparators(m_folder)));
}

} // namespace kakehashi::render
