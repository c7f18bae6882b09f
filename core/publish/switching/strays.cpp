#include "publish/switching/strays.h"

#include "publish/planning/planner.h"
#include "publish/transaction/controlfolder.h"

#include <QCoreApplication>

namespace kakehashi::publish::switching {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Strays)
};

constexpr qsizetype shown = 5;

} // namespace

Strays straysOf(const QString &from, const ReleaseTree &has, const QString &to,
                const ReleaseTree &newer, const QHash<QString, FileInfo> &passed,
                const QString &aside)
{
    Strays strays;
    QSet<QString> made;
    for (auto entry = has.entries.begin(); entry != has.entries.end(); ++entry) {
        if (entry->isFolder())
            continue;
        const QString &path = entry.key();
        const QString target = ControlFolder::join(to, path);
        const FileInfo there = newer.entries.value(path);
        if (const auto known = passed.constFind(path); known != passed.constEnd()) {
            if (!known->isMissing() && !known->looksLike(*entry))
                strays.left.append(path);
        } else if (there.isMissing()) {
            for (const QString &folder : foldersAbove(path)) {
                if (newer.contains(folder) || made.contains(folder))
                    continue;
                made.insert(folder);
                strays.folders.append(Operation::makeFolder(ControlFolder::join(to, folder)));
                if (const int mode = has.entries.value(folder).mode; mode != 0)
                    strays.modes.prepend(Operation::setMode(ControlFolder::join(to, folder), mode));
            }
            strays.links.append(Operation::link(ControlFolder::join(from, path), target));
        } else if (!there.looksLike(*entry) && entry->time > there.time && !there.isFolder()) {
            const QString name =
                ControlFolder::join(aside, QStringLiteral("stray.%1").arg(strays.links.size()));
            strays.links.append(Operation::link(ControlFolder::join(from, path), name));
            strays.replacements.append(Operation::replace(name, target));
        }
    }
    return strays;
}

Result<void> carry(RemoteFiles &files, const Strays &strays, const QString &from, Issues *notes)
{
    const auto made = files.run(strays.folders);
    if (!made)
        return passOn(made);
    const auto linked = files.run(strays.links);
    if (!linked)
        return passOn(linked);
    const auto replaced = files.run(strays.replacements);
    if (!replaced)
        return passOn(replaced);
    if (const auto set = files.run(strays.modes); !set)
        return passOn(set);
    QStringList left = strays.left;
    for (qsizetype i = 0; i < strays.links.size(); ++i) {
        if (!linked->at(i).ok() && linked->at(i).status != Outcome::Status::Exists)
            left.append(strays.links.at(i).path.mid(from.size() + 1));
    }
    if (left.isEmpty() || !notes)
        return {};
    notes->append({Severity::Should, QStringLiteral("publish-left-behind"),
                   Text::tr("While the site was being published, someone else changed %n file(s) "
                            "on the server (%1). They could not be taken over and are kept in %2.",
                            nullptr, static_cast<int>(left.size()))
                       .arg(left.mid(0, shown).join(QStringLiteral(", ")), from)});
    return {};
}

} // namespace kakehashi::publish::switching
