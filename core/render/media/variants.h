#pragma once

#include "base/result.h"
#include "render/media/picture.h"
#include "render/render.h"

#include <QHash>
#include <QMutex>

#include <functional>
#include <optional>

class QFileDevice;
class QImage;

namespace kakehashi::render {

/// A file on the local disk and what it holds.
struct StoredFile
{
    QString file;
    Sha256 hash;
    qint64 size = 0;
};

/// Pictures of more pixels than this are not decoded: at four bytes each it is 200 MB.
constexpr qint64 mostPixels = 50'000'000;

/// The cache of scaled pictures. A file's name holds the original's hash, the width and its own
/// hash, so nothing is decoded or hashed twice. Any thread.
class VariantCache
{
public:
    explicit VariantCache(MediaFolders folders);

    /// The original, checked to be what it says: NotFound when the disk lost it, Refused for files
    /// that a web server might run, pictures that are none, and those of more than mostPixels.
    Result<StoredFile> original(const content::MediaAsset &asset) const;

    /// The original without what only its maker should know (security/picture), made now if it was
    /// not yet; the original itself where there is nothing of that kind. Fails as original() does.
    Result<StoredFile> published(const content::MediaAsset &asset);

    /// The variants of the asset, scaled now if they were not yet.
    Result<QList<StoredFile>> variants(const content::MediaAsset &asset,
                                       const std::vector<Variant> &wanted);

    /// A picture of another making, kept here under a name that follows from what it is made of.
    Result<StoredFile> made(const QString &stem, const QByteArray &format,
                            const std::function<QByteArray()> &make);

private:
    QString known(const QString &prefix) const;
    Result<StoredFile> make(const QImage &picture, const Variant &variant, const QString &prefix);
    std::optional<StoredFile> found(const QString &stem, const QByteArray &format) const;
    Result<StoredFile> clean(const content::MediaAsset &asset, const StoredFile &original,
                             const QString &stem, const QByteArray &format);
    Result<StoredFile> keep(const QString &stem, const QByteArray &format, const QByteArray &bytes);
    Result<StoredFile> keepAs(const QString &stem, const QByteArray &format, const Sha256 &hash,
                              const std::function<void(QFileDevice &)> &write);

    MediaFolders m_folders;
    mutable QMutex m_mutex;
    QHash<QString, QString> m_files; ///< "HASH-480w.webp" → file name in the cache
};

} // namespace kakehashi::render
