#include "deliveryverb.h"

#include "delivery.h"
#include "secrets.h"

#include "publish/connection/askingconnector.h"

#include <CLI/CLI.hpp>

namespace kakehashi::cli {

Result<Delivery> openDelivery(const PublishOptions &options)
{
    Delivery delivery;
    auto site = openSite(options.site);
    if (!site)
        return passOn(site);
    delivery.site = std::move(*site);
    auto params = publishParams(*delivery.site, text(options.target), options.passwordFd);
    if (!params)
        return passOn(params);
    delivery.params = std::move(*params);
    delivery.params.approval = text(options.approval);
    delivery.publisher = std::make_unique<publish::Publisher>(
        delivery.params, publish::askingConnector(terminalAsker()));
    return delivery;
}

CLI::App *addVerb(CLI::App &parent, const char *name, const char *what, PublishOptions &options)
{
    auto *verb = parent.add_subcommand(name, what);
    verb->add_option("SITE", options.site, "Site folder")->required();
    verb->add_option("--target", options.target, "Name of the target")->required();
    verb->add_option("--password-fd", options.passwordFd, "File descriptor with the password");
    return verb;
}

} // namespace kakehashi::cli
