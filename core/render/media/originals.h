#pragma once

#include "base/result.h"
#include "content/site/site.h"
#include "security/picture/picturefile.h"

#include <QFile>

#include <optional>

namespace kakehashi::render {

struct MediaFolders;

/// Where the asset's bytes lie.
QString originalFile(const MediaFolders &folders, const content::MediaAsset &asset);

/// A file whose bytes are looked at where they lie: large ones need not pass through memory.
class MappedFile
{
public:
    /// False when it cannot be read.
    bool open(const QString &path);
    const QByteArray &bytes() const { return m_bytes; } ///< valid while this lives

private:
    QFile m_file;
    QByteArray m_bytes;
};

/// What the picture's file says besides what it shows, without its pieces; nothing for what is no
/// picture or is not on the disk. Looked at once by hash, as such files never change, and noted
/// beside the scaled pictures. Any thread.
std::optional<security::PictureFile> pictureFacts(const MediaFolders &folders,
                                                  const content::MediaAsset &asset);

/// Whether the file holds all of its picture; pictures whose pixels only a decoder can count are
/// decoded for it, once. True for what is no picture. Any thread.
bool isPictureWhole(const MediaFolders &folders, const content::MediaAsset &asset);

/// The encoding of a text among the media by its bytes, as browsers call it: "UTF-8", "Shift_JIS".
/// Empty when it is none that they know, or the file cannot be read. Noted as above. Any thread.
QString textCharset(const MediaFolders &folders, const content::MediaAsset &asset);

} // namespace kakehashi::render
