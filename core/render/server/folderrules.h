#pragma once

#include <QStringList>

#include <string>

namespace kakehashi::render {

/// Lines for mod_rewrite that say what visitors get at the addresses of folders, whatever the
/// server's DirectoryIndex and Options are, which an .htaccess may not always set. `files`: every
/// path of the output. A folder with a page shows that, also where somebody else's index.php lies
/// beside it; one of ours without a page has no list of files. Folders of others stay as they are.
std::string folderRules(const QStringList &files);

} // namespace kakehashi::render
