#include "publish/rollback/witness.h"

#include "base/file.h"
#include "publish/connection/localtrace.h"
#include "publish/transaction/controlfolder.h"

#include <QDir>
#include <QFile>

namespace kakehashi::publish::witness {
namespace {

/// Accounts of one server see one folder there, unless the path is counted from their own.
bool isSamePlace(const Target &one, const Target &other)
{
    const QString path = QDir::cleanPath(one.path);
    if (one.kind != other.kind || path != QDir::cleanPath(other.path))
        return false;
    if (one.kind == Target::Kind::Local)
        return true;
    const bool isSameServer =
        one.port == other.port && one.host.compare(other.host, Qt::CaseInsensitive) == 0;
    return isSameServer && (path.startsWith(u'/') || one.user == other.user);
}

QByteArray startOf(const QString &file)
{
    QFile manifest(file);
    return manifest.open(QIODevice::ReadOnly) ? manifest.read(headBytes) : QByteArray();
}

/// The manifests of `other` that can be read without connecting.
QList<QByteArray> manifestsOf(const Scene &scene, const Target &other)
{
    QList<QByteArray> starts{LocalTrace(scene.journalFolder, other).lastManifestStart()};
    if (other.kind == Target::Kind::Local) {
        const QString root = QDir::cleanPath(other.path);
        const ControlFolder beside{root, ControlFolder::beside(root)};
        starts.append(startOf(beside.manifest()));
    }
    return starts;
}

/// What a list says that somebody vouches for; a list can be put there by whoever can write there.
KnownPublish toldBy(const QByteArray &start, const Scene &scene, const Target &target)
{
    if (start.isEmpty() || (!scene.key.isEmpty() && !isSignedManifest(start)))
        return {};
    const auto head = manifestHead(start, scene.key);
    return head ? head->others.value(target.id.toString()) : KnownPublish();
}

KnownPublish ownNewest(const Scene &scene, const Target &target)
{
    return newerOf(scene.known.value(target.id), newestNoted(scene.journalFolder, target));
}

} // namespace

KnownPublish newestOf(const Scene &scene, const Target &target)
{
    KnownPublish newest = scene.known.value(target.id);
    for (const Target &other : scene.targets) {
        if (other.id == target.id)
            continue;
        if (isSamePlace(other, target))
            newest = newerOf(newest, ownNewest(scene, other));
        for (const QByteArray &start : manifestsOf(scene, other))
            newest = newerOf(newest, toldBy(start, scene, target));
    }
    return newest;
}

KnownPublish historyOf(const Scene &scene, const Target &target)
{
    KnownPublish newest = scene.known.value(target.id);
    for (const Target &other : scene.targets) {
        if (other.id != target.id && isSamePlace(other, target))
            newest = newerOf(newest, scene.known.value(other.id));
    }
    return newest;
}

bool isUnknown(const PublishParams &params)
{
    return newerOf(params.known, newestNoted(params.journalFolder, params.target)).isNone();
}

KnownPublish askServers(const PublishParams &params, const QList<PublishParams> &others,
                        const JobContext &context)
{
    KnownPublish newest;
    const QString target = params.target.id.toString();
    for (const PublishParams &other : others) {
        const auto standing = Publisher(other).standing(context);
        const bool isBelieved =
            standing && standing->problem().isEmpty() &&
            (standing->signature == Signature::Valid || standing->signature == Signature::Unsigned);
        if (isBelieved && standing->live.site == params.siteId)
            newest = newerOf(newest, standing->live.others.value(target));
    }
    if (!newest.isNone())
        LocalTrace(params.journalFolder, params.target).saw(newest);
    return newest;
}

QMap<QString, KnownPublish> othersThan(const Scene &scene, const Target &target)
{
    QMap<QString, KnownPublish> others;
    for (const Target &other : scene.targets) {
        const KnownPublish newest = ownNewest(scene, other);
        if (other.id != target.id && !newest.isNone())
            others.insert(other.id.toString(), newest);
    }
    return others;
}

} // namespace kakehashi::publish::witness
