#pragma once

#include "workspace/pageimport.h"

namespace kakehashi::takeover {

/// Takes a folder of Markdown files with front matter (content/frontmatter.h) into the site:
/// first the media files beside them, then the pages, as drafts unless `options.approve`. Links
/// and pictures that point to such a file by a relative path then name it as media.
Result<workspace::ImportReport> importMarkdown(workspace::Workspace &workspace,
                                               const QString &folder,
                                               const workspace::ImportOptions &options,
                                               const JobContext &context = {});

} // namespace kakehashi::takeover
