#include "render/media/originals.h"

#include "base/encoding.h"
#include "base/file.h"
#include "render/render.h"

#include <QHash>
#include <QImageReader>
#include <QMutex>
#include <QMutexLocker>

#include <array>
#include <tuple>

namespace kakehashi::render {
namespace {

/// By hash and type: the type says how the bytes are read.
using Key = std::pair<Sha256, QString>;

struct Known
{
    QMutex mutex;
    QHash<Key, security::PictureFile> facts;
    QHash<Key, bool> whole;
    QHash<Key, QString> charsets;
};

Known &known()
{
    static Known all;
    return all;
}

template <typename Value>
std::optional<Value> knownIn(const QHash<Key, Value> &values, const Key &key)
{
    const QMutexLocker lock(&known().mutex);
    const auto found = values.constFind(key);
    return found == values.constEnd() ? std::nullopt : std::optional(*found);
}

template <typename Value>
Value remember(QHash<Key, Value> &values, const Key &key, const Value &value)
{
    const QMutexLocker lock(&known().mutex);
    values.insert(key, value);
    return value;
}

/// A note beside the scaled pictures, so that the next program need not read the whole file. The
/// number grows when more is looked for.
QString noteFile(const MediaFolders &folders, const Key &key, const QString &what)
{
    return folders.variants + u'/' + key.first.toString() + u'-' + what + QStringLiteral("2.") +
           key.second.section(u'/', -1).section(u'+', 0, 0);
}

/// The letters of what holds; nothing when there is no such note.
std::optional<QByteArray> readNote(const QString &path)
{
    QFile file(path);
    constexpr qint64 longest = 64;
    if (!file.open(QIODevice::ReadOnly) || file.size() > longest)
        return {};
    const QByteArray text = file.readAll();
    return text.endsWith('.') ? std::optional(text.chopped(1)) : std::nullopt;
}

/// That it cannot be kept only costs time.
void keepNote(const MediaFolders &folders, const QString &path, const QByteArray &letters)
{
    if (!folders.variants.isEmpty() && makeFolder(folders.variants))
        std::ignore = writeFile(path, QByteArray(letters + '.'));
}

struct Flag
{
    char letter;
    bool security::PictureFile::*field;
};

constexpr std::array<Flag, 6> flags{{{'h', &security::PictureFile::changed},
                                     {'c', &security::PictureFile::complete},
                                     {'a', &security::PictureFile::animated},
                                     {'p', &security::PictureFile::tellsPlace},
                                     {'m', &security::PictureFile::tellsMore},
                                     {'s', &security::PictureFile::mended}}};

bool isDecodable(const QString &file)
{
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    return !reader.read().isNull();
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
    const Key key(asset.hash, asset.mimeType);
    if (auto found = knownIn(known().facts, key))
        return found;
    security::PictureFile facts;
    const QString note = noteFile(folders, key, QStringLiteral("facts"));
    if (const auto letters = readNote(note)) {
        for (const Flag &flag : flags)
            facts.*flag.field = letters->contains(flag.letter);
        return remember(known().facts, key, facts);
    }
    MappedFile file;
    if (!file.open(originalFile(folders, asset)))
        return {};
    facts = security::readPicture(file.bytes(), asset.mimeType);
    facts.kept.clear();
    QByteArray letters;
    for (const Flag &flag : flags)
        letters += facts.*flag.field ? QByteArray(1, flag.letter) : QByteArray();
    keepNote(folders, note, letters);
    return remember(known().facts, key, facts);
}

bool isPictureWhole(const MediaFolders &folders, const content::MediaAsset &asset)
{
    const auto facts = pictureFacts(folders, asset);
    const bool isWalkEnough = asset.mimeType != QLatin1String("image/png") &&
                              asset.mimeType != QLatin1String("image/webp");
    if (!facts || !facts->complete || isWalkEnough)
        return !facts || facts->complete;
    const Key key(asset.hash, asset.mimeType);
    if (const auto found = knownIn(known().whole, key))
        return *found;
    const QString note = noteFile(folders, key, QStringLiteral("whole"));
    if (const auto letters = readNote(note))
        return remember(known().whole, key, letters->contains('w'));
    const bool isWhole = isDecodable(originalFile(folders, asset));
    keepNote(folders, note, isWhole ? "w" : "");
    return remember(known().whole, key, isWhole);
}

QString textCharset(const MediaFolders &folders, const content::MediaAsset &asset)
{
    const Key key(asset.hash, asset.mimeType);
    if (const auto found = knownIn(known().charsets, key))
        return *found;
    const QString note = noteFile(folders, key, QStringLiteral("text"));
    if (const auto name = readNote(note))
        return remember(known().charsets, key, QString::fromLatin1(*name));
    MappedFile file;
    if (!file.open(originalFile(folders, asset)))
        return {};
    const auto text = decodedText(file.bytes(), asset.fileName);
    const bool isForBrowsers = text && text->encoding != QLatin1String("UTF-32");
    const QString charset = isForBrowsers ? text->encoding : QString();
    keepNote(folders, note, charset.toLatin1());
    return remember(known().charsets, key, charset);
}

} // namespace kakehashi::render
