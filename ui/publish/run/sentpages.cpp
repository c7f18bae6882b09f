#include "ui/publish/run/sentpages.h"

#include "content/page/pagerepository.h"
#include "content/site/siterepository.h"
#include "publish/signature/paramsfor.h"
#include "ui/shell/session.h"

namespace kakehashi::ui {

Result<bool> settleSending(Session &session, const publish::Target &target,
                           const QList<publish::ManifestHead> &heads)
{
    workspace::Workspace &site = session.workspace();
    const auto settings = site.site().settings();
    if (!settings)
        return passOn(settings);
    return notify::settleSending({site.database(), site.pages(), site.objects(), *settings,
                                  publish::journalFolder(site.folder())},
                                 target, heads);
}

} // namespace kakehashi::ui
