#pragma once

#include "base/result.h"
#include "ssh/credentials.h"

namespace kakehashi::ssh {

/// A private key's text and what its frame tells without the passphrase.
struct KeyFile
{
    Secret text = {};
    QByteArray type = {};      ///< e.g. "ssh-ed25519"; empty when the format does not tell
    QByteArray publicKey = {}; ///< blob; empty when the format does not tell
    bool encrypted = false;
    bool mayBeRsa = false; ///< it is, or its format does not tell before it is unlocked

    /// Fails with NotFound, PermissionDenied, or Unsupported (a public key, PuTTY's format, none).
    static Result<KeyFile> read(const QString &path);
};

} // namespace kakehashi::ssh
