#include "publish/connection/servertraits.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ServerTraits)
};

void note(Issues &notes, const char *rule, const QString &text)
{
    notes.append({Severity::Should, QString::fromLatin1(rule), text});
}

} // namespace

bool needsTrying(const RemoteFiles &files)
{
    const QString software = files.server().software;
    const Features can = files.features();
    const bool isWhole =
        software.startsWith(QLatin1String("OpenSSH_")) && can.replace && can.hardLink;
    return !software.isEmpty() && !isWhole;
}

Result<ServerTraits> tryServer(RemoteFiles &files, const QString &folder, const JobContext &context)
{
    constexpr qint64 longAgo = 1'000'000'000;
    // Another machine may be trying at the same moment.
    const QString trial =
        folder + QStringLiteral("/trial-%1-").arg(QRandomGenerator::global()->generate(), 0, 16);
    const QString from = trial + u'1';
    const QString taken = trial + u'2';
    const QString dated = trial + u'3';
    Batch writes;
    Batch removals;
    for (const QString &path : {from, taken, dated}) {
        writes.append(Operation::write(path, "trial", Operation::Create::Truncate));
        removals.append(Operation::remove(path));
    }
    if (auto written = runAll(files, writes, context); !written)
        return passOn(written);
    const auto tried =
        files.run({Operation::touch(dated, longAgo), Operation::move(from, taken)}, context);
    if (!tried)
        return passOn(tried);
    const auto looked = files.run({Operation::look(dated)}, context);
    if (!looked)
        return passOn(looked);
    if (auto removed = files.run(removals, context); !removed)
        return passOn(removed);
    ServerTraits traits;
    traits.renameOverwrites = tried->last().ok();
    traits.setsTime = looked->first().info.time == longAgo;
    return traits;
}

Issues serverNotes(const Features &features, bool foldsNames)
{
    Issues notes;
    if (!features.replace)
        note(notes, "publish-no-replace",
             Text::tr("This server cannot replace a file in one step; while a publish goes live, "
                      "a changed page may be missing for a moment."));
    if (!features.hardLink)
        note(notes, "publish-no-links",
             Text::tr("This server makes no hard links; old versions are copied or moved, which "
                      "takes longer."));
    if (!features.flush)
        note(notes, "publish-no-flush",
             Text::tr("This server cannot be told to write to its disk at once; a power cut "
                      "there may need a repair."));
    if (!features.setTime)
        note(notes, "publish-no-times",
             Text::tr("This server does not let the time of a file be set; the list of published "
                      "files holds the times that the server gives."));
    if (!features.moveKeeps && !features.hardLink)
        note(notes, "publish-may-overwrite",
             Text::tr("This server renames over files that are there. Before each new file is put "
                      "in place it is looked whether the place is free; a file that someone else "
                      "puts there in the same moment could be lost."));
    if (foldsNames)
        note(notes, "publish-folds-names",
             Text::tr("This server takes names that differ only in upper and lower case for the "
                      "same file."));
    return notes;
}

} // namespace kakehashi::publish
