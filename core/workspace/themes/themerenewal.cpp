#include "workspace/themes/themerenewal.h"

#include "base/file.h"
#include "render/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ThemeRenewal)
};

using Files = QHash<QString, QByteArray>;
using State = ThemeFileNews::State;
using Take = ThemeFileNews::Take;

const QString mineFolder = QStringLiteral("mine/");

State stateOf(const QString &name, const Files &mine, const Files &theirs,
              const ThemeOrigin &origin)
{
    const bool isMine = mine.contains(name);
    const bool isTheirs = theirs.contains(name);
    if (isMine && isTheirs && mine.value(name) == theirs.value(name))
        return State::Unchanged;
    const Sha256 before = origin.files.value(name);
    const bool known = origin.files.contains(name);
    const bool iChanged = !isMine || Sha256::of(mine.value(name)) != before;
    const bool theyChanged = !isTheirs || Sha256::of(theirs.value(name)) != before;
    if (!known) {
        if (!isMine)
            return State::Added;
        return isTheirs ? State::Both : State::Mine;
    }
    if (!isMine)
        return theyChanged && isTheirs ? State::Added : State::Mine; // removed by the staff
    if (!iChanged)
        return isTheirs ? State::Renewed : State::Removed;
    return theyChanged && isTheirs ? State::Both : State::Mine;
}

/// The folder as it will be.
Files merged(const ThemeNews &news, Files files, const Files &theirs)
{
    for (const ThemeFileNews &one : news.files) {
        if (one.state == State::Mine || one.take == Take::Mine)
            continue;
        if (one.take == Take::KeepBoth && files.contains(one.file))
            files.insert(mineFolder + one.file, files.value(one.file));
        if (theirs.contains(one.file))
            files.insert(one.file, theirs.value(one.file));
        else
            files.remove(one.file);
    }
    return files;
}

Result<void> writeAll(const Files &files, const QString &folder)
{
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        if (auto written = writeFile(QDir(folder).filePath(file.key()), file.value()); !written)
            return written;
    }
    return {};
}

QString freeName(const QString &wanted)
{
    QString free = wanted;
    for (int number = 2; QFileInfo::exists(free); ++number)
        free = wanted + QLatin1Char('-') + QString::number(number);
    return free;
}

/// The staged folder in the place of the old one, which is kept.
Result<QString> swap(const QString &folder, const QString &stage, const QString &backups,
                     const Clock &clock)
{
    if (auto made = makeFolder(backups); !made)
        return passOn(made);
    const QString old = freeName(QDir(backups).filePath(
        QStringLiteral("theme-") +
        clock.now().toUTC().toString(QStringLiteral("yyyyMMddTHHmmsszzzZ"))));
    if (QDir(folder).exists() && !QDir().rename(folder, old))
        return fail(ErrorCode::Failed,
                    Text::tr("The theme's folder could not be put aside as %1. Close programs that "
                             "have files of it open, and try again.")
                        .arg(QDir::toNativeSeparators(old)));
    if (QDir().rename(stage, folder))
        return old;
    QDir().rename(old, folder);
    return fail(
        ErrorCode::Failed,
        Text::tr("The new theme could not take its place in %1. The old one is still there.")
            .arg(QDir::toNativeSeparators(folder)));
}

/// Writes beside the folder, tries the result as a theme, and swaps.
Result<QString> replace(const QString &folder, const Files &files, const BuiltInTheme &origin,
                        const QString &backups, const Clock &clock)
{
    const QString stage = folder + QStringLiteral(".new");
    QDir(stage).removeRecursively();
    Result<void> done = writeAll(files, stage);
    if (done)
        done = noteOrigin(origin, stage);
    if (done) {
        const auto loaded = render::Theme::load(stage);
        if (!loaded)
            done = fail(ErrorCode::Invalid,
                        Text::tr("With these choices the theme would not work, so nothing was "
                                 "changed. %1")
                            .arg(loaded.error().text));
    }
    Result<QString> old = done ? swap(folder, stage, backups, clock) : passOn(done);
    if (!old)
        QDir(stage).removeRecursively();
    return old;
}

} // namespace

bool ThemeNews::isAny() const
{
    return std::any_of(files.cbegin(), files.cend(),
                       [](const ThemeFileNews &one) { return one.state != State::Mine; });
}

Result<ThemeNews> themeNews(const QString &folder)
{
    const ThemeOrigin origin = themeOrigin(folder);
    ThemeNews news{builtInTheme(origin.id), origin.version, {}};
    auto mine = themeFiles(folder);
    if (!mine)
        return passOn(mine);
    auto theirs = themeFiles(news.theme.folder);
    if (!theirs)
        return passOn(theirs);
    QStringList names = mine->keys() + theirs->keys();
    names.removeDuplicates();
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const State state = stateOf(name, *mine, *theirs, origin);
        if (state == State::Unchanged || name.startsWith(mineFolder))
            continue;
        const bool decide = state == State::Both || state == State::Mine;
        news.files.append({name, state, decide ? Take::Mine : Take::New});
    }
    return news;
}

Result<QString> renewTheme(const QString &folder, const ThemeNews &news, const QString &backups,
                           const Clock &clock)
{
    auto mine = themeFiles(folder);
    if (!mine)
        return passOn(mine);
    auto theirs = themeFiles(news.theme.folder);
    if (!theirs)
        return passOn(theirs);
    return replace(folder, merged(news, *mine, *theirs), news.theme, backups, clock);
}

Result<QString> changeTheme(const QString &folder, const QString &id, const QString &backups,
                            const Clock &clock)
{
    const BuiltInTheme theme = builtInTheme(id);
    if (theme.id != id)
        return fail(ErrorCode::NotFound, Text::tr("There is no theme called %1.").arg(id));
    auto files = themeFiles(theme.folder);
    if (!files)
        return passOn(files);
    return replace(folder, *files, theme, backups, clock);
}

Result<QString> restoreTheme(const QString &folder, const QString &old, const QString &backups,
                             const Clock &clock)
{
    const auto loaded = render::Theme::load(old);
    return loaded ? swap(folder, old, backups, clock) : passOn(loaded);
}

} // namespace kakehashi::workspace
