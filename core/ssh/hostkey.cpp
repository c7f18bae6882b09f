#include "ssh/hostkey.h"

#include "ssh/link/hostkeycheck.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QtEndian>

namespace kakehashi::ssh {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Ssh)
};

/// The three families, best first. One without rsa-sha2 support drops these names itself.
const QList<QByteArray> &typeFamilies()
{
    static const QList<QByteArray> families{
        QByteArrayLiteral("ssh-ed25519"),
        QByteArrayLiteral("ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521"),
        QByteArrayLiteral("rsa-sha2-512,rsa-sha2-256,ssh-rsa"),
    };
    return families;
}

/// The names under which a key of this type may be negotiated.
QByteArray algorithmsOf(const QByteArray &type)
{
    return type == "ssh-rsa" ? typeFamilies().last() : type;
}

QString detailOf(const HostKey &key)
{
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromLatin1(key.type), key.fingerprint(),
             QString::fromLatin1(key.blob.toBase64()));
}

tl::unexpected<Error> unknownKey(const Endpoint &endpoint, const HostKey &key,
                                 const QString &authority)
{
    QString text =
        Tr::tr("The server %1 is not known yet. Its key is %2, %3. Compare this with what "
               "the server's operator told you; if it is the same, confirm it.")
            .arg(endpoint.hostAndPort(), QString::fromLatin1(key.type), key.fingerprint());
    if (!authority.isEmpty())
        text += u' ' + Tr::tr("%1 names a certificate authority for it; this program cannot check "
                              "certificates, so the key itself has to be confirmed once.")
                           .arg(authority);
    return fail(ErrorCode::HostKeyUnknown, text, detailOf(key));
}

tl::unexpected<Error> changedKey(const Endpoint &endpoint, const HostKey &key,
                                 const QString &expected)
{
    return fail(ErrorCode::HostKeyChanged,
                Tr::tr("The key of server %1 has changed: it is now %2, but %3 was expected. "
                       "Someone may be listening in, or the server was set up anew. Nothing was "
                       "sent. Ask the server's operator before going on.")
                    .arg(endpoint.hostAndPort(), key.fingerprint(), expected),
                detailOf(key));
}

tl::unexpected<Error> revokedKey(const Endpoint &endpoint, const HostKey &key, const QString &place)
{
    return fail(ErrorCode::HostKeyChanged,
                Tr::tr("The key of server %1, %2, is marked as revoked in %3. Nothing was sent. "
                       "Ask the server's operator for the new key.")
                    .arg(endpoint.hostAndPort(), key.fingerprint(), place),
                detailOf(key));
}

} // namespace

HostKey HostKey::fromBlob(const QByteArray &blob)
{
    if (blob.size() < 4)
        return {{}, blob};
    const quint32 length = qFromBigEndian<quint32>(blob.constData());
    if (length > quint32(blob.size() - 4))
        return {{}, blob};
    return {blob.mid(4, qsizetype(length)), blob};
}

QString HostKey::fingerprint() const
{
    const QByteArray hash = QCryptographicHash::hash(blob, QCryptographicHash::Sha256);
    return QStringLiteral("SHA256:") +
           QString::fromLatin1(hash.toBase64(QByteArray::OmitTrailingEquals));
}

HostKeyPolicy HostKeyPolicy::userDefault(const QString &pinned)
{
    HostKeyPolicy policy{pinned, {QDir::homePath() + QStringLiteral("/.ssh/known_hosts")}};
#ifdef Q_OS_WIN
    policy.knownHostsFiles << qEnvironmentVariable("ProgramData") +
                                  QStringLiteral("/ssh/ssh_known_hosts");
#else
    policy.knownHostsFiles << QStringLiteral("/etc/ssh/ssh_known_hosts");
#endif
    return policy;
}

std::optional<HostKey> offeredHostKey(const Error &error)
{
    if (error.code != ErrorCode::HostKeyUnknown && error.code != ErrorCode::HostKeyChanged)
        return {};
    const QByteArray blob =
        QByteArray::fromBase64(error.detail.section(QLatin1Char(' '), 2, 2).toLatin1());
    const HostKey key = HostKey::fromBlob(blob);
    return key.type.isEmpty() ? std::nullopt : std::optional(key);
}

HostKeyCheck::HostKeyCheck(const Endpoint &endpoint, const HostKeyPolicy &policy)
    : m_endpoint(endpoint), m_policy(policy), m_known(KnownHosts::load(policy.knownHostsFiles))
{}

QByteArray HostKeyCheck::preferredTypes() const
{
    QByteArrayList types;
    for (const QByteArray &type : m_known.typesFor(m_endpoint.host, m_endpoint.port))
        types << algorithmsOf(type);
    types << typeFamilies();
    return types.join(',');
}

QByteArrayList HostKeyCheck::otherTypes(const HostKey &presented) const
{
    QByteArrayList others;
    for (const QByteArray &family : typeFamilies()) {
        if (!family.split(',').contains(presented.type))
            others << family;
    }
    return others;
}

Result<void> HostKeyCheck::judge(const HostKey &key) const
{
    const auto judgement = m_known.judge(m_endpoint.host, m_endpoint.port, key);
    if (judgement.verdict == KnownHosts::Verdict::Revoked)
        return revokedKey(m_endpoint, key, judgement.place);
    if (isPinned()) {
        if (key.fingerprint() == m_policy.pinned)
            return {};
        return changedKey(m_endpoint, key, m_policy.pinned);
    }
    switch (judgement.verdict) {
    case KnownHosts::Verdict::Match:
        return {};
    case KnownHosts::Verdict::Changed:
        return changedKey(m_endpoint, key, judgement.place);
    default:
        return unknownKey(m_endpoint, key, judgement.authority);
    }
}

} // namespace kakehashi::ssh
