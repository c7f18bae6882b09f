#pragma once

#include "render/snapshot.h"

#include <QSet>
#include <QString>

namespace kakehashi::ui {

/// The pages whose title, path, summary or body hold every word of `query`; width of letters, case
/// and compatibility forms do not matter. Pure: any thread.
QSet<Ulid> searchPages(const render::SiteSnapshot &snapshot, const QString &query);

/// The folded words of a query.
QStringList searchWords(const QString &query);

} // namespace kakehashi::ui
