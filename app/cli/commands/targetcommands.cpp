#include "commands.h"
#include "delivery.h"
#include "secrets.h"

#include "base/someof.h"
#include "publish/connection/askingconnector.h"
#include "publish/publisher.h"
#include "publish/targetrepository.h"
#include "publish/visitorpassword.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace kakehashi::cli {
namespace {

using publish::Target;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Target)
};

struct TargetOptions
{
    std::string site;
    std::string name;
    std::string host;
    int port = 22;
    std::string user;
    std::string path;
    std::string local;
    std::string key;
    std::string hostKey;
    std::string url;
    std::string visitorName;
    std::string visitorPasswordVariable;
    std::string switching;
    bool agent = false;
    bool askPassword = false;
    bool noindex = false;
    int passwordFd = -1;
};

QString kindText(const Target &target)
{
    return publish::toStored(target.kind);
}

QJsonObject toJson(const Target &target)
{
    return {{QStringLiteral("id"), target.id.toString()},
            {QStringLiteral("name"), target.name},
            {QStringLiteral("kind"), kindText(target)},
            {QStringLiteral("place"), target.place()},
            {QStringLiteral("url"), target.url},
            {QStringLiteral("hostKey"), target.hostKey},
            {QStringLiteral("noindex"), target.noindex},
            {QStringLiteral("switching"), publish::toStored(target.switching)}};
}

/// The password itself never stands on a command line, where every process can read it.
Result<void> closeToOthers(const TargetOptions &options, Target &target)
{
    if (options.visitorName.empty() && options.visitorPasswordVariable.empty())
        return {};
    const QString password = qEnvironmentVariable(options.visitorPasswordVariable.c_str());
    if (options.visitorName.empty() || password.isEmpty())
        return fail(ErrorCode::Invalid,
                    Text::tr("A password for visitors needs a name (--visitor-name) and the name "
                             "of an environment variable that holds the password "
                             "(--visitor-password-env)."));
    target.visitorUser = text(options.visitorName);
    target.visitorHash = publish::visitorHash(password);
    return {};
}

Target fromOptions(const TargetOptions &options)
{
    Target target;
    target.name = text(options.name);
    target.url = text(options.url);
    target.noindex = options.noindex;
    target.switching = publish::switchingFromStored(text(options.switching));
    if (!options.local.empty()) {
        target.kind = Target::Kind::Local;
        target.path = QDir::current().absoluteFilePath(text(options.local));
        return target;
    }
    target.host = text(options.host);
    target.port = options.port;
    target.user = text(options.user);
    target.path = text(options.path);
    target.hostKey = text(options.hostKey);
    target.auth = Target::Auth::Agent;
    if (!options.key.empty()) {
        target.auth = Target::Auth::KeyFile;
        target.keyFile = QDir::current().absoluteFilePath(text(options.key));
    } else if (options.askPassword) {
        target.auth = Target::Auth::Password;
    }
    return target;
}

/// Empty when there is nothing to ask for: scripts give the password in the environment.
Result<QString> typedPassword(const TargetOptions &options, const Target &target)
{
    if (!options.askPassword || !qEnvironmentVariableIsEmpty("KAKEHASHI_PASSWORD"))
        return QString();
    return askPassword(
        Text::tr("Password of %1 at %2 (goes to the keychain): ").arg(target.user, target.host));
}

int addTarget(const TargetOptions &options, const Output &out)
{
    auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    Target target = fromOptions(options);
    if (const auto closed = closeToOthers(options, target); !closed)
        return out.failed(closed.error());
    // Asked for first: where nobody can answer, no half-made target is left behind.
    const auto password = typedPassword(options, target);
    if (!password)
        return out.failed(password.error());
    publish::TargetRepository targets((*site)->database());
    const auto id = targets.save(target);
    if (!id)
        return out.failed(id.error());
    target.id = *id;
    if (!password->isEmpty()) {
        if (auto stored = storePassword(target, *password); !stored)
            return out.failed(stored.error());
    }
    return out.done(
        toJson(target),
        {Text::tr("%1: %2. Try it with: target probe").arg(target.name, target.place())});
}

int listTargets(const TargetOptions &options, const Output &out)
{
    auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    const auto targets = publish::TargetRepository((*site)->database()).all();
    if (!targets)
        return out.failed(targets.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const Target &target : *targets) {
        array.append(toJson(target));
        rows.append({target.name, kindText(target), target.place(), target.url});
    }
    return out.done(
        {{QStringLiteral("targets"), array}},
        table({Text::tr("Name"), Text::tr("Kind"), Text::tr("Place"), Text::tr("URL")}, rows));
}

QString yesNo(bool value)
{
    return value ? Text::tr("yes") : Text::tr("no");
}

QString switchText(const publish::Probe &probe)
{
    if (probe.canSwitch())
        return Text::tr("possible; all pages change at once with --switching link");
    return probe.linkText.isEmpty() ? Text::tr("no, the folder is no link") : probe.switchProblem;
}

