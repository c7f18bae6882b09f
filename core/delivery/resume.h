#pragma once

#include "delivery/records.h"

namespace kakehashi::delivery {

/// How a publish that was cut off was ended.
struct Resumed
{
    publish::Report::Recovery recovery = publish::Report::Recovery::None;
    QList<publish::Manifest> kept = {}; ///< states on the server, newest first; may be empty
    bool isWrittenDown = false;         ///< its pages are public and it is in the history now
};

/// Ends it on the server and writes down what came of it here, over a connection of its own to the
/// site in `folder`. A worker's or a command's thread.
Result<Resumed> resume(publish::Publisher &publisher, const QString &folder,
                       const publish::Target &target, publish::Publisher::Direction direction,
                       const JobContext &context);

} // namespace kakehashi::delivery
