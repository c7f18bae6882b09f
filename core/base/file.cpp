#include "base/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <algorithm>

namespace kakehashi {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::File)
};

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

} // namespace

ErrorCode readErrorCode(const QFileDevice &file)
{
    const QFileInfo info(file.fileName());
    if (!info.exists())
        return ErrorCode::NotFound;
    return info.isReadable() ? ErrorCode::Failed : ErrorCode::PermissionDenied;
}

QString readErrorText(const QFileDevice &file)
{
    const QString path = shown(file.fileName());
    switch (readErrorCode(file)) {
    case ErrorCode::NotFound:
        return Text::tr("%1 is not there. Check that it has not been moved or renamed.").arg(path);
    case ErrorCode::PermissionDenied:
        return Text::tr("%1 cannot be read: you have no permission. Ask for read access to it.")
            .arg(path);
    default:
        return Text::tr("%1 could not be read (%2).").arg(path, file.errorString());
    }
}

tl::unexpected<Error> writeError(const QString &path, const QFileDevice &file)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    const QStorageInfo storage(folder.absoluteFilePath());
    constexpr qint64 nothingLeft = 64 * 1024;
    if (storage.isValid() && storage.bytesAvailable() < nothingLeft)
        return fail(ErrorCode::DiskFull,
                    Text::tr("%1 was not saved: the disk is full. The old file is unchanged. "
                             "Free some space and save again.")
                        .arg(shown(path)));
    if (!folder.isWritable() || storage.isReadOnly())
        return fail(ErrorCode::ReadOnly,
                    Text::tr("%1 was not saved: the folder cannot be written to. Check its "
                             "permissions or choose another folder.")
                        .arg(shown(path)));
    return fail(ErrorCode::Failed, Text::tr("%1 was not saved (%2). The old file is unchanged.")
                                       .arg(shown(path), file.errorString()));
}

Result<QByteArray> readFile(const QString &path, qint64 maxBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(readErrorCode(file), readErrorText(file));
    // In pieces, because read() makes room for all that it is allowed before it looks. Files such
    // as pipes report no size. One byte more than allowed tells that there is more.
    const qint64 piece = std::max<qint64>(file.size(), 64 * 1024) + 1;
    QByteArray bytes;
    while (bytes.size() <= maxBytes) {
        const QByteArray next = file.read(std::min(piece, maxBytes + 1 - bytes.size()));
        if (next.isEmpty())
            break;
        bytes += next;
    }
    if (bytes.size() > maxBytes)
        return fail(ErrorCode::Invalid, Text::tr("%1 is too large (more than %2 MB).")
                                            .arg(shown(path))
                                            .arg(maxBytes / 1'000'000));
    if (file.error() != QFileDevice::NoError)
        return fail(ErrorCode::Failed, readErrorText(file));
    return bytes;
}

Result<void> makeFolder(const QString &path)
{
    if (QDir().mkpath(path))
        return {};
    return fail(ErrorCode::PermissionDenied,
                Text::tr("The folder %1 could not be made. Check the permissions of the folder "
                         "above it.")
                    .arg(shown(path)));
}

Result<void> writeFile(const QString &path, QByteArrayView bytes)
{
    if (auto folder = makeFolder(QFileInfo(path).absolutePath()); !folder)
        return folder;
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return writeError(path, file);
    if (file.write(bytes.data(), bytes.size()) != bytes.size() || !file.commit())
        return writeError(path, file);
    return {};
}

} // namespace kakehashi
