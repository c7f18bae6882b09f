#pragma once

#include "base/result.h"
#include "publish/signature/manifestkey.h"
#include "publish/target.h"
#include "ssh/prompt.h"

namespace kakehashi::cli {

/// Where a script's password comes from: the environment variable KAKEHASHI_PASSWORD, else the
/// file descriptor (-1: none), else the system's keychain. Empty when the target needs none; one
/// that is given for a target with a key agent is tried after the agent.
Result<publish::Access> accessFor(const publish::Target &target, int passwordFd);

/// Asks on the terminal without showing what is typed. Fails when there is no terminal.
Result<QString> askPassword(const QString &prompt);

/// Asks on the terminal what a server wants to know besides the password. Fails when there is no
/// terminal, with the server's question.
ssh::Asker terminalAsker();

/// The key that signs a site's lists: from the environment variable KAKEHASHI_MANIFEST_KEY (the
/// line that `site key export` prints), else from the keychain. Without a keychain there is none,
/// and `problem` says so. Fails when the variable holds no key of this site.
Result<publish::ManifestKey> manifestKeyFor(const QString &siteId);
Result<void> storeManifestKey(const QString &siteId, const QByteArray &key);

/// Puts a password into the keychain under the target's secret name.
Result<void> storePassword(const publish::Target &target, const QString &password);

} // namespace kakehashi::cli
