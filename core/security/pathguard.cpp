#include "security/pathguard.h"

#include "base/encoding.h"
#include "base/reading.h"
#include "base/text.h"
#include "security/reservedpath.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace kakehashi::security {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::PathGuard)
};

constexpr int longestPagePath = 200;
constexpr int longestOutputPath = 240;
constexpr int longestFileName = 100;
constexpr int longestPart = 200; // ext4 allows 255 bytes; a staging suffix needs room

tl::unexpected<Error> refuse(const QString &text)
{
    return fail(ErrorCode::Invalid, text);
}

/// CON, PRN, AUX, NUL, COM1…9, LPT1…9, with any extension: learn.microsoft.com, "Naming Files".
bool isDeviceName(QStringView part)
{
    static const QRegularExpression devices(
        QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\\$|conout\\$)(\\..*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    return devices.match(part.toString()).hasMatch();
}

bool isControl(QChar c)
{
    // Format characters too: a right-to-left override shows "gpj.exe" as "exe.jpg".
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
           c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
}

bool isRefusedByWindows(QChar c)
{
    return QStringLiteral("<>:\"\\|?*").contains(c);
}

/// What a person may safely be shown of a hostile name.
QString shown(const QString &name)
{
    QString text = leftOf(name, 80);
    for (QChar &c : text) {
        if (isControl(c))
            c = QChar(0xfffd);
    }
    return text;
}

Result<void> checkSegment(const QString &segment, const QString &path)
{
    static const QRegularExpression allowed(QStringLiteral("\\A[a-z0-9-]+\\z"));
    if (segment.isEmpty())
        return refuse(
            Text::tr("The path %1 has an empty part between two slashes.").arg(shown(path)));
    if (segment == QLatin1String("..") || segment == QLatin1String("."))
        return refuse(Text::tr("The path %1 holds “%2”. Write the whole path from the top.")
                          .arg(shown(path), segment));
    if (!allowed.match(segment).hasMatch())
        return refuse(Text::tr("“%1” cannot be part of a path. Use small letters a to z, digits "
                               "and hyphens only.")
                          .arg(shown(segment)));
    if (isDeviceName(segment))
        return refuse(Text::tr("“%1” is the name of a device on Windows, where such a file cannot "
                               "be made. Choose another word.")
                          .arg(segment));
    return {};
}

Result<void> checkReserved(const QString &path)
{
    if (!isReservedPath(path))
        return {};
    return refuse(Text::tr("%1 is where the program puts files of its own. Choose another path, "
                           "such as %2.")
                      .arg(shown(path), unreservedPath(path)));
}

Result<void> checkPart(const QString &part, const QString &path)
{
    if (part.isEmpty() || part == QLatin1String(".") || part == QLatin1String(".."))
        return refuse(
            Text::tr("The file path %1 leaves its folder or has an empty part.").arg(shown(path)));
    for (const QChar c : part) {
        if (isControl(c) || isRefusedByWindows(c))
            return refuse(Text::tr("The file path %1 holds a character that not every system "
                                   "takes.")
                              .arg(shown(path)));
    }
    if (part.endsWith(QLatin1Char('.')) || part.endsWith(QLatin1Char(' ')))
        return refuse(Text::tr("In the file path %1 a name ends with a dot or a space, which "
                               "Windows drops.")
                          .arg(shown(path)));
    if (isDeviceName(part))
        return refuse(
            Text::tr("The file path %1 holds the name of a Windows device.").arg(shown(path)));
    if (part.toUtf8().size() > longestPart)
        return refuse(Text::tr("In the file path %1 a name is too long.").arg(shown(path)));
    return {};
}

bool hasOtherLetters(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.unicode() > 0x24f && c.isLetter(); });
}

/// What of a name or title can stand in an address.
QString words(const QString &text)
{
    return hasOtherLetters(folded(text)) ? reading(text) : slug(text);
}

} // namespace

Result<void> checkPagePath(const QString &path)
{
    if (path == QLatin1String("/"))
        return {};
    if (path.size() > longestPagePath)
        return refuse(Text::tr("The path %1… is too long: %2 characters, at most %3 are allowed.")
                          .arg(shown(leftOf(path, 40)))
                          .arg(path.size())
                          .arg(longestPagePath));
    if (auto free = checkReserved(path); !free)
        return free;
    if (!path.startsWith(QLatin1Char('/')) || !path.endsWith(QLatin1Char('/')) || path.size() < 2)
        return refuse(Text::tr("The path “%1” must begin and end with a slash, such as /kenmin/.")
                          .arg(shown(path)));
    const QStringList segments = path.mid(1, path.size() - 2).split(QLatin1Char('/'));
    for (const QString &segment : segments) {
        if (auto good = checkSegment(segment, path); !good)
            return good;
    }
    return {};
}

