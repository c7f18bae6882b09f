#pragma once

#include "commands.h"

#include "publish/publisher.h"

#include <memory>
#include <string>
#include <vector>

namespace kakehashi::cli {

/// What the verbs that talk to a target are given.
struct PublishOptions
{
    std::string site;
    std::string target;
    std::vector<std::string> confirmed;
    std::vector<std::string> accepted;
    std::vector<std::string> kept;     ///< of files in the way: theirs stays
    std::vector<std::string> replaced; ///< of files in the way: ours goes there
    bool setAside = false;             ///< of `resume`: a record that cannot be believed
    bool adopt = false;                ///< ours goes there for all that are not named
    std::string evidence;
    std::string approval;
    std::string lockOwner; ///< whose lock may be broken
    bool dryRun = false;
    bool yes = false;
    bool due = false;
    bool content = false;
    bool repair = false;
    qint64 generation = 0;
    int passwordFd = -1;
};

/// One open site and its connection, shared by every verb.
struct Delivery
{
    std::unique_ptr<workspace::Workspace> site;
    publish::PublishParams params;
    std::unique_ptr<publish::Publisher> publisher;
};

Result<Delivery> openDelivery(const PublishOptions &options);

/// A verb with SITE, --target and --password-fd.
CLI::App *addVerb(CLI::App &parent, const char *name, const char *what, PublishOptions &options);

/// --break-lock OWNER.
void addBreakLock(CLI::App *command, PublishOptions &options);
/// Whether the person or script named the lock's owner; else why not, with what is known of them
/// and how to go on.
Result<void> mayBreakLock(const publish::HeldLock &held, const Error &locked,
                          const PublishOptions &options);

/// `verify`, under `publish` and on its own.
void addVerify(CLI::App &parent, const std::shared_ptr<PublishOptions> &options, Context &context);

} // namespace kakehashi::cli
