#pragma once

#include "publish/manifest.h"
#include "render/outputtree.h"

#include <QHash>

/// Servers that do not tell names apart as we do: some keep accents as marks of their own (NFD,
/// macOS), some take upper and lower case for the same.
namespace kakehashi::publish::spelling {

/// Names that such a server may take for the same become the same.
QString folded(const QString &path);

/// What two spellings of one name have in common there.
QString comparable(const QString &path, bool foldsNames);

/// On a server that folds names: what was published under another spelling of a path of the tree is
/// that file, and must not be removed as an old one.
void adopt(Manifest &base, const render::OutputTree &tree);

/// Names from listings become the manifest's own where they can only mean the same file.
void recognise(QHash<QString, FileInfo> &found, const Manifest &manifest, bool foldsNames);

} // namespace kakehashi::publish::spelling
