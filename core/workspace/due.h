#pragma once

#include "base/result.h"
#include "render/snapshot.h"

#include <QDateTime>

namespace kakehashi::workspace {

/// A moment at which the public site should change by itself: a page or a banner whose time
/// begins or ends.
struct DueChange
{
    enum class Kind { Opens, Closes };

    Kind kind = Kind::Opens;
    QString title;
    QDateTime at; ///< UTC
};

/// What opens or closes in (`from`, `to`], oldest first. A static site shows none of it until it
/// is published again.
QList<DueChange> dueChanges(const render::SiteSnapshot &live, const QDateTime &from,
                            const QDateTime &to);

} // namespace kakehashi::workspace
