#pragma once

#include "render/media/mediause.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace kakehashi::render {

struct MediaFolders;

/// A scaled picture's name follows from the original's hash and the width, so pages can name it
/// before it is made.
struct Variant
{
    int width = 0;
    int height = 0;
    QByteArray format;     ///< "webp", or "jpg"/"png" where Qt lacks the WebP plug-in
    QString publishedPath; ///< "media/hall-480w.1a2b3c4d.webp"
};

/// True for formats that browsers show in <img>.
bool isPicture(const content::MediaAsset &asset);

/// Widths below the original's, smallest first; empty for SVG, GIF, small pictures and those that
/// move, which would stand still.
std::vector<Variant> variantsOf(const content::MediaAsset &asset, const MediaFolders &folders);

/// "media/hall.jpg"
QString originalPath(const content::MediaAsset &asset);

/// What <img> needs, each value unescaped.
struct PictureSource
{
    std::string src;    ///< "/media/…"
    std::string srcset; ///< empty when there is one size only
    int width = 0;      ///< of src; 0: not known
    int height = 0;
};

/// Notes in `uses` what must be published for it.
PictureSource pictureSource(const content::MediaAsset &asset, const MediaFolders &folders,
                            MediaUses &uses);

} // namespace kakehashi::render
