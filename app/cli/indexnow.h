#pragma once

#include "commands.h"

#include "notify/searchengines.h"

namespace kakehashi::cli {

/// After a publish: what search engines were told, in words and for machines; both empty when it
/// does not concern them. Whatever goes wrong is told, never a failure.
struct ToldEngines
{
    QStringList lines = {};
    QJsonObject json = {};
};
ToldEngines tellOfPublish(workspace::Workspace &site, const publish::Target &target,
                          const Output &out);

QJsonObject toJson(const notify::Notice &notice, const content::SiteSettings &site);

} // namespace kakehashi::cli
