#pragma once

#include "base/issue.h"
#include "base/job.h"
#include "content/markdownfolder.h"

namespace kakehashi::workspace {

class Workspace;

struct ImportOptions
{
    QString author;
    QString note;
    bool approve = false; ///< the pages are public with the next publish
};

/// What became of the files of a folder.
struct ImportReport
{
    int created = 0;
    int changed = 0;   ///< the path was there: a new revision of that page
    int unchanged = 0; ///< … and said the same already
    Issues issues;     ///< files left out, pictures not found
};

/// Puts Markdown files into the site, all in one transaction. `picture` names a file that the
/// site's media hold already.
Result<ImportReport> importPages(Workspace &workspace, const content::MarkdownFolder &folder,
                                 const ImportOptions &options, const JobContext &context = {});

} // namespace kakehashi::workspace
