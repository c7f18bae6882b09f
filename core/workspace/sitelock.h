#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QLockFile>

#include <memory>
#include <optional>

namespace kakehashi::workspace {

/// Who has a site open, as far as the lock says.
struct LockHolder
{
    QString user;
    QString machine;
    qint64 process = 0;
    QDateTime since; ///< UTC; invalid when unknown
    /// Its machine is called as this one is. Of a program that has died, its file may still say so
    /// until the next one takes the lock.
    bool isHere = false;
};

/// "hanako on pc-12 since 2026-04-01 09:00 (process 42)"; the time is Japan's, as everywhere.
QString describe(const LockHolder &holder);

/// One window at a time: a lock file in the site folder, with who holds it beside it. A lock whose
/// program is dead on the same machine is taken over.
class SiteLock
{
public:
    /// Fails with Locked (who, where, since when), ReadOnly or PermissionDenied.
    static Result<std::unique_ptr<SiteLock>> take(const QString &folder, const Clock &clock);
    ~SiteLock();

    /// Nothing when the site is free.
    static std::optional<LockHolder> holderOf(const QString &folder);
    /// Takes the lock away from a computer that is gone; whether it is, only a person can know.
    /// Refused for one that names this computer: take() frees it by itself once that program has
    /// ended.
    static Result<void> takeAway(const QString &folder);

    /// A program that had died had left its lock, which was taken over: its holder.
    const std::optional<LockHolder> &left() const { return m_left; }

private:
    explicit SiteLock(const QString &folder);

    QString m_holderFile;
    QLockFile m_lock;
    std::optional<LockHolder> m_left;
};

} // namespace kakehashi::workspace
