#pragma once

#include "base/issue.h"
#include "base/job.h"
#include "content/markdown/markdownfolder.h"

namespace kakehashi::workspace {

struct SiteStores;

struct ImportOptions
{
    QString author;
    QString note;
    bool approve = false; ///< the pages are public with the next publish; drafts stay drafts
    /// A page that the site has already gets a new revision; otherwise it stays as it is, unless
    /// nobody has written anything into it yet.
    bool update = false;
};

/// What became of the files of a folder.
struct ImportReport
{
    int created = 0;
    int changed = 0;   ///< the path was there: a new revision of that page
    int unchanged = 0; ///< … and said the same already
    int kept = 0;      ///< … and stayed as it is, for want of `update`
    Issues issues;     ///< files left out, pictures not found
};

/// Whether nobody has written anything into the page yet, as into the home page of a new site.
Result<bool> isBlank(const SiteStores &stores, const content::Page &page);

/// Puts Markdown files into the site, all in one transaction. `picture` names a file that the
/// site's media hold already.
Result<ImportReport> importPages(const SiteStores &stores, const content::MarkdownFolder &folder,
                                 const ImportOptions &options, const JobContext &context = {});

} // namespace kakehashi::workspace