Result<void> checkOutputPath(const QString &path)
{
    if (path.isEmpty() || path.startsWith(QLatin1Char('/')))
        return refuse(Text::tr("“%1” is no path within the site.").arg(shown(path)));
    if (path.size() > longestOutputPath)
        return refuse(Text::tr("The file path %1… is too long.").arg(shown(leftOf(path, 40))));
    if (path.normalized(QString::NormalizationForm_C) != path)
        return refuse(Text::tr("The file path %1 is not in the normal form of Unicode (NFC).")
                          .arg(shown(path)));
    const QStringList parts = path.split(QLatin1Char('/'));
    for (const QString &part : parts) {
        if (auto good = checkPart(part, path); !good)
            return good;
    }
    return {};
}

Result<void> checkFileName(const QString &name)
{
    static const QRegularExpression allowed(
        QStringLiteral("\\A[a-z0-9][a-z0-9_-]*(\\.[a-z0-9_-]+)*\\.[a-z0-9]+\\z"));
    if (name.size() > longestFileName)
        return refuse(Text::tr("The file name %1… is too long: at most %2 characters are allowed.")
                          .arg(shown(leftOf(name, 40)))
                          .arg(longestFileName));
    if (!allowed.match(name).hasMatch())
        return refuse(Text::tr("“%1” cannot be the name of a file on the site. Use small letters a "
                               "to z, digits, hyphens and an extension, such as flyer-2025.pdf.")
                          .arg(shown(name)));
    if (isDeviceName(name))
        return refuse(
            Text::tr("“%1” is the name of a device on Windows. Choose another name.").arg(name));
    return {};
}

Result<void> checkNoCollisions(const QStringList &outputPaths)
{
    const auto key = [](const QString &path) {
        return path.normalized(QString::NormalizationForm_KC).toCaseFolded();
    };
    QHash<QString, QString> files;
    files.reserve(outputPaths.size());
    for (const QString &path : outputPaths) {
        const QString same = std::exchange(files[key(path)], path);
        if (!same.isNull())
            return fail(ErrorCode::Conflict,
                        Text::tr("%1 and %2 would be one file on some systems. Rename one of them.")
                            .arg(shown(same), shown(path)));
    }
    for (const QString &path : outputPaths) {
        const QString folded = key(path);
        for (qsizetype at = folded.indexOf(QLatin1Char('/')); at > 0;
             at = folded.indexOf(QLatin1Char('/'), at + 1)) {
            if (const auto file = files.constFind(folded.left(at)); file != files.cend())
                return fail(ErrorCode::Conflict,
                            Text::tr("%1 is a file and cannot also be the folder of %2.")
                                .arg(shown(*file), shown(path)));
        }
    }
    return {};
}

QString safeFileName(const QString &name, const QDate &date)
{
    const QString bare =
        name.mid(qMax(name.lastIndexOf(QLatin1Char('/')), name.lastIndexOf(QLatin1Char('\\'))) + 1);
    const qsizetype dot = bare.lastIndexOf(QLatin1Char('.'));
    const bool hasExtension = dot >= 0 && dot < bare.size() - 1;
    QString stem = words(hasExtension ? bare.left(dot) : bare).left(longestFileName - 20);
    QString extension =
        hasExtension ? slug(bare.mid(dot + 1)).remove(QLatin1Char('-')).left(10) : QString();
    if (extension.isEmpty())
        extension = QStringLiteral("bin");
    if (extension == QLatin1String("jpeg"))
        extension = QStringLiteral("jpg");
    while (stem.startsWith(QLatin1Char('-')))
        stem.remove(0, 1);
    while (stem.endsWith(QLatin1Char('-')))
        stem.chop(1);
    if (stem.isEmpty())
        stem = date.isValid() ? extension + date.toString(QStringLiteral("-yyyyMMdd"))
                              : QStringLiteral("file");
    if (isDeviceName(stem))
        stem += QStringLiteral("-file");
    return stem + QLatin1Char('.') + extension;
}

QString safeSegment(const QString &title, const QString &fallback)
{
    constexpr int longestSegment = 60;
    QString segment = words(title).left(longestSegment);
    while (segment.endsWith(QLatin1Char('-')))
        segment.chop(1);
    return segment.isEmpty() || isDeviceName(segment) ? fallback : segment;
}

QString datedSegment(const QString &title, const QDate &date)
{
    const QString day = date.toString(QStringLiteral("yyyyMMdd"));
    const QString segment = safeSegment(title, {});
    if (segment.isEmpty())
        return day;
    return hasOtherLetters(title) ? QString(day + QLatin1Char('-') + segment) : segment;
}

} // namespace kakehashi::security
