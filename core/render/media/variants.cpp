#include "render/media/variants.h"

#include "base/file.h"
#include "render/media/originals.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QMutexLocker>
#include <QRegularExpression>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

constexpr qint64 largestSvg = 5'000'000;

/// Suffixes that some web servers run instead of sending. Looked for in the whole name, because
/// Apache runs "x.php.jpg" in common configurations.
bool mightBeRun(const QString &fileName)
{
    static const QRegularExpression run(
        QStringLiteral("\\.(php\\d?|phtml|phar|pht|cgi|pl|py|rb|sh|asp|aspx|jsp|exe|dll|bat|cmd|"
                       "htaccess|htpasswd|shtml|html?|xhtml|js|mjs)(\\.|$)"),
        QRegularExpression::CaseInsensitiveOption);
    return fileName.startsWith(u'.') || run.match(fileName).hasMatch();
}

Result<void> checkSvg(const content::MediaAsset &asset, const QString &file)
{
    const auto bytes = readFile(file, largestSvg);
    if (!bytes)
        return passOn(bytes);
    // As it goes out: UTF-8, whatever it was. A script in UTF-16 is a script.
    const auto drawing = security::readPicture(*bytes, asset.mimeType);
    const QString text = QString::fromUtf8(drawing.published(*bytes));
    static const QRegularExpression active(
        QStringLiteral("<([\\w.-]+:)?(script|foreignObject)|<!ENTITY|\\son[a-z]+\\s*=|javascript:"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression root(QStringLiteral("<([\\w.-]+:)?svg[\\s>/]"));
    if (drawing.complete && root.match(text).hasMatch() && !active.match(text).hasMatch())
        return {};
    return fail(ErrorCode::Refused,
                Text::tr("\"%1\" is no drawing or holds a script. Save it as plain SVG.")
                    .arg(asset.fileName));
}

Result<void> checkPicture(const content::MediaAsset &asset, const QString &file)
{
    if (asset.mimeType == QLatin1String("image/svg+xml"))
        return checkSvg(asset, file);
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (!size.isValid())
        return fail(ErrorCode::Refused,
                    Text::tr("\"%1\" is no picture that browsers can show. Save it as JPEG or PNG "
                             "and add it again.")
                        .arg(asset.fileName));
    if (qint64(size.width()) * size.height() > mostPixels)
        return fail(ErrorCode::Refused,
                    Text::tr("\"%1\" is too large (%2 × %3 pixels). Scale it down to 6000 pixels "
                             "or less at its longer side and add it again.")
                        .arg(asset.fileName)
                        .arg(size.width())
                        .arg(size.height()));
    return {};
}

Result<QImage> decoded(const content::MediaAsset &asset, const QString &file)
{
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    QImage picture = reader.read();
    for (const QString &key : picture.textKeys())
        picture.setText(key, {}); // or it would be written into each scaled one
    if (!picture.isNull())
        return picture.convertToFormat(picture.hasAlphaChannel() ? QImage::Format_ARGB32
                                                                 : QImage::Format_RGB32);
    return fail(ErrorCode::Refused,
                Text::tr("\"%1\" could not be read as a picture (%2). Save it again as JPEG or "
                         "PNG and add it anew.")
                    .arg(asset.fileName, reader.errorString()));
}

} // namespace

VariantCache::VariantCache(MediaFolders folders) : m_folders(std::move(folders))
{
    // "HASH-480w-2.OWNHASH.webp"
    for (const QString &file : QDir(m_folders.variants).entryList(QDir::Files)) {
        const QStringList parts = file.split(u'.');
        if (parts.size() == 3)
            m_files.insert(parts[0] + u'.' + parts[2], file);
    }
}

Result<StoredFile> VariantCache::original(const content::MediaAsset &asset) const
{
    if (mightBeRun(asset.fileName))
        return fail(ErrorCode::Refused,
                    Text::tr("\"%1\" is not published: a web server might run such a file. Remove "
                             "it from the media.")
                        .arg(asset.fileName));
    const QString file = originalFile(m_folders, asset);
    const QFileInfo info(file);
    if (!info.isFile() || info.size() != asset.bytes)
        return fail(ErrorCode::NotFound,
                    Text::tr("The file of \"%1\" is missing or damaged in the site's media folder. "
                             "Restore it from a backup or add it again.")
                        .arg(asset.fileName));
    if (isPicture(asset))
        if (auto good = checkPicture(asset, file); !good)
            return passOn(good);
    return StoredFile{file, asset.hash, asset.bytes};
}

QString VariantCache::known(const QString &prefix) const
{
    const QMutexLocker lock(&m_mutex);
    return m_files.value(prefix);
}

Result<QList<StoredFile>> VariantCache::variants(const content::MediaAsset &asset,
                                                 const std::vector<Variant> &wanted)
{
    QList<StoredFile> found;
    QImage picture;
    for (const Variant &variant : wanted) {
        // The number at the end grows when they are made otherwise: since 2 without author's notes.
        const QString stem =
            QStringLiteral("%1-%2w-2").arg(asset.hash.toString()).arg(variant.width);
        if (const auto cached = this->found(stem, variant.format)) {
            found.append(*cached);
            continue;
        }
        if (picture.isNull()) {
            const auto file = original(asset);
            if (!file)
                return passOn(file);
            auto read = decoded(asset, file->file);
            if (!read)
                return passOn(read);
            picture = std::move(*read);
        }
        auto made = make(picture, variant, stem);
        if (!made)
            return passOn(made);
        found.append(*made);
    }
    return found;
}

Result<StoredFile> VariantCache::make(const QImage &picture, const Variant &variant,
                                      const QString &prefix)
{
    const QImage scaled = picture.scaled(variant.width, variant.height, Qt::IgnoreAspectRatio,
                                         Qt::SmoothTransformation);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, variant.format);
    constexpr int goodForPhotographs = 80;
    writer.setQuality(variant.format == "png" ? -1 : goodForPhotographs);
    if (!writer.write(scaled))
        return fail(
            ErrorCode::Failed,
            Text::tr("A picture could not be scaled (%1). Try again.").arg(writer.errorString()));
    return keep(prefix, variant.format, bytes);
}

Result<StoredFile> VariantCache::made(const QString &stem, const QByteArray &format,
                                      const std::function<QByteArray()> &make)
{
    const auto cached = found(stem, format);
    return cached ? Result<StoredFile>(*cached) : keep(stem, format, make());
}

std::optional<StoredFile> VariantCache::found(const QString &stem, const QByteArray &format) const
{
    const QString cached = known(stem + u'.' + QString::fromLatin1(format));
    const QFileInfo info(m_folders.variants + u'/' + cached);
    if (cached.isEmpty() || !info.isFile())
        return {};
    return StoredFile{info.filePath(), Sha256::fromHex(cached.split(u'.')[1]), info.size()};
}

Result<StoredFile> VariantCache::keep(const QString &stem, const QByteArray &format,
                                      const QByteArray &bytes)
{
    const Sha256 hash = Sha256::of(bytes);
    const QString suffix = QString::fromLatin1(format);
    const QString name = stem + u'.' + hash.toString() + u'.' + suffix;
    const QString file = m_folders.variants + u'/' + name;
    if (auto written = writeFile(file, bytes); !written)
        return passOn(written);
    const QMutexLocker lock(&m_mutex);
    m_files.insert(stem + u'.' + suffix, name);
    return StoredFile{file, hash, bytes.size()};
}

} // namespace kakehashi::render
