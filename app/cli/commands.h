#pragma once

#include "output.h"

#include "workspace/workspace.h"

#include <QString>

#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace kakehashi::cli {

/// What every command is handed: where results go and where its exit code is left.
struct Context
{
    Output out;
    int exitCode = ExitDone;
};

// Each adds one noun with its verbs; main() is the list of them.
void addSiteCommands(CLI::App &app, Context &context);
void addKeyCommands(CLI::App &site, Context &context);        ///< verbs under `site`
void addThemeCommand(CLI::App &site, Context &context);       ///< verb under `site`
void addTargetKeyCommand(CLI::App &target, Context &context); ///< verbs under `target`
void addPageCommands(CLI::App &app, Context &context);
void addTermCommands(CLI::App &app, Context &context);
void addBuildCommands(CLI::App &app, Context &context);
void addCheckCommand(CLI::App &app, Context &context);
void addRuleCommand(CLI::App &app, Context &context);
void addTargetCommands(CLI::App &app, Context &context);
void addPublishCommands(CLI::App &app, Context &context);
void addImportCommands(CLI::App &app, Context &context);
void addIndexNowCommands(CLI::App &app, Context &context);
void addReportCommands(CLI::App &app, Context &context);
void addDemoCommand(CLI::App &app, Context &context);

inline QString text(const std::string &argument)
{
    return QString::fromStdString(argument);
}

/// Opens a site folder for one command.
Result<std::unique_ptr<workspace::Workspace>> openSite(const std::string &folder);

QJsonObject toJson(const Issue &issue);
QString toLine(const Issue &issue);

} // namespace kakehashi::cli
