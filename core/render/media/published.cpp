#include "base/file.h"
#include "base/sha256stream.h"
#include "render/media/originals.h"
#include "render/media/variants.h"

#include <QFileInfo>
#include <QMutexLocker>
#include <QSaveFile>

namespace kakehashi::render {
namespace {

/// Changes when more is left out than before, so that sites made before are mended.
const QString cleaning = QStringLiteral("-clean2");

/// Hands the pieces over one after the other, as they lie in the file.
template <typename Use>
void eachPiece(const security::PictureFile &picture, const QByteArray &file, Use use)
{
    for (const auto &piece : picture.kept)
        use(piece.own.isEmpty() ? QByteArrayView(file).sliced(piece.from, piece.size)
                                : QByteArrayView(piece.own));
}

} // namespace

Result<StoredFile> VariantCache::published(const content::MediaAsset &asset)
{
    const auto there = original(asset);
    if (!there || !security::isReadPicture(asset.mimeType))
        return there;
    const QString stem = asset.hash.toString() + cleaning;
    const QByteArray format = QFileInfo(asset.fileName).suffix().toLower().toLatin1();
    if (const auto cached = found(stem, format))
        return cached->hash == asset.hash ? *there : *cached;
    return clean(asset, *there, stem, format);
}

Result<StoredFile> VariantCache::clean(const content::MediaAsset &asset, const StoredFile &original,
                                       const QString &stem, const QByteArray &format)
{
    MappedFile file;
    if (!file.open(original.file))
        return passOn(readFile(original.file, asset.bytes));
    const auto picture = security::readPicture(file.bytes(), asset.mimeType);
    if (!picture.changed) {
        // An empty file under the original's own hash says that it was looked at.
        const auto noted = keepAs(stem, format, original.hash, [](QFileDevice &) {});
        return noted ? Result<StoredFile>(original) : noted;
    }
    Sha256Stream hash;
    eachPiece(picture, file.bytes(), [&](QByteArrayView piece) { hash.add(piece); });
    return keepAs(stem, format, hash.result(), [&](QFileDevice &out) {
        eachPiece(picture, file.bytes(),
                  [&](QByteArrayView piece) { out.write(piece.data(), piece.size()); });
    });
}

Result<StoredFile> VariantCache::keepAs(const QString &stem, const QByteArray &format,
                                        const Sha256 &hash,
                                        const std::function<void(QFileDevice &)> &write)
{
    const QString suffix = QString::fromLatin1(format);
    const QString name = stem + u'.' + hash.toString() + u'.' + suffix;
    const QString path = m_folders.variants + u'/' + name;
    if (auto made = makeFolder(m_folders.variants); !made)
        return passOn(made);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly))
        write(file);
    const qint64 size = file.size();
    if (!file.commit()) // false, too, when a write before failed
        return writeError(path, file);
    const QMutexLocker lock(&m_mutex);
    m_files.insert(stem + u'.' + suffix, name);
    return StoredFile{path, hash, size};
}

} // namespace kakehashi::render
