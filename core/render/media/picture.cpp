#include "render/media/picture.h"

#include "render/html.h"
#include "render/media/originals.h"

#include <QImageWriter>

#include <array>

namespace kakehashi::render {
namespace {

/// Phone, tablet or text column, full width on large screens.
constexpr std::array<int, 3> widths{480, 960, 1600};

/// Only these have more than one picture and are scaled besides.
bool moves(const content::MediaAsset &asset, const MediaFolders &folders)
{
    if (asset.mimeType == QLatin1String("image/jpeg"))
        return false;
    const auto facts = pictureFacts(folders, asset);
    return facts && facts->animated;
}

bool canBeScaled(const content::MediaAsset &asset)
{
    return asset.width > 0 && asset.height > 0 &&
           (asset.mimeType == QLatin1String("image/jpeg") ||
            asset.mimeType == QLatin1String("image/png") ||
            asset.mimeType == QLatin1String("image/webp"));
}

QByteArray ownFormat(const content::MediaAsset &asset)
{
    return asset.mimeType == QLatin1String("image/jpeg") ? "jpg" : "png";
}

QByteArray formatFor(const content::MediaAsset &asset)
{
    static const bool webp = QImageWriter::supportedImageFormats().contains("webp");
    return webp ? QByteArray("webp") : ownFormat(asset);
}

Variant variant(const content::MediaAsset &asset, int width, const QByteArray &format)
{
    const auto height = static_cast<int>((qint64(asset.height) * width + asset.width / 2) /
                                         std::max(1, asset.width));
    const QString stem = asset.fileName.left(asset.fileName.lastIndexOf(u'.'));
    return {width, std::max(1, height), format,
            QStringLiteral("media/%1-%2w.%3.%4")
                .arg(stem)
                .arg(width)
                .arg(asset.hash.toString().left(8), QString::fromLatin1(format))};
}

void appendCandidate(std::string &srcset, const QString &path, int width)
{
    if (!srcset.empty())
        srcset += ", ";
    srcset.append("/").append(utf8(path)).append(" ").append(std::to_string(width)).append("w");
}

} // namespace

bool isPicture(const content::MediaAsset &asset)
{
    return asset.mimeType.startsWith(QLatin1String("image/"));
}

std::vector<Variant> variantsOf(const content::MediaAsset &asset, const MediaFolders &folders)
{
    std::vector<Variant> variants;
    if (canBeScaled(asset) && asset.width > widths.front() && !moves(asset, folders))
        for (const int width : widths)
            if (width < asset.width)
                variants.push_back(variant(asset, width, formatFor(asset)));
    return variants;
}

QString originalPath(const content::MediaAsset &asset)
{
    return QStringLiteral("media/") + asset.fileName;
}

PictureSource pictureSource(const content::MediaAsset &asset, const MediaFolders &folders,
                            MediaUses &uses)
{
    PictureSource source;
    const auto variants = variantsOf(asset, folders);
    for (const Variant &each : variants)
        appendCandidate(source.srcset, each.publishedPath, each.width);
    if (!variants.empty())
        uses.add(asset.id, MediaUse::Variants);
    const bool hugeOriginal = asset.width > widths.back() && !variants.empty();
    if (hugeOriginal) {
        source.src = '/' + utf8(variants.back().publishedPath);
        source.width = variants.back().width;
        source.height = variants.back().height;
        return source;
    }
    uses.add(asset.id, MediaUse::Original);
    if (!variants.empty())
        appendCandidate(source.srcset, originalPath(asset), asset.width);
    source.src = '/' + utf8(originalPath(asset));
    source.width = asset.width;
    source.height = asset.height;
    return source;
}

} // namespace kakehashi::render
