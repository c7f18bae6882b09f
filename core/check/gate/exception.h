#pragma once

#include "base/ulid.h"

#include <QDateTime>
#include <QString>

namespace kakehashi::check {

/// Somebody's decision that one must may stand on one page, with the reason. It holds as long as
/// the text at that place says what it said then (wherever in the page it moves to); a place that
/// was rewritten has to be judged anew. Kept for good: it is evidence, and what nobody has mended
/// yet is what the yearly report must name.
struct Exception
{
    Ulid id;
    QString rule;
    Ulid page;        ///< null: the site as a whole or its theme
    QString evidence; ///< Finding::evidence when it was decided
    QString found;    ///< what the check said then
    QString reason;
    QString author;
    QDateTime at;        ///< UTC
    QDateTime revokedAt; ///< UTC; invalid: it holds
    QString revokedBy = {};

    bool isRevoked() const { return revokedAt.isValid(); }
};

} // namespace kakehashi::check
