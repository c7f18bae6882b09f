#include "render/media/originals.h"

#include "base/file.h"
#include "render/render.h"

#include <QHash>
#include <QMutex>
#include <QMutexLocker>

namespace kakehashi::render {
namespace {

/// By hash and type: the type says how the bytes are read.
struct Known
{
    QMutex mutex;
    QHash<std::pair<Sha256, QString>, security::PictureFile> facts;
};

Known &known()
{
    static Known all;
    return all;
}

} // namespace

QString originalFile(const MediaFolders &folders, const content::MediaAsset &asset)
{
    return folders.originals + u'/' + asset.hash.toString();
}

bool MappedFile::open(const QString &path)
{
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly))
        return false;
    const qint64 size = m_file.size();
    if (uchar *bytes = size > 0 ? m_file.map(0, size) : nullptr)
        m_bytes = QByteArray::fromRawData(reinterpret_cast<const char *>(bytes), size);
    else
        m_bytes = m_file.readAll();
    return m_bytes.size() == size;
}

std::optional<security::PictureFile> pictureFacts(const MediaFolders &folders,
                                                  const content::MediaAsset &asset)
{
    if (!security::isReadPicture(asset.mimeType))
        return {};
    const std::pair key(asset.hash, asset.mimeType);
    {
        const QMutexLocker lock(&known().mutex);
        if (const auto found = known().facts.constFind(key); found != known().facts.constEnd())
            return *found;
    }
    MappedFile file;
    if (!file.open(originalFile(folders, asset)))
        return {};
    auto facts = security::readPicture(file.bytes(), asset.mimeType);
    facts.kept.clear();
    const QMutexLocker lock(&known().mutex);
    known().facts.insert(key, facts);
    return facts;
}

} // namespace kakehashi::render
