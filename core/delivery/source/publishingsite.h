#pragma once

#include "publish/signature/paramsfor.h"

namespace kakehashi::content {
class SiteRepository;
}
namespace kakehashi::store {
class Database;
}

namespace kakehashi::delivery {

/// The site in `folder` with all that is known here of its publishes: from its history and, where a
/// database was put back or lost its history, from the newest backup. `person` empty: the account.
Result<publish::PublishingSite> publishingSite(content::SiteRepository &site,
                                               store::Database &database, const QString &folder,
                                               const QString &person);

} // namespace kakehashi::delivery
