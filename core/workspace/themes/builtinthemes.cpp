#include "workspace/themes/builtinthemes.h"

#include "base/file.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>

namespace kakehashi::workspace {
namespace {

const QString standardId = QStringLiteral("standard");
constexpr qint64 largestThemeFile = 20'000'000;

QString originIn(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral(".origin.json"));
}

BuiltInTheme read(const QString &id, const QString &folder)
{
    BuiltInTheme theme{id, folder, id, {}, {}};
    const auto bytes = readFile(folder + QStringLiteral("/theme.json"), largestThemeFile);
    const QJsonObject json = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    theme.name = json.value(QLatin1String("name")).toString(id);
    theme.version = json.value(QLatin1String("version")).toString();
    theme.description = json.value(QLatin1String("description")).toString();
    return theme;
}

} // namespace

QList<BuiltInTheme> builtInThemes()
{
    QList<BuiltInTheme> themes{read(standardId, QStringLiteral(":/theme"))};
    const QDir others(QStringLiteral(":/themes"));
    const QStringList names = others.entryList(QDir::Dirs, QDir::Name);
    for (const QString &name : names)
        themes.append(read(name, others.filePath(name)));
    return themes;
}

BuiltInTheme builtInTheme(const QString &id)
{
    const QList<BuiltInTheme> themes = builtInThemes();
    for (const BuiltInTheme &theme : themes) {
        if (theme.id == id)
            return theme;
    }
    return themes.first();
}

ThemeOrigin themeOrigin(const QString &folder)
{
    ThemeOrigin origin;
    if (!QFile::exists(originIn(folder)))
        return origin;
    const auto bytes = readFile(originIn(folder), largestThemeFile);
    const QJsonObject json = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    origin.id = json.value(QLatin1String("theme")).toString();
    origin.version = json.value(QLatin1String("version")).toString();
    const QJsonObject files = json.value(QLatin1String("files")).toObject();
    for (auto file = files.begin(); file != files.end(); ++file)
        origin.files.insert(file.key(), Sha256::fromHex(file.value().toString()));
    return origin;
}

Result<QHash<QString, QByteArray>> themeFiles(const QString &folder)
{
    QHash<QString, QByteArray> files;
    const QDir root(folder);
    QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        auto bytes = readFile(path, largestThemeFile);
        if (!bytes)
            return passOn(bytes);
        files.insert(root.relativeFilePath(path), *bytes);
    }
    return files;
}

Result<void> noteOrigin(const BuiltInTheme &theme, const QString &folder)
{
    auto files = themeFiles(theme.folder);
    if (!files)
        return passOn(files);
    QJsonObject hashes;
    for (auto file = files->cbegin(); file != files->cend(); ++file)
        hashes.insert(file.key(), Sha256::of(file.value()).toString());
    const QJsonObject json{{QStringLiteral("theme"), theme.id},
                           {QStringLiteral("version"), theme.version},
                           {QStringLiteral("files"), hashes}};
    return writeFile(originIn(folder), QJsonDocument(json).toJson());
}

Result<void> copyTheme(const BuiltInTheme &theme, const QString &folder)
{
    auto files = themeFiles(theme.folder);
    if (!files)
        return passOn(files);
    for (auto file = files->cbegin(); file != files->cend(); ++file) {
        if (auto written = writeFile(QDir(folder).filePath(file.key()), file.value()); !written)
            return written;
    }
    return noteOrigin(theme, folder);
}

} // namespace kakehashi::workspace
