#pragma once

#include <QDateTime>
#include <QString>

namespace kakehashi::publish {

/// A publish to a target that is known to have gone live, whatever it is known from.
struct KnownPublish
{
    qint64 generation = 0; ///< 0: none is known
    QString transaction;   ///< empty: not known
    QDateTime at;          ///< UTC; invalid: not known

    bool isNone() const { return generation == 0; }
    bool operator==(const KnownPublish &) const = default;
};

} // namespace kakehashi::publish
