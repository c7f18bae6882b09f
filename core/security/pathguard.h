#pragma once

#include "base/result.h"

#include <QDate>
#include <QString>
#include <QStringList>

namespace kakehashi::security {

// The names that every web server, Windows, macOS and SFTP take the same way. All functions may be
// called from any thread; a failure is Invalid and says what is wrong with which part.

/// "/", or "/seg/seg/" with segments of [a-z0-9-], at most 200 characters, nothing that the
/// program makes itself (see isReservedPath()) and no device name of Windows.
Result<void> checkPagePath(const QString &path);

/// A file of the output, "kenmin/index.html": relative, NFC, no "..", no empty part, no control
/// character, no character or name that Windows refuses, no dot or space at the end of a part.
Result<void> checkOutputPath(const QString &path);

/// The name of a file in media/: [a-z0-9._-], one that begins with a letter or digit, with an
/// extension, at most 100 characters.
Result<void> checkFileName(const QString &name);

/// Fails with Conflict, naming both, when two paths would be one file on a system that ignores
/// case or normalisation, or when one is a folder of another.
Result<void> checkNoCollisions(const QStringList &outputPaths);

/// A name that passes checkFileName(), kept as near to `name` as it goes: "Flyer 2025.PDF" →
/// "flyer-2025.pdf", 「総会資料.pdf」 by its reading → "soukai-shiryou.pdf". Where no reading is
/// known, the kind of file and the date: "pdf-20261130.pdf"; without a date "file.pdf".
QString safeFileName(const QString &name, const QDate &date = {});

/// A segment for a page's path out of a title, by its reading where it is Japanese; `fallback`
/// when nothing is left of it. A mere number out of a Japanese title says nothing and is none.
QString safeSegment(const QString &title, const QString &fallback);

/// The same for news and other dated pages: a Japanese title gets its date before its reading,
/// 「令和8年度の総会を開きます」 → "20261130-r8-soukai".
QString datedSegment(const QString &title, const QDate &date);

} // namespace kakehashi::security
