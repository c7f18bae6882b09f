#include "delivery.h"

#include "commands.h"
#include "output.h"
#include "secrets.h"

#include "delivery/source/publishingsite.h"
#include "publish/targetrepository.h"

#include <QCoreApplication>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Publish)
};

} // namespace

Result<publish::PublishParams> publishParams(workspace::Workspace &site, const QString &target,
                                             int passwordFd)
{
    const auto chosen = publish::TargetRepository(site.database()).byName(target);
    if (!chosen)
        return passOn(chosen);
    const auto publishing =
        delivery::publishingSite(site.site(), site.database(), site.folder(), {});
    if (!publishing)
        return passOn(publishing);
    auto access = accessFor(*chosen, passwordFd);
    if (!access)
        return passOn(access);
    const auto key = manifestKeyFor(publishing->id);
    if (!key)
        return passOn(key);
    auto params = publish::paramsFor(*publishing, *chosen, *access, *key);
    params.connectsAgain = [](const Error &lost) {
        Output::tell(Text::tr("The connection was lost; connecting again. (%1)").arg(lost.text));
    };
    return params;
}

Result<render::OutputTree> treeFor(workspace::Workspace &site, const publish::Target &target,
                                   const JobContext &job)
{
    const auto snapshot = site.snapshot({});
    if (!snapshot)
        return passOn(snapshot);
    const auto theme = site.theme();
    if (!theme)
        return passOn(theme);
    render::RenderOptions options = site.renderOptions();
    options.noindex = target.noindex;
    auto built = render::renderSite(**snapshot, **theme, options, site.objects(), job);
    if (!built)
        return passOn(built);
    return std::move(built->tree);
}

} // namespace kakehashi::cli
