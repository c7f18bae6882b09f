#pragma once

#include "base/ulid.h"
#include "ssh/credentials.h"

#include <QByteArray>
#include <QString>

namespace kakehashi::publish {

/// A place that a site is published to. Holds no secret: passwords and passphrases are in the
/// keychain under secretName().
struct Target
{
    enum class Kind { Sftp, Local };
    enum class Auth { Agent, KeyFile, Password };
    /// How visitors come to see a new state: each file takes its place, or the docroot itself is a
    /// symbolic link that is pointed to a new folder, all pages at once.
    enum class Switching { InPlace, ByLink };

    Ulid id;
    QString name; ///< what people and `--target` call it, e.g. "production"; unique in a site
    Kind kind = Kind::Sftp;
    QString host; ///< DNS name or address, without a port
    int port = 22;
    QString user;
    QString path; ///< docroot: absolute on the server, or relative to the login folder
    Auth auth = Auth::Agent;
    QString keyFile; ///< private key on this machine, with KeyFile
    QString hostKey; ///< pinned fingerprint "SHA256:…" as ssh-keygen -l prints; empty: none yet
    QString url;     ///< where visitors find it, e.g. "https://www.example.jp/"
    bool noindex = false; ///< staging: search engines are kept out
    /// Visitors are asked for this name and password (Basic authentication); empty: nobody is.
    QString visitorUser = {};
    QString visitorHash = {};   ///< see visitorHash(); the password itself is kept nowhere
    QString visitorFolder = {}; ///< docroot as the web server names it; empty: as `path`
    Switching switching = Switching::InPlace;
    QString color; ///< "#rrggbb" that marks the target in the window; empty: default

    /// "user@host:port/path" or the folder, for sentences and lists.
    QString place() const;
    /// The name under which SecretStore holds the password or the key's passphrase.
    QString secretName() const;

    bool operator==(const Target &) const = default;
};

/// What marks targets: told apart by people with any colour vision, legible in light and dark.
const QStringList &targetColors();

/// What the person gave to get in, for one connection. Kept in memory only.
struct Access
{
    ssh::Secret secret;     ///< password or passphrase of the key, from the keychain
    QString knownHostsFile; ///< OpenSSH format; empty: the user's own ~/.ssh/known_hosts
};

/// The stored forms: "sftp" / "local", "agent" / "key" / "password".
QString toStored(Target::Kind kind);
QString toStored(Target::Auth auth);
QString toStored(Target::Switching switching); ///< "files" / "link"
Target::Kind kindFromStored(const QString &text);
Target::Auth authFromStored(const QString &text);
Target::Switching switchingFromStored(const QString &text);

} // namespace kakehashi::publish
