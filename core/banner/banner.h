#pragma once

#include "base/ulid.h"

#include <QDateTime>
#include <QString>

namespace kakehashi::banner {

/// A picture that leads somewhere, shown in a place for a time.
struct Banner
{
    Ulid id;
    QString title;     ///< the picture's alternative text
    QString target;    ///< path or absolute URL
    Ulid picture;      ///< MediaAsset
    QString placement; ///< "home", "side" or "footer"
    QDateTime opens = {};
    QDateTime closes = {};
    int position = 0;
    bool enabled = true;

    bool isShownAt(const QDateTime &time) const
    {
        return enabled && (!opens.isValid() || opens <= time) &&
               (!closes.isValid() || time < closes);
    }
    bool operator==(const Banner &) const = default;
};

} // namespace kakehashi::banner
