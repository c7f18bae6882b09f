#pragma once

#include "publish/publisher.h"
#include "publish/transaction/controlfolder.h"

namespace kakehashi::publish {

/// With own eyes: what a publish says to be on the server is there, as it says, and visitors can
/// read it. Everything in one flight; what visitors cannot read takes one more to be put right.
struct AfterLook
{
    RemoteFiles &files;
    const ControlFolder &control;
    const Plan &plan;         ///< that was carried out
    const Manifest &manifest; ///< that it left
    FileInfo list;            ///< of that file; Missing: not known

    /// Fills what the report says of it: Report::amiss, modesMended, notes. A connection that is
    /// lost meanwhile is told as well: the publish itself is over.
    void tell(Report &report) const;
    /// That there was none, and why.
    static void wasNot(const Error &why, Report &report);

private:
    struct Found;
    enum class List; ///< whose the list on the server is now
    Result<Found> look() const;
    Result<List> listNow(const Outcome &looked) const;
    Result<void> mend(Found &found) const;
    QStringList watchedPaths() const;
};

} // namespace kakehashi::publish
