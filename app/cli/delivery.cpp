#include "delivery.h"

#include "commands.h"
#include "secrets.h"

#include "base/account.h"
#include "content/siterepository.h"
#include "publish/targetrepository.h"

#include <QDir>
#include <QSysInfo>

namespace kakehashi::cli {

Result<publish::PublishParams> publishParams(workspace::Workspace &site, const QString &target,
                                             int passwordFd)
{
    const auto chosen = publish::TargetRepository(site.database()).byName(target);
    if (!chosen)
        return passOn(chosen);
    const auto settings = site.site().settings();
    if (!settings)
        return passOn(settings);
    auto access = accessFor(*chosen, passwordFd);
    if (!access)
        return passOn(access);
    publish::PublishParams params;
    params.target = *chosen;
    params.access = std::move(*access);
    params.siteId = settings->id.toString();
    params.author = accountName();
    params.machine = QSysInfo::machineHostName();
    params.journalFolder = QDir(site.folder()).filePath(QStringLiteral("publish"));
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