int showProbe(const publish::Probe &probe, const Output &out)
{
    QJsonArray notes;
    QStringList lines = table({Text::tr("What"), Text::tr("Found")},
                              {{Text::tr("Server"), probe.server},
                               {Text::tr("Host key"), probe.hostKey},
                               {Text::tr("Folder"), probe.root},
                               {Text::tr("Is there"), yesNo(probe.exists)},
                               {Text::tr("May be written"), yesNo(probe.writable)},
                               {Text::tr("Holds this site"), yesNo(probe.ours)},
                               {Text::tr("Generation"), QString::number(probe.generation)},
                               {Text::tr("Round trip"), Text::tr("%1 ms").arg(probe.roundTripMs)},
                               {Text::tr("Switched by a link"), switchText(probe)},
                               {Text::tr("Files of others"), someOf(probe.foreignFiles, 20)}});
    for (const Issue &note : probe.notes) {
        notes.append(cli::toJson(note));
        lines.append(note.text);
    }
    return out.done(
        {{QStringLiteral("server"), probe.server},
         {QStringLiteral("hostKey"), probe.hostKey},
         {QStringLiteral("root"), probe.root},
         {QStringLiteral("exists"), probe.exists},
         {QStringLiteral("writable"), probe.writable},
         {QStringLiteral("empty"), probe.empty},
         {QStringLiteral("ours"), probe.ours},
         {QStringLiteral("unfinished"), probe.unfinished},
         {QStringLiteral("generation"), probe.generation},
         {QStringLiteral("freeBytes"), probe.freeBytes},
         {QStringLiteral("roundTripMs"), probe.roundTripMs},
         {QStringLiteral("link"), probe.linkText},
         {QStringLiteral("canSwitch"), probe.canSwitch()},
         {QStringLiteral("switchProblem"), probe.switchProblem},
         {QStringLiteral("foreignFiles"), QJsonArray::fromStringList(probe.foreignFiles)},
         {QStringLiteral("notes"), notes}},
        lines);
}

int probeTarget(const TargetOptions &options, const Output &out)
{
    auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    auto params = publishParams(**site, text(options.name), options.passwordFd);
    if (!params)
        return out.failed(params.error());
    publish::Publisher publisher(std::move(*params), publish::askingConnector(terminalAsker()));
    const auto probe = publisher.probe(out.job());
    return probe ? showProbe(*probe, out) : out.failed(probe.error());
}

/// What can be changed without connecting anew; a script sets the rest up again.
int editTarget(const TargetOptions &options, const Output &out)
{
    auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    publish::TargetRepository targets((*site)->database());
    auto target = targets.byName(text(options.name));
    if (!target)
        return out.failed(target.error());
    target->switching = publish::switchingFromStored(text(options.switching));
    if (const auto saved = targets.save(*target); !saved)
        return out.failed(saved.error());
    const bool byLink = target->switching == Target::Switching::ByLink;
    return out.done(toJson(*target),
                    {byLink ? Text::tr("%1: each publish points the link to a new folder, and all "
                                       "pages change at once.")
                                  .arg(target->name)
                            : Text::tr("%1: files are put in place.").arg(target->name)});
}

CLI::Option *addSwitching(CLI::App *command, TargetOptions &options)
{
    return command
        ->add_option("--switching", options.switching,
                     "How the site is switched: files (put in place, the default) or link (where "
                     "the document root is a symbolic link: all pages at once)")
        ->check(CLI::IsMember({"files", "link"}));
}

void addConnectionOptions(CLI::App *command, TargetOptions &options)
{
    command->add_option("--host", options.host, "Server name or address");
    command->add_option("--port", options.port, "SSH port")->check(CLI::Range(1, 65535));
    command->add_option("--user", options.user, "User on the server");
    command->add_option("--path", options.path, "Document root on the server");
    command->add_option("--local", options.local, "A folder of this machine instead of a server");
    auto *key = command->add_option("--key", options.key, "Private key file");
    auto *agent = command->add_flag("--agent", options.agent, "Use the running ssh-agent");
    auto *ask = command->add_flag("--ask-password", options.askPassword,
                                  "Ask for the password and keep it in the keychain");
    key->excludes(agent)->excludes(ask);
    agent->excludes(ask);
    command->add_option("--host-key", options.hostKey, "Fingerprint of the server, SHA256:…");
    addSwitching(command, options);
    command->add_option("--url", options.url, "Where visitors find the site");
    command->add_flag("--noindex", options.noindex, "Staging: keep search engines out");
    command
        ->add_option("--visitor-name", options.visitorName,
                     "Staging: the name that visitors have to give")
        ->needs("--noindex");
    command->add_option("--visitor-password-env", options.visitorPasswordVariable,
                        "Name of the environment variable with the visitors' password");
}

} // namespace

void addTargetCommands(CLI::App &app, Context &context)
{
    auto *target = app.add_subcommand("target", "Servers and folders to publish to");
    target->require_subcommand(1);
    auto options = std::make_shared<TargetOptions>();

    auto *add = target->add_subcommand("add", "Add a target");
    add->add_option("SITE", options->site, "Site folder")->required();
    add->add_option("NAME", options->name, "Name of the target, e.g. production")->required();
    addConnectionOptions(add, *options);
    add->callback([options, &context] { context.exitCode = addTarget(*options, context.out); });

    auto *edit = target->add_subcommand("edit", "Change how a target is published to");
    edit->add_option("SITE", options->site, "Site folder")->required();
    edit->add_option("NAME", options->name, "Name of the target")->required();
    addSwitching(edit, *options)->required();
    edit->callback([options, &context] { context.exitCode = editTarget(*options, context.out); });

    addTargetKeyCommand(*target, context);
    auto *list = target->add_subcommand("list", "List the targets");
    list->add_option("SITE", options->site, "Site folder")->required();
    list->callback([options, &context] { context.exitCode = listTargets(*options, context.out); });

    auto *probe = target->add_subcommand("probe", "Connect and say what is there");
    probe->add_option("SITE", options->site, "Site folder")->required();
    probe->add_option("NAME", options->name, "Name of the target")->required();
    probe->add_option("--password-fd", options->passwordFd, "File descriptor with the password");
    probe->callback([options, &context] { context.exitCode = probeTarget(*options, context.out); });
}

} // namespace kakehashi::cli
