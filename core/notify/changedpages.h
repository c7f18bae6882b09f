#pragma once

#include "publish/plan.h"
#include "render/outputtree.h"

#include <QStringList>
#include <QUrl>

namespace kakehashi::notify {

/// Whether search engines may keep the page: it has no robots meta with "noindex". Looks at the
/// beginning only.
bool isIndexable(QByteArrayView html);

/// "/kenmin/" of "kenmin/index.html"; empty for what is no page with an address of its own.
QString addressOf(const QString &outputPath);

/// The addresses whose page is new, other or gone for a search engine once `plan` is published:
/// those that it may keep, or might before. Judged by the published bytes themselves, so that it
/// holds for former states and any theme. Reads the beginning of each changed page: a worker.
QStringList changedUrls(const publish::Plan &plan, const render::ByteSource &bytes,
                        const QUrl &root);

} // namespace kakehashi::notify
