#include "publish/switching/otherway.h"

#include "publish/switching/releases.h"

#include <QCoreApplication>
#include <QDir>

namespace kakehashi::publish::switching {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Switching)
};

constexpr qint64 largestManifest = 256 * 1024 * 1024;

Result<QByteArray> readList(PublishSession &session, const QString &controlFolder, qint64 most,
                            const JobContext &context)
{
    const Result<Connection *> open = session.connection(context);
    if (!open)
        return passOn(open);
    const QString list = ControlFolder::join(controlFolder, QStringLiteral("manifest"));
    const auto read = (*open)->files().run({Operation::read(list, most)}, context);
    if (!read)
        return passOn(read);
    return read->first().bytes;
}

} // namespace

Result<Manifest> formerList(PublishSession &session, const RemoteState &state,
                            const JobContext &context)
{
    if (state.linkText.isEmpty() || !state.manifestStart.isEmpty())
        return Manifest();
    const QString folder = folderOf(state.control, state.linkText);
    const auto bytes = readList(session, ControlFolder::beside(folder), largestManifest, context);
    if (!bytes)
        return passOn(bytes);
    const PublishParams &params = session.params();
    const Signature signature = signatureOf(*bytes, params);
    const auto list = Manifest::fromBytes(*bytes, readingKey(signature, params));
    const bool isOurs = list && list->head.site == params.siteId && list->head.release.isEmpty();
    const bool isSure = signature != Signature::Stripped && signature != Signature::Unchecked;
    return isOurs && isSure ? *list : Manifest();
}

Result<void> refuseIfSwitched(PublishSession &session, const RemoteState &state,
                              const JobContext &context)
{
    const Target &target = session.params().target;
    const QString given = QDir::cleanPath(target.path);
    const bool mayBe = target.switching == Target::Switching::InPlace &&
                       given != state.control.root && given.startsWith(u'/') &&
                       isRelease(state.control.root.section(u'/', -2));
    if (!mayBe)
        return {};
    const auto start = readList(session, ControlFolder::beside(given), headBytes, context);
    if (!start)
        return passOn(start);
    if (start->isEmpty())
        return {};
    return fail(ErrorCode::Refused,
                Text::tr("%1 is switched by a link: publishing points it to a new folder each "
                         "time. Choose that for this target as well, in its settings or by "
                         "`kakehashi-cli target edit --switching link`.")
                    .arg(target.path));
}

} // namespace kakehashi::publish::switching
