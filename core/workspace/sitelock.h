#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QLockFile>

#include <memory>

namespace kakehashi::workspace {

/// One window at a time: a lock file in the site folder, with who holds it beside it. A lock whose
/// program is dead on the same machine is taken over.
class SiteLock
{
public:
    /// Fails with Locked (who, where, since when), ReadOnly or PermissionDenied.
    static Result<std::unique_ptr<SiteLock>> take(const QString &folder, const Clock &clock);
    ~SiteLock();

private:
    explicit SiteLock(const QString &folder);

    QString m_holderFile;
    QLockFile m_lock;
};

} // namespace kakehashi::workspace
