#include "ui/remote/publishingsite.h"

#include "content/site/siterepository.h"
#include "publish/historyrepository.h"
#include "ui/shell/session.h"
#include "ui/shell/text/person.h"

namespace kakehashi::ui {

Result<publish::PublishingSite> publishingSite(Session &session)
{
    const auto settings = session.workspace().site().settings();
    if (!settings)
        return passOn(settings);
    const auto known = publish::HistoryRepository(session.workspace().database()).newest();
    if (!known)
        return passOn(known);
    return publish::PublishingSite{settings->id.toString(), session.workspace().folder(),
                                   personName(), *known};
}

} // namespace kakehashi::ui
