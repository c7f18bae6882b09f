#pragma once

#include "render/site/siteindex.h"

#include <QStringList>

#include <string>

namespace kakehashi::render {

/// The lines of a .htaccess that say in which encoding text among the media is, where that is not
/// UTF-8: visitors get the files as staff gave them. `files`: the paths of the whole output.
std::string charsetRules(const SiteIndex &index, const QStringList &files);

} // namespace kakehashi::render
