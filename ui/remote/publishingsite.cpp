#include "ui/remote/publishingsite.h"

#include "delivery/source/publishingsite.h"
#include "ui/shell/session.h"
#include "ui/shell/text/person.h"

namespace kakehashi::ui {

Result<publish::PublishingSite> publishingSite(Session &session)
{
    workspace::Workspace &site = session.workspace();
    return delivery::publishingSite(site.site(), site.database(), site.folder(), personName());
}

} // namespace kakehashi::ui
