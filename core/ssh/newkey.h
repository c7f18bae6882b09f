#pragma once

#include "base/result.h"

#include <QString>

namespace kakehashi::ssh {

/// A key that was just made. The private half is in a file that only its owner can read.
struct NewKey
{
    QString file;        ///< private key, OpenSSH form without a passphrase
    QString publicLine;  ///< "ssh-ed25519 AAAA… comment": what the server's operator registers
    QString fingerprint; ///< "SHA256:…" as ssh-keygen -l prints
};

/// Makes an ed25519 pair: `file` and `file`.pub, neither of which may be there. Every server since
/// OpenSSH 6.5 takes such keys, and every libssh2 we work with signs with them, which is not true
/// of RSA. Form: openssh-portable PROTOCOL.key. AlreadyExists, or as writeFile() fails.
Result<NewKey> makeKey(const QString &file, const QString &comment);

} // namespace kakehashi::ssh
