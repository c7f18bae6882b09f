#include "publish/signature/paramsfor.h"

#include "base/account.h"
#include "publish/rollback/witness.h"

#include <QDir>
#include <QSysInfo>

namespace kakehashi::publish {

QString journalFolder(const QString &siteFolder)
{
    return QDir(siteFolder).filePath(QStringLiteral("publish"));
}

PublishParams paramsFor(const PublishingSite &site, const Target &target, const Access &access,
                        const ManifestKey &key)
{
    PublishParams params;
    params.target = target;
    params.access = access;
    params.siteId = site.id;
    params.author = site.person.isEmpty() ? accountName() : site.person;
    params.machine = QSysInfo::machineHostName();
    params.journalFolder = journalFolder(site.folder);
    params.manifestKey = key.bytes;
    params.manifestKeyIsNew = key.isNew;
    params.keyProblem = key.problem;
    const witness::Scene scene{params.journalFolder, site.targets, site.known,
                               key.isNew ? QByteArray() : key.bytes};
    params.known = witness::newestOf(scene, target);
    params.ownHistory = witness::historyOf(scene, target);
    params.others = witness::othersThan(scene, target);
    return params;
}

} // namespace kakehashi::publish
