#include "publish/planning/spelling.h"

#include <QSet>

namespace kakehashi::publish::spelling {
namespace {

QString composed(const QString &path)
{
    return path.normalized(QString::NormalizationForm_C);
}

} // namespace

QString folded(const QString &path)
{
    return composed(path).toCaseFolded();
}

QString comparable(const QString &path, bool foldsNames)
{
    return foldsNames ? folded(path) : composed(path);
}

void adopt(Manifest &base, const render::OutputTree &tree)
{
    QHash<QString, QString> ours; // folded → as the tree has it
    QSet<QString> paths;
    for (const render::OutputFile &file : tree.files) {
        paths.insert(file.path);
        QString path = file.path;
        for (;;) {
            ours.insert(folded(path), path);
            const qsizetype slash = path.lastIndexOf(u'/');
            if (slash < 0)
                break;
            path.truncate(slash);
        }
    }
    QMap<QString, ManifestFile> files;
    for (auto file = base.files.cbegin(); file != base.files.cend(); ++file)
        files.insert(paths.contains(file.key()) ? file.key()
                                                : ours.value(folded(file.key()), file.key()),
                     *file);
    base.files = files;
    for (QString &folder : base.folders)
        folder = ours.value(folded(folder), folder);
    base.folders.sort();
    base.folders.removeDuplicates();
}

void recognise(QHash<QString, FileInfo> &found, const Manifest &manifest, bool foldsNames)
{
    const auto same = [foldsNames](const QString &path) { return comparable(path, foldsNames); };
    QHash<QString, QString> missing;
    for (auto path = manifest.files.keyBegin(); path != manifest.files.keyEnd(); ++path) {
        if (!found.contains(*path))
            missing.insert(same(*path), *path);
    }
    if (missing.isEmpty())
        return;
    const QStringList names = found.keys();
    for (const QString &name : names) {
        const auto ours = missing.constFind(same(name));
        if (ours != missing.constEnd() && !manifest.files.contains(name))
            found.insert(*ours, found.take(name));
    }
}

} // namespace kakehashi::publish::spelling
