#include "security/reservedpath.h"

#include "base/text.h"

#include <QRegularExpression>
#include <QStringList>

namespace kakehashi::security {
namespace {

/// The parts of "/a/b/index.html" that name the page: "a", "b".
QStringList partsOf(const QString &address)
{
    QStringList parts = address.split(u'/', Qt::SkipEmptyParts);
    if (!parts.isEmpty() &&
        (parts.last() == QLatin1String("index.html") || parts.last() == QLatin1String("index.htm")))
        parts.removeLast();
    return parts;
}

bool isOwnFolder(const QString &name)
{
    return name == QLatin1String("assets") || name == QLatin1String(".well-known");
}

/// What stands at the top of every site; ".htaccess" and its kin are the web server's.
bool isOwnFile(const QString &name)
{
    static const QRegularExpression names(QStringLiteral(
        "\\A(search|404\\.html|robots\\.txt|feed\\.xml|atom\\.xml|sitemap(-[0-9]+)?\\.xml|"
        "manifest\\.webmanifest|favicon\\.ico|\\.ht.*)\\z"));
    return names.match(name).hasMatch();
}

/// The place of the number in "topics/page/2", or -1.
qsizetype pagingIn(const QStringList &parts)
{
    static const QRegularExpression digits(QStringLiteral("\\A[0-9]+\\z"));
    const qsizetype last = parts.size() - 1;
    const bool isPaging = last >= 1 && parts.at(last - 1) == QLatin1String("page") &&
                          digits.match(parts.at(last)).hasMatch();
    return isPaging ? last : -1;
}

bool isOwn(const QStringList &parts)
{
    return !parts.isEmpty() &&
           (isOwnFolder(parts.first()) || (parts.size() == 1 && isOwnFile(parts.first())));
}

} // namespace

bool isGeneratedAddress(const QString &address)
{
    return isOwn(partsOf(address));
}

bool isReservedPath(const QString &path)
{
    const QStringList parts = partsOf(path);
    return isOwn(parts) || pagingIn(parts) >= 0 ||
           (!parts.isEmpty() && parts.first() == QLatin1String("media"));
}

QString unreservedPath(const QString &path)
{
    QStringList parts = partsOf(path);
    if (const qsizetype number = pagingIn(parts); number >= 0) {
        parts[number - 1] += u'-' + parts.at(number);
        parts.removeLast();
    }
    QString free = QStringLiteral("/");
    for (const QString &part : std::as_const(parts)) {
        const QString name = slug(part);
        free += name.isEmpty() ? QString() : QString(name + u'/');
    }
    if (!isReservedPath(free))
        return free;
    const qsizetype end = free.indexOf(u'/', 1);
    return free.left(end) + QStringLiteral("-page") + free.mid(end);
}

} // namespace kakehashi::security
