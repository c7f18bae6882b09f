#include "publish/switching/releases.h"

#include <QDir>
#include <QRegularExpression>

namespace kakehashi::publish::switching {
namespace {

const auto releases = QStringLiteral("releases");

bool isByLink(const Target &target)
{
    return target.switching == Target::Switching::ByLink;
}

QString parentOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash == 0 ? QStringLiteral("/") : path.left(std::max<qsizetype>(slash, 0));
}

} // namespace

QString toResolve(const Target &target)
{
    return isByLink(target) ? parentOf(QDir::cleanPath(target.path)) : target.path;
}

QString rootOf(const Target &target, const QString &resolved)
{
    if (!isByLink(target))
        return resolved;
    return ControlFolder::join(resolved, QDir::cleanPath(target.path).section(u'/', -1));
}

QString releaseOf(qint64 generation, const QString &transaction)
{
    constexpr int digits = 6; // so that listings sort
    return releases +
           QStringLiteral("/%1-%2").arg(generation, digits, 10, QChar(u'0')).arg(transaction);
}

bool isRelease(const QString &linkText)
{
    static const QRegularExpression ours(
        QRegularExpression::anchoredPattern(QStringLiteral("releases/[0-9]{6,}-[0-9A-Z]{26}")));
    return ours.match(linkText).hasMatch();
}

QString releasesFolder(const ControlFolder &control)
{
    return ControlFolder::join(parentOf(control.root), releases);
}

Operation noIndex(const ControlFolder &control)
{
    return Operation::write(
        ControlFolder::join(releasesFolder(control), QStringLiteral("index.html")), {});
}

QString folderOf(const ControlFolder &control, const QString &linkText)
{
    if (linkText.startsWith(u'/'))
        return QDir::cleanPath(linkText);
    return QDir::cleanPath(ControlFolder::join(parentOf(control.root), linkText));
}

} // namespace kakehashi::publish::switching
