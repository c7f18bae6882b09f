#include "publish/rollback/newestknown.h"

#include "base/clock.h"
#include "publish/connection/localtrace.h"
#include "publish/rollback/keptstates.h"

#include <QCoreApplication>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::NewestKnown)
};

QString dayOf(const QDateTime &time)
{
    return time.toTimeZone(japanTime()).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString whatIsKnown(const KnownPublish &known)
{
    return known.at.isValid()
               ? Text::tr("publish %1 of %2").arg(known.generation).arg(dayOf(known.at))
               : Text::tr("publish %1").arg(known.generation);
}

} // namespace

KnownPublish knownFrom(const ManifestHead &head)
{
    return {head.generation, head.transaction, head.published};
}

KnownPublish newerOf(const KnownPublish &one, const KnownPublish &other)
{
    if (one.generation != other.generation)
        return one.generation > other.generation ? one : other;
    return one.transaction.isEmpty() ? other : one;
}

KnownPublish newestNoted(const QString &journalFolder, const Target &target)
{
    const LocalTrace trace(journalFolder, target);
    KnownPublish newest = newerOf(trace.newest(), {trace.generation(), {}, {}});
    const KeptStates kept(journalFolder, target);
    const QList<qint64> generations = kept.generations();
    const bool isKnownWhole = !newest.transaction.isEmpty();
    const qint64 last = generations.isEmpty() ? 0 : generations.first();
    if (last < newest.generation || (last == newest.generation && isKnownWhole) || last == 0)
        return newest;
    const auto manifest = kept.manifest(last);
    return manifest ? newerOf(newest, knownFrom(manifest->head)) : newest;
}

std::optional<QString> newerThere(const ManifestHead &live, const KnownPublish &ours)
{
    if (ours.isNone() || live.generation <= ours.generation)
        return std::nullopt;
    return Text::tr("The server holds publish %1, by %2 on %3 of %4, and this copy of the site "
                    "knows only %5. Going on would put older pages over newer ones, so what was "
                    "corrected or taken away since would be public again. Get the newer copy of "
                    "the site first, or go on if this one is to replace it.")
        .arg(QString::number(live.generation), live.author, live.machine, dayOf(live.published),
             whatIsKnown(ours));
}

QString tamperedList(qint64 generation)
{
    return Text::tr("The list of published files on the server is not the one that publish %1 from "
                    "this computer left there: somebody changed it on the server. Look at the "
                    "files on the server before you publish again.")
        .arg(generation);
}

QString noWitness()
{
    return Text::tr("Nothing on this computer knew of an earlier publish to this target (no "
                    "history, note or backup of the site, and no other target's list names one), "
                    "so it cannot be told whether the server went back to a former state. From now "
                    "on it can.");
}

std::optional<QString> wentBack(const ManifestHead &live, const KnownPublish &known)
{
    if (live.generation > known.generation || known.isNone())
        return std::nullopt;
    const QString cure =
        Text::tr("A backup was probably put back on the server, so what was corrected or taken "
                 "away since may be public again. Publish again; that puts the present site over "
                 "it.");
    if (live.generation == 0)
        return Text::tr("The server's list of what was published is gone, although %1 is known "
                        "here.")
                   .arg(whatIsKnown(known)) +
               u' ' + cure;
    if (live.generation < known.generation)
        return Text::tr("The server went back to publish %1, although %2 is known here.")
                   .arg(live.generation)
                   .arg(whatIsKnown(known)) +
               u' ' + cure;
    if (known.transaction.isEmpty() || known.transaction == live.transaction)
        return std::nullopt;
    return Text::tr("The server holds another publish %1 than the one that is known here, so it "
                    "went back before that and was published from elsewhere.")
               .arg(live.generation) +
           u' ' + cure;
}

} // namespace kakehashi::publish
