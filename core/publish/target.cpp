#include "publish/target.h"

#include <QDir>

namespace kakehashi::publish {

const QStringList &targetColors()
{
    static const QStringList colors{QStringLiteral("#0b5cad"), QStringLiteral("#c2410c"),
                                    QStringLiteral("#2e7d32"), QStringLiteral("#7b1fa2"),
                                    QStringLiteral("#b3261e"), QStringLiteral("#6b7280")};
    return colors;
}

QString Target::place() const
{
    if (kind == Kind::Local)
        return QDir::toNativeSeparators(path);
    const ssh::Endpoint endpoint{host, static_cast<quint16>(port), user};
    const QString separator = path.startsWith(u'/') ? QString() : QStringLiteral("/~/");
    return user + u'@' + endpoint.hostAndPort() + separator + path;
}

QString Target::secretName() const
{
    return QStringLiteral("target/%1/secret").arg(id.toString());
}

QString toStored(Target::Kind kind)
{
    return kind == Target::Kind::Local ? QStringLiteral("local") : QStringLiteral("sftp");
}

QString toStored(Target::Auth auth)
{
    switch (auth) {
    case Target::Auth::KeyFile:
        return QStringLiteral("key");
    case Target::Auth::Password:
        return QStringLiteral("password");
    default:
        return QStringLiteral("agent");
    }
}

QString toStored(Target::Switching switching)
{
    const bool byLink = switching == Target::Switching::ByLink;
    return byLink ? QStringLiteral("link") : QStringLiteral("files");
}

Target::Switching switchingFromStored(const QString &text)
{
    const bool byLink = text == QLatin1String("link");
    return byLink ? Target::Switching::ByLink : Target::Switching::InPlace;
}

Target::Kind kindFromStored(const QString &text)
{
    return text == QLatin1String("local") ? Target::Kind::Local : Target::Kind::Sftp;
}

Target::Auth authFromStored(const QString &text)
{
    if (text == QLatin1String("key"))
        return Target::Auth::KeyFile;
    return text == QLatin1String("password") ? Target::Auth::Password : Target::Auth::Agent;
}

} // namespace kakehashi::publish
