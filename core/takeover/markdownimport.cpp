#include "takeover/markdownimport.h"

#include "content/mediarepository.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

/// Original file name → name in the site's media. By name alone: editors move files about, and
/// two different files of one name are an issue, not a guess.
using MediaNames = QHash<QString, QString>;

MediaNames takeMedia(workspace::Workspace &workspace, const QString &folder, Issues &issues,
                     const JobContext &context)
{
    MediaNames names;
    const QDir dir(folder);
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext() && !context.cancel.isCancelled()) {
        const QString path = files.next();
        if (files.fileName().endsWith(QStringLiteral(".md")) ||
            files.fileName().startsWith(QLatin1Char('.')))
            continue;
        auto added = workspace.media().addFile(path);
        Place place;
        place.file = dir.relativeFilePath(path);
        if (!added)
            issues.append(
                {Severity::Should, QStringLiteral("import-media"), added.error().text, place});
        else if (names.value(files.fileName(), added->fileName) != added->fileName)
            issues.append({Severity::Should, QStringLiteral("import-media"),
                           Text::tr("Two different files are called %1; pages show the first.")
                               .arg(files.fileName()),
                           place});
        else
            names.insert(files.fileName(), added->fileName);
    }
    return names;
}

/// "](images/photo%201.jpg" → "](media:photo-1.jpg" where that file was taken in.
QString withMediaLinks(const QString &body, const MediaNames &names)
{
    static const QRegularExpression target(QStringLiteral("\\]\\(<?([^)\\s>:]+)"));
    QString out;
    qsizetype copied = 0;
    auto matches = target.globalMatch(body);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString path = QUrl::fromPercentEncoding(match.captured(1).toUtf8());
        const QString name = path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
        const auto known = names.constFind(name);
        if (known == names.cend())
            continue;
        out +=
            body.mid(copied, match.capturedStart(1) - copied) + QStringLiteral("media:") + *known;
        copied = match.capturedEnd(1);
    }
    return out + body.mid(copied);
}

void nameMedia(content::MarkdownFile &file, const MediaNames &names)
{
    file.content.body = withMediaLinks(file.content.body, names);
    const QString picture = file.picture.mid(file.picture.lastIndexOf(QLatin1Char('/')) + 1);
    file.picture = names.value(picture, picture);
}

} // namespace

Result<workspace::ImportReport> importMarkdown(workspace::Workspace &workspace,
                                               const QString &folder,
                                               const workspace::ImportOptions &options,
                                               const JobContext &context)
{
    auto read = content::readMarkdownFolder(folder);
    if (!read)
        return passOn(read);
    workspace::ImportReport report;
    auto done = workspace.allOrNothing([&]() -> Result<void> {
        const MediaNames names = takeMedia(workspace, folder, read->issues, context);
        for (content::MarkdownFile &file : read->files)
            nameMedia(file, names);
        auto imported = workspace::importPages(workspace, *read, options, context);
        if (!imported)
            return passOn(imported);
        report = std::move(*imported);
        return {};
    });
    if (!done)
        return passOn(done);
    return report;
}

} // namespace kakehashi::takeover
