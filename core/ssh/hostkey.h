#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace kakehashi::ssh {

/// A server's public key as it stands in known_hosts.
struct HostKey
{
    QByteArray type = {}; ///< e.g. "ssh-ed25519"
    QByteArray blob = {}; ///< RFC 4253 §6.6, not base64

    static HostKey fromBlob(const QByteArray &blob); ///< the type stands in the blob
    QString fingerprint() const; ///< "SHA256:" and base64 without padding, as OpenSSH shows it
    bool operator==(const HostKey &) const = default;
};

/// How a server's key is judged. A pinned fingerprint decides alone, except that a key which a
/// known_hosts file revokes is always refused.
struct HostKeyPolicy
{
    QString pinned = {};              ///< "SHA256:…"; empty: known_hosts decides
    QStringList knownHostsFiles = {}; ///< missing files are skipped

    /// The person's own known_hosts and the machine's, as OpenSSH reads them.
    static HostKeyPolicy userDefault(const QString &pinned = {});
};

/// The key that a failed connect() met: HostKeyUnknown and HostKeyChanged errors carry it, so that
/// a window can show its type and fingerprint and pin it after the person has compared it.
std::optional<HostKey> offeredHostKey(const Error &error);

} // namespace kakehashi::ssh
