#pragma once

#include "base/job.h"
#include "workspace/parts/stores.h"

namespace kakehashi::takeover {

struct ExportDone
{
    int pages = 0;
    int media = 0;
    QString folder;
};

/// Writes the whole site as other programs can take it over: a folder that Hugo reads.
///
///     content/**.md   the pages' working state, with front matter; HTML pages as .html
///     static/media/   the originals under the names that pages use
///     data/           what is no page: site.json, media.json, banners.json, series/*.json
///     hugo.toml       name, address and menus
///
/// Importing the folder gives the same site. Nothing in it is about a person: no accounts, authors,
/// servers or earlier revisions. AlreadyExists when the folder is there and not empty; it appears
/// whole or not at all.
Result<ExportDone> exportSite(const workspace::SiteStores &stores, const QString &folder,
                              const JobContext &context = {});

} // namespace kakehashi::takeover
