#pragma once

#include "render/outputtree.h"

#include <QString>

/// Why a plan holds a file, in sentences for people.
namespace kakehashi::publish::reason {

QString added(const render::Origin &origin);
QString changed(const render::Origin &origin);
QString missing(const render::Origin &origin);
QString gone(const render::Origin &origin);
QString putRight(const render::Origin &origin);
QString removed();
QString outdated();
QString adopted();
QString notOurs();
QString changedByOthers();
QString parentInTheWay(const QString &folder);
QString keptTheirs();
QString keptAndChanged(); ///< since
QString tookOurs();
QString clearsTheWay(); ///< what is no folder where a folder of ours belongs

} // namespace kakehashi::publish::reason
