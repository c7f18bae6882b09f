#include "content/media/mediatype.h"

#include "content/media/svgcheck.h"
#include "security/picture/picturefile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Media)
};

/// A type that may be on the site. `magic` is at the beginning of the bytes; empty: text, which
/// has no mark.
struct KnownType
{
    const char *extension;
    const char *mimeType;
    QByteArray magic;
    bool picture = false;
};

const QList<KnownType> &knownTypes()
{
    const QByteArray zip("PK\x03\x04");
    const QByteArray oldOffice("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    static const QList<KnownType> types{
        {"png", "image/png", QByteArray("\x89PNG\r\n\x1a\n"), true},
        {"jpg", "image/jpeg", QByteArray("\xFF\xD8\xFF"), true},
        {"gif", "image/gif", QByteArray("GIF8"), true},
        {"webp", "image/webp", QByteArray("RIFF"), true},
        {"pdf", "application/pdf", QByteArray("%PDF-")},
        {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", zip},
        {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", zip},
        {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", zip},
        {"odt", "application/vnd.oasis.opendocument.text", zip},
        {"ods", "application/vnd.oasis.opendocument.spreadsheet", zip},
        {"zip", "application/zip", zip},
        {"doc", "application/msword", oldOffice},
        {"xls", "application/vnd.ms-excel", oldOffice},
        {"ppt", "application/vnd.ms-powerpoint", oldOffice},
        {"csv", "text/csv", {}},
        {"txt", "text/plain", {}},
        {"ics", "text/calendar", {}},
    };
    return types;
}

tl::unexpected<Error> refuse(const QString &text)
{
    return fail(ErrorCode::Refused, text);
}

QString extensionOf(const QString &fileName)
{
    const QString extension = QFileInfo(fileName).suffix().toLower();
    return extension == QLatin1String("jpeg") ? QStringLiteral("jpg") : extension;
}

bool looksLikeSvg(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(4096);
    return head.contains("<svg") && head.trimmed().startsWith('<');
}

bool isPlainText(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(64 * 1024).toLower();
    // A file that a browser might take for a page is none of the text types.
    const bool isMarkup = head.contains("<html") || head.contains("<script") ||
                          head.contains("<!doctype") || head.contains("<?php");
    return !head.contains('\0') && !isMarkup;
}

const KnownType *typeOf(const QByteArray &bytes, const QString &extension)
{
    const KnownType *byBytes = nullptr;
    for (const KnownType &type : knownTypes()) {
        const bool matches =
            type.magic.isEmpty() ? isPlainText(bytes) : bytes.startsWith(type.magic);
        if (!matches)
            continue;
        if (QLatin1String(type.extension) == extension)
            return &type;
        // Pictures and PDF are sure by their bytes; for the others the name must agree.
        if (!byBytes && (type.picture || qstrcmp(type.extension, "pdf") == 0))
            byBytes = &type;
    }
    return byBytes;
}

Result<MediaType> recognisePicture(const QByteArray &bytes, const QString &fileName, MediaType type,
                                   qint64 maxPixels)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return refuse(Text::tr("%1 cannot be read as a picture (%2). Save it again as JPEG or PNG.")
                          .arg(fileName, reader.errorString()));
    const qint64 count = qint64(size.width()) * size.height();
    if (count > maxPixels)
        return refuse(Text::tr("%1 has %2 × %3 = %4 megapixels; at most %5 can be used. Make it "
                               "smaller first: 4,000 pixels across are enough for any page.")
                          .arg(fileName)
                          .arg(size.width())
                          .arg(size.height())
                          .arg(count / 1'000'000)
                          .arg(maxPixels / 1'000'000));
    // JPEG and GIF are shown as far as they go, grey below.
    if (!security::readPicture(bytes, type.mimeType).complete)
        return refuse(Text::tr("%1 breaks off before its end. Take the original file again: what "
                               "was copied or downloaded is not all of it.")
                          .arg(fileName));
    const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    // Decoding all of it once finds the download that broke off. The small size makes JPEG quick.
    reader.setScaledSize(size.scaled(64, 64, Qt::KeepAspectRatio).expandedTo({1, 1}));
    if (reader.read().isNull())
        return refuse(Text::tr("%1 is damaged (%2). Take the original file again.")
                          .arg(fileName, reader.errorString()));
    if (turned)
        size.transpose();
    type.width = size.width();
    type.height = size.height();
    return type;
}

} // namespace

Result<MediaType> recognise(const QByteArray &bytes, const QString &fileName, qint64 maxPixels)
{
    if (bytes.isEmpty())
        return refuse(Text::tr("%1 is empty.").arg(fileName));
    const QString extension = extensionOf(fileName);
    if (extension == QLatin1String("svg") || extension == QLatin1String("svgz")) {
        // As it goes out: in UTF-8, with its namespace.
        const QString svg = QStringLiteral("image/svg+xml");
        auto size = checkSvg(security::readPicture(bytes, svg).published(bytes), fileName);
        if (!size)
            return passOn(size);
        return MediaType{QStringLiteral("image/svg+xml"), QStringLiteral("svg"), size->width(),
                         size->height()};
    }
    const KnownType *known = looksLikeSvg(bytes) ? nullptr : typeOf(bytes, extension);
    const QList<KnownType> &all = knownTypes();
    const bool isPictureName = std::any_of(all.cbegin(), all.cend(), [&](const KnownType &type) {
        return type.picture && QLatin1String(type.extension) == extension;
    });
    if (isPictureName && (!known || !known->picture))
        return refuse(Text::tr("%1 is called a picture but is none. Open it in a picture program "
                               "and save it as JPEG or PNG.")
                          .arg(fileName));
    // "report.php" with the bytes of a picture is no slip but an attack.
    const bool isNameUsual = std::any_of(all.cbegin(), all.cend(), [&](const KnownType &type) {
        return QLatin1String(type.extension) == extension;
    });
    if (!known || !isNameUsual)
        return refuse(Text::tr("%1 is of a type that a site should not hold. Pictures (JPEG, PNG, "
                               "GIF, WebP, SVG), PDF, Office files, CSV, text and ZIP can be used.")
                          .arg(fileName));
    const MediaType type{QLatin1String(known->mimeType), QLatin1String(known->extension)};
    return known->picture ? recognisePicture(bytes, fileName, type, maxPixels)
                          : Result<MediaType>(type);
}

} // namespace kakehashi::content
