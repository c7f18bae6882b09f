#include "delivery/source/publishingsite.h"

#include "content/site/siterepository.h"
#include "publish/historyrepository.h"
#include "publish/targetrepository.h"
#include "store/backup.h"
#include "store/database.h"
#include "workspace/layout.h"

namespace kakehashi::delivery {
namespace {

using Known = QHash<Ulid, publish::KnownPublish>;

/// A history only grows, so the newest backup that can be read says most.
Known knownByBackups(const QString &folder)
{
    constexpr qsizetype most = 3; // that are tried
    const auto backups = store::BackupFolder(workspace::layout::backupsIn(folder)).list();
    for (const store::BackupFile &backup : backups.mid(0, most)) {
        const auto database = store::Database::openReadOnly(backup.path);
        if (!database)
            continue;
        if (const auto known = publish::HistoryRepository(**database).newest())
            return *known;
    }
    return {};
}

} // namespace

Result<publish::PublishingSite> publishingSite(content::SiteRepository &site,
                                               store::Database &database, const QString &folder,
                                               const QString &person)
{
    const auto settings = site.settings();
    if (!settings)
        return passOn(settings);
    auto known = publish::HistoryRepository(database).newest();
    if (!known)
        return passOn(known);
    const auto targets = publish::TargetRepository(database).all();
    if (!targets)
        return passOn(targets);
    const Known before = knownByBackups(folder);
    for (auto told = before.begin(); told != before.end(); ++told)
        (*known)[told.key()] = publish::newerOf(known->value(told.key()), told.value());
    return publish::PublishingSite{settings->id.toString(), folder, person, *known, *targets};
}

} // namespace kakehashi::delivery
