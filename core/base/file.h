#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

class QFileDevice;

namespace kakehashi {

/// Reads a whole file of at most `maxBytes`. Fails with NotFound, PermissionDenied or Invalid
/// (too large); the text names the file and what to do.
Result<QByteArray> readFile(const QString &path, qint64 maxBytes);

/// Writes so that `path` holds either the old or the new bytes, whatever happens (temporary file,
/// flush, rename). Makes missing folders. Fails with DiskFull, ReadOnly or PermissionDenied.
Result<void> writeFile(const QString &path, QByteArrayView bytes);

/// Makes `path` and its parents. No error when it is there.
Result<void> makeFolder(const QString &path);

/// The code and the sentence for what a file operation just met.
ErrorCode readErrorCode(const QFileDevice &file);
QString readErrorText(const QFileDevice &file);
tl::unexpected<Error> writeError(const QString &path, const QFileDevice &file);

} // namespace kakehashi
