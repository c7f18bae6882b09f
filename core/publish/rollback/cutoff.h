#pragma once

#include "publish/target.h"

#include <QDateTime>

#include <optional>

namespace kakehashi::publish {

/// A publish of this machine that never came to its end: the program was killed or the line broke.
struct CutOff
{
    QString transaction;
    QDateTime begun; ///< UTC, out of the transaction's Ulid
};

/// What the trace in `journalFolder` says of a target, without connecting. Nothing while another
/// process of this machine is publishing there right now.
std::optional<CutOff> cutOffPublish(const QString &journalFolder, const Target &target);

} // namespace kakehashi::publish
