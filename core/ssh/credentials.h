#pragma once

#include <QByteArray>
#include <QString>

#include <string>

namespace kakehashi::ssh {

/// Bytes that are wiped when they are no longer needed: a password or a passphrase. Never logged.
class Secret
{
public:
    Secret() = default;
    explicit Secret(const QString &text); ///< as UTF-8
    Secret(const Secret &) = default;
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_bytes.empty(); }
    const char *data() const { return m_bytes.c_str(); } ///< zero-terminated
    size_t size() const { return m_bytes.size(); }
    void wipe();

private:
    std::string m_bytes;
};

/// Where to log in and as whom.
struct Endpoint
{
    QString host; ///< a name, an IPv4 or an IPv6 address (without brackets)
    quint16 port = 22;
    QString user;

    /// "portal.example.jp", or "[portal.example.jp]:2222" when the port is not 22: the form that
    /// known_hosts uses and that messages show.
    QString hostAndPort() const;
};

/// What may be tried, in this order: agent, key file, password. An empty one is not tried.
struct Credentials
{
    bool agent = false;     ///< the running ssh-agent (Pageant or OpenSSH's on Windows)
    QString keyFile = {};   ///< a private key, OpenSSH or PEM form
    Secret passphrase = {}; ///< of the key file
    Secret password = {};   ///< for "password", or for "keyboard-interactive" where only that is
                            ///< offered; a wrong one is sent exactly once (fail2ban)
};

} // namespace kakehashi::ssh
