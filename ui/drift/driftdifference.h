#pragma once

#include "publish/publisher.h"
#include "render/outputtree.h"

#include <QByteArray>
#include <QHash>

namespace kakehashi::ui {

/// What differs in one file, as HTML for a QTextBrowser: the lines of text files as source, since
/// an intruder's script is not in the visible text; sizes, times and hashes of all.
QString driftDifference(const publish::Drift &drift, const QHash<QString, QByteArray> &found,
                        const render::ByteSource &objects);

} // namespace kakehashi::ui
