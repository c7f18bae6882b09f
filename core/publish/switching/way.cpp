#include "publish/switching/way.h"

#include "publish/switching/switchprobe.h"

#include <QCoreApplication>

namespace kakehashi::publish::switching {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Switching)
};

void ask(Plan &plan, const char *rule, const QString &text)
{
    plan.guards.append({Severity::Ask, QString::fromLatin1(rule), text});
}

} // namespace

Result<Way> wayOf(const Target &target, const RemoteState &state, const ManifestHead &base,
                  RemoteFiles &files, const JobContext &context)
{
    Way way;
    way.isWanted = target.switching == Target::Switching::ByLink;
    if (!way.isWanted)
        return way;
    way.linkText = state.linkText;
    way.problem = switchProblem(state.control.root, state.linkText, files.features());
    const QString software = files.server().software;
    const bool isKnown = software.isEmpty() || software.startsWith(QLatin1String("OpenSSH_"));
    if (way.problem.isEmpty() && !isKnown) {
        const auto tried = probeSwitch(files, state.control.root, context);
        if (!tried)
            return passOn(tried);
        way.problem = tried->problem;
    }
    way.switches = way.problem.isEmpty();
    way.isMoved = !base.release.isEmpty() && base.release != way.linkText;
    return way;
}

QString switchProblem(const QString &root, const QString &linkText, const Features &can)
{
    if (linkText.isEmpty())
        return Text::tr("%1 on the server is no symbolic link, so the site cannot be switched by "
                        "it. Ask the server's administrator to make the web server's folder a "
                        "link.")
            .arg(root);
    if (!can.replace || !can.hardLink)
        return Text::tr("This server cannot make hard links or cannot replace a link in one step, "
                        "so the site cannot be switched by it.");
    return {};
}

PlanOptions optionsFor(const Way &way, const render::OutputTree &tree, const PlanOptions &options)
{
    PlanOptions made = options;
    made.clearsTheWay = !way.switches;
    if (!way.isMoved)
        return made;
    for (const render::OutputFile &file : tree.files)
        made.recheck.insert(file.path);
    return made;
}

void note(const Way &way, const PlanOptions &options, Plan &plan)
{
    plan.switches = way.switches;
    plan.linkText = way.linkText;
    plan.again = way.switches ? options.again : 0;
    if (way.isWanted && !way.switches)
        ask(plan, guard::noSwitch,
            way.problem + u' ' +
                Text::tr("If you go on, this publish puts its files in place one after the "
                         "other."));
    if (way.isMoved)
        ask(plan, guard::linkMoved,
            Text::tr("Somebody pointed the link on the server to %1, which is not what was "
                     "published from here last. If you go on, the new version is made from what "
                     "lies there.")
                .arg(way.linkText));
}

} // namespace kakehashi::publish::switching
