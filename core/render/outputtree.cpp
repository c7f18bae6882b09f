#include "render/outputtree.h"

#include <algorithm>

namespace kakehashi::render {

const OutputFile *OutputTree::find(const QString &path) const
{
    const auto found = std::lower_bound(
        files.begin(), files.end(), path,
        [](const OutputFile &file, const QString &wanted) { return file.path < wanted; });
    return found != files.end() && found->path == path ? &*found : nullptr;
}

} // namespace kakehashi::render
