#pragma once

#include "base/clock.h"
#include "content/site/site.h"
#include "store/database.h"

namespace kakehashi::content {

/// Where a file of media/ is used, in words for people.
struct MediaUse
{
    QString label;  ///< title of the page, banner …
    Ulid page = {}; ///< null when it is no page
    QString path = {};
};

/// Asks another module where it uses a file; banners register theirs through this.
using MediaUseFinder = std::function<Result<QList<MediaUse>>(const MediaAsset &asset)>;

/// What links to a document say: the name with which it came, where its address does not say it.
/// Empty for pictures.
QString linkText(const MediaAsset &asset, const QString &originalName);

/// Original files and what is known of them. The bytes lie in `folder`, each file named by its
/// SHA-256 in hex without an extension; the same bytes are kept once. The thread of the database.
class MediaRepository
{
public:
    static constexpr qint64 maxBytes = 100'000'000;
    static constexpr qint64 maxPixels = 60'000'000; ///< more takes over 240 MB to scale

    MediaRepository(store::Database &database, QString folder, const Clock &clock,
                    store::ChangeHook changed = {});

    Result<QList<MediaAsset>> list() const; ///< sorted by file name
    Result<MediaAsset> asset(const Ulid &id) const;
    Result<MediaAsset> byFileName(const QString &fileName) const;
    QString pathOf(const MediaAsset &asset) const; ///< the original on this disk

    /// Takes a copy in. The type is judged by the bytes, not the name: Refused for types that a
    /// site must not hold (.php, HTML, SVG with scripts …), for a picture that is none, and for
    /// one of more than maxPixels. Bytes that are there already give the asset that has them.
    Result<MediaAsset> addFile(const QString &filePath);
    /// `fileName` is made safe and unique: 「会場 写真.JPG」 → "photo-2.jpg".
    Result<MediaAsset> addBytes(const QByteArray &bytes, const QString &fileName,
                                const MediaAsset &details = {});

    /// Stores name, alternative text, caption, credit, its end and decorative. A new file name
    /// keeps its extension; AlreadyExists when taken, Conflict when pages name the file by the old
    /// one.
    Result<void> update(const MediaAsset &asset);

    Result<QList<MediaUse>> uses(const Ulid &id) const;
    /// Conflict, with the places, while something uses it. The bytes stay, so that it can be
    /// undone.
    Result<void> remove(const Ulid &id);
    /// Deletes the bytes of what was removed and is no asset again. Call when nothing can be
    /// undone: as a site is opened, by who holds its lock. Bytes that nobody removed stay, whatever
    /// database was put into the place of another one.
    Result<void> removeLeftBytes();

    void addUseFinder(MediaUseFinder finder);

private:
    Result<QString> freeFileName(const QString &wanted) const;
    Result<MediaAsset> insert(const MediaAsset &asset);
    void noteRemoved(const MediaAsset &asset) const;
    Result<void> checkRename(const MediaAsset &before, const QString &fileName) const;
    Result<QList<MediaUse>> usesByName(const MediaAsset &asset) const;

    store::Database &m_database;
    QString m_folder;
    const Clock &m_clock;
    store::ChangeHook m_changed;
    QList<MediaUseFinder> m_useFinders;
};

} // namespace kakehashi::content
