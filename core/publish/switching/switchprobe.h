#pragma once

#include "publish/remotefiles.h"

namespace kakehashi::publish::switching {

/// Whether a docroot could be switched by its link.
struct SwitchProbe
{
    bool isLink = false;
    QString linkText; ///< what it says
    QString problem;  ///< why it cannot be switched, with what to do; empty: it can
};

/// `root`: absolute, the docroot's own path. Tries it on names of its own beside the docroot and,
/// for a moment, in it; everything is left as it was.
Result<SwitchProbe> probeSwitch(RemoteFiles &files, const QString &root, const JobContext &context);

} // namespace kakehashi::publish::switching
