#pragma once

#include "base/issue.h"
#include "content/markdown/frontmatter.h"

namespace kakehashi::content {

struct MarkdownFolder
{
    QList<MarkdownFile> files; ///< each with a path and a kind; sorted by path
    Issues issues;             ///< files that could not be read, each with its place
};

/// Every *.md under the folder (which may be a Qt resource). A file without `path` gets one from
/// where it lies: "award/index.md" and "award.md" → "/award/", "index.md" → "/". A file without
/// `kind` is a "page". A bad file is an Issue and left out; fails only when the folder is missing.
Result<MarkdownFolder> readMarkdownFolder(const QString &folder);

} // namespace kakehashi::content
