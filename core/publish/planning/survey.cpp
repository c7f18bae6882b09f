#include "publish/planning/survey.h"

#include "publish/planning/planner.h"
#include "publish/planning/spelling.h"

#include <QCoreApplication>
#include <QSet>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Survey)
};

QSet<QString> topNames(const RemoteState &state)
{
    QSet<QString> names;
    for (const FolderEntry &entry : state.topLevel)
        names.insert(spelling::folded(entry.name));
    return names;
}

/// What lies in a folder of ours that somebody shut can be looked at again once that is put right;
/// the look after the publish does. Parents come before what is in them.
bool isShutAway(const PlanInput &input, const QString &path, const Outcome &looked)
{
    if (looked.status != Outcome::Status::Denied)
        return false;
    for (const QString &folder : foldersAbove(path)) {
        if (input.base.folders.contains(folder) && !input.found.value(folder).isForVisitors())
            return true;
    }
    return false;
}

Result<void> lookAt(const SurveyParams &params, PlanInput &input)
{
    const QStringList paths = watched(params.tree, params.base, params.options);
    if (paths.isEmpty())
        return {};
    Batch looks;
    QStringList unsure;
    const QSet<QString> top = topNames(params.state);
    for (const QString &path : paths) {
        if (params.state.listed && !top.contains(spelling::folded(path.section(u'/', 0, 0)))) {
            input.found.insert(path, {});
            continue;
        }
        if (const auto seen = params.state.seen.constFind(path); seen != params.state.seen.cend()) {
            input.found.insert(path, *seen);
            continue;
        }
        unsure.append(path);
        looks.append(Operation::look(params.state.control.published(path)));
    }
    const auto looked = params.connection.files().run(looks, params.context);
    if (!looked)
        return passOn(looked);
    for (qsizetype i = 0; i < unsure.size(); ++i) {
        if (looked->at(i).ok())
            input.found.insert(unsure.at(i), looked->at(i).info);
        else if (!isShutAway(input, unsure.at(i), looked->at(i)))
            return outcomeError(looks.at(i), looked->at(i));
    }
    return {};
}

/// Reads what could be ours already: after a lost manifest, or a site uploaded by other means.
Result<void> compareBytes(const SurveyParams &params, PlanInput &input)
{
    constexpr qint64 batchBytes = 8'000'000;
    const QStringList paths = adoptable(input);
    ProgressMeter meter(params.context, Text::tr("Comparing"), paths.size());
    for (qsizetype at = 0; at < paths.size();) {
        Batch reads;
        QList<Sha256> wanted;
        qint64 bytes = 0;
        const qsizetype begin = at;
        while (at < paths.size() && (reads.isEmpty() || bytes < batchBytes)) {
            const render::OutputFile *file = params.tree.find(paths.at(at++));
            reads.append(
                Operation::read(params.state.control.published(file->path), file->size + 1));
            wanted.append(file->hash);
            bytes += file->size;
        }
        const auto read = params.connection.files().run(reads, params.context);
        if (!read)
            return passOn(read);
        for (qsizetype i = 0; i < reads.size(); ++i) {
            if (read->at(i).ok() && Sha256::of(read->at(i).bytes) == wanted.at(i))
                input.sameBytes.insert(paths.at(begin + i));
        }
        meter.advance(reads.size(), bytes);
    }
    return {};
}

} // namespace

Result<Plan> surveyAndPlan(const SurveyParams &params)
{
    PlanInput input{params.tree, params.base, params.generation,     params.options,
                    {},          {},          params.state.root.mode};
    if (auto looked = lookAt(params, input); !looked)
        return passOn(looked);
    if (auto compared = compareBytes(params, input); !compared)
        return passOn(compared);
    return makePlan(input);
}

QString suspicionAbout(const QString &root, const QString &loginFolder)
{
    if (root == QLatin1String("/"))
        return Text::tr("The target is the root of the whole server (/), not a site's folder.");
    if (root == loginFolder)
        return Text::tr("The target is the account's login folder (%1), not a site's folder in it.")
            .arg(root);
    static const QStringList systemFolders{
        QStringLiteral("/bin"),    QStringLiteral("/boot"), QStringLiteral("/dev"),
        QStringLiteral("/etc"),    QStringLiteral("/home"), QStringLiteral("/lib"),
        QStringLiteral("/opt"),    QStringLiteral("/proc"), QStringLiteral("/root"),
        QStringLiteral("/sbin"),   QStringLiteral("/srv"),  QStringLiteral("/sys"),
        QStringLiteral("/tmp"),    QStringLiteral("/usr"),  QStringLiteral("/var"),
        QStringLiteral("/var/www")};
    if (systemFolders.contains(root))
        return Text::tr("The target (%1) is a folder of the server's system, not a site's.")
            .arg(root);
    return {};
}

} // namespace kakehashi::publish
