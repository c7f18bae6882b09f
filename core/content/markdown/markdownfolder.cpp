#include "content/markdown/markdownfolder.h"

#include "base/encoding.h"
#include "base/file.h"
#include "base/text.h"
#include "security/pathguard.h"

#include <QCoreApplication>
#include <QDirIterator>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::MarkdownFolder)
};

constexpr qint64 largestFile = 4'000'000;

QString pathFrom(const QString &relative)
{
    QStringList parts = relative.chopped(QStringLiteral(".md").size()).split(QLatin1Char('/'));
    if (parts.last() == QLatin1String("index") || parts.last() == QLatin1String("_index"))
        parts.removeLast();
    QString path = QStringLiteral("/");
    for (const QString &part : std::as_const(parts))
        path += slug(part) + QLatin1Char('/');
    return path;
}

Result<MarkdownFile> readOne(const QString &filePath, const QString &relative)
{
    auto bytes = readFile(filePath, largestFile);
    if (!bytes)
        return passOn(bytes);
    const auto text = decodedText(*bytes, relative);
    if (!text)
        return passOn(text);
    auto file = parseMarkdownFile(text->text, relative);
    if (!file)
        return file;
    if (file->path.isEmpty())
        file->path = pathFrom(relative);
    if (file->kind.isEmpty())
        file->kind = QStringLiteral("page");
    if (auto guarded = security::checkPagePath(file->path); !guarded)
        return fail(ErrorCode::Invalid, Text::tr("%1: %2").arg(relative, guarded.error().text));
    return file;
}

} // namespace

Result<MarkdownFolder> readMarkdownFolder(const QString &folder)
{
    const QDir dir(folder);
    if (!dir.exists())
        return fail(ErrorCode::NotFound, Text::tr("The folder %1 is not there. Check its name.")
                                             .arg(QDir::toNativeSeparators(folder)));
    MarkdownFolder read;
    QDirIterator files(folder, {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString relative = dir.relativeFilePath(path);
        auto file = readOne(path, relative);
        if (file) {
            read.files.append(std::move(*file));
            continue;
        }
        Place place;
        place.file = relative;
        read.issues.append(
            {Severity::Must, QStringLiteral("import-file"), file.error().text, place});
    }
    std::sort(
        read.files.begin(), read.files.end(),
        [](const MarkdownFile &left, const MarkdownFile &right) { return left.path < right.path; });
    return read;
}

} // namespace kakehashi::content
