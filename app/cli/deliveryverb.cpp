#include "deliveryverb.h"

#include "delivery.h"
#include "secrets.h"

#include "publish/connection/askingconnector.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::DeliveryVerb)
};

} // namespace

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

void addBreakLock(CLI::App *command, PublishOptions &options)
{
    command->add_option("--break-lock", options.lockOwner,
                        "Person or machine whose lock on the server may be broken, because that "
                        "publish is known not to run any more");
}

Result<void> mayBreakLock(const publish::HeldLock &held, const Error &locked,
                          const PublishOptions &options)
{
    const QString named = text(options.lockOwner);
    if (held.isNamedBy(named))
        return {};
    const QString known = publish::whatIsKnown(held);
    if (!named.isEmpty())
        return fail(ErrorCode::Refused,
                    known + u' ' +
                        Text::tr("It was not broken, because --break-lock names %1.").arg(named));
    Error told = locked;
    told.text +=
        u' ' + known + u' ' +
        Text::tr("If you know that this publish runs no more, --break-lock \"%1\" breaks its lock.")
            .arg(held.owner());
    return tl::unexpected<Error>(told);
}

} // namespace kakehashi::cli
