#pragma once

#include "ssh/hostkey.h"

namespace kakehashi::ssh {

/// The lines of known_hosts files (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT), read one by one so that a
/// bad line costs only itself. Certificates are not supported: a line @cert-authority vouches for
/// no key, but is told of.
class KnownHosts
{
public:
    enum class Verdict { Match, Unknown, Changed, Revoked };
    struct Judgement
    {
        Verdict verdict = Verdict::Unknown;
        QString place = {};     ///< "file:line" that decided
        QString authority = {}; ///< "file:line" of a @cert-authority for this host
    };

    static KnownHosts load(const QStringList &files); ///< unreadable files are skipped
    void addText(QByteArrayView text, const QString &fileName);

    /// As OpenSSH: a host that is known by another key only is Changed, whatever the key's type.
    /// For a port other than 22 a matching line without port is good too.
    Judgement judge(const QString &host, quint16 port, const HostKey &key) const;

    /// The key types on record for a host, so that the key exchange asks for one of these.
    QList<QByteArray> typesFor(const QString &host, quint16 port) const;

    qsizetype count() const { return m_lines.size(); }

private:
    struct Line
    {
        QByteArray hosts; ///< patterns with commas, or |1|salt|hash
        HostKey key;
        bool revoked = false;
        bool isAuthority = false;
        QString place;
    };
    static std::optional<Line> parse(QByteArrayView text);
    static bool matches(const QByteArray &hosts, const QByteArray &name);
    Judgement judgeName(const QByteArray &name, const HostKey &key) const;

    QList<Line> m_lines;
};

} // namespace kakehashi::ssh
