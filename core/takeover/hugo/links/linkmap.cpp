#include "takeover/hugo/links/linkmap.h"

#include "takeover/hugo/place/pagepaths.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace kakehashi::takeover {
namespace {

const QString mediaScheme = QStringLiteral("media:");

struct Split
{
    QString path;
    QString rest; ///< "?…#…"
};

Split split(const QString &written)
{
    qsizetype end = written.size();
    for (const QChar mark : {QLatin1Char('?'), QLatin1Char('#')}) {
        const qsizetype at = written.indexOf(mark);
        end = at >= 0 ? qMin(at, end) : end;
    }
    return {QUrl::fromPercentEncoding(written.left(end).toUtf8()), written.mid(end)};
}

/// "a/b/../c" → "a/c"; empty when it leads above the start.
QString clean(const QString &path)
{
    const QString cleaned = QDir::cleanPath(path);
    return cleaned.startsWith(QStringLiteral("..")) ? QString() : cleaned;
}

QString folderOf(const QString &key)
{
    const qsizetype slash = key.lastIndexOf(QLatin1Char('/'));
    return slash < 0 ? QString() : key.left(slash + 1);
}

QString nameOf(const QString &key)
{
    QFileInfo info(key);
    if (info.completeBaseName() == QLatin1String("index") ||
        info.completeBaseName() == QLatin1String("_index"))
        info = QFileInfo(info.path());
    return info.completeBaseName();
}

/// Addresses are compared without their end: "/a", "/a/", "/a/index.html", "/a.html".
QString addressKey(QString address)
{
    if (address.endsWith(QStringLiteral("index.html")))
        address.chop(10);
    else if (address.endsWith(QStringLiteral(".html")))
        address.chop(5);
    while (address.size() > 1 && address.endsWith(QLatin1Char('/')))
        address.chop(1);
    return address.toLower();
}

} // namespace

void LinkMap::addPage(const SourcePage &page)
{
    const QString &path = page.page.path;
    m_pages.insert(page.source.key, path);
    if (QFileInfo(page.source.key).completeBaseName().endsWith(QStringLiteral("index")))
        m_pages.insert(clean(folderOf(page.source.key)), path);
    m_paths.insert(addressKey(page.oldUrl), path);
    m_paths.insert(addressKey(path), path);
    for (const QString &alias : page.aliases) {
        if (alias.startsWith(QLatin1Char('/')))
            m_paths.insert(addressKey(alias), path);
    }
    const QString name = nameOf(page.source.key);
    m_names.insert(name, m_names.contains(name) ? QString() : path);
}

void LinkMap::addMedia(const QString &key, const QString &name)
{
    m_media.insert(key, name);
}

/// Hugo's own address at the start of a link is taken off.
QString LinkMap::within(const QString &written) const
{
    const QUrl url(written);
    if (m_host.isEmpty() || url.host() != m_host)
        return written;
    return url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority);
}

std::optional<QString> LinkMap::byFile(const QString &path, const SourcePage &from) const
{
    QStringList keys;
    if (path.startsWith(QLatin1Char('/'))) {
        keys << path << path.mid(1); // of static/, or of the folder's top
    } else {
        keys << clean(folderOf(from.source.key) + path) << clean(path);
        // Written for the finished page, which lies one folder deeper than its file.
        keys << clean(from.oldUrl.mid(1) + path)
             << QLatin1Char('/') + clean(from.oldUrl.mid(1) + path)
             << QLatin1Char('/') + clean(path);
    }
    for (const QString &key : std::as_const(keys)) {
        if (const auto media = m_media.constFind(key); media != m_media.cend())
            return mediaScheme + *media;
        if (const auto page = m_pages.constFind(key); page != m_pages.cend())
            return *page;
    }
    return {};
}

std::optional<QString> LinkMap::byAddress(const QString &path, const SourcePage &from) const
{
    const QString address = path.startsWith(QLatin1Char('/'))
                                ? QDir::cleanPath(path)
                                : QLatin1Char('/') + clean(from.oldUrl.mid(1) + path);
    const auto found = m_paths.constFind(addressKey(address));
    return found == m_paths.cend() ? std::optional<QString>() : *found;
}

QString LinkMap::exported(const QString &written) const
{
    const QString name = written.mid(mediaScheme.size());
    return written.startsWith(mediaScheme) && m_exported.contains(name)
               ? QString(QStringLiteral("/media/") + name)
               : written;
}

QString LinkMap::blockTarget(const QString &written) const
{
    return m_exported.isEmpty() ? QString(mediaScheme + renamed(written.mid(mediaScheme.size())))
                                : written;
}

std::optional<QString> LinkMap::target(const QString &written, const SourcePage &from) const
{
    if (!m_exported.isEmpty())
        return exported(written);
    if (written.startsWith(mediaScheme))
        return blockTarget(written);
    if (m_isOwnExport) {
        const auto media = m_media.constFind(written);
        return media == m_media.cend() ? written : QString(mediaScheme + *media);
    }
    const QString link = within(written);
    const bool elsewhere = link.isEmpty() || link.startsWith(QLatin1Char('#')) ||
                           link.startsWith(QStringLiteral("//")) || !QUrl(link).scheme().isEmpty();
    if (elsewhere)
        return link;
    const Split parts = split(link);
    if (parts.path.isEmpty())
        return link;
    if (auto file = byFile(parts.path, from))
        return file->startsWith(mediaScheme) ? *file : QString(*file + parts.rest);
    if (auto page = byAddress(parts.path, from))
        return *page + parts.rest;
    return {};
}

std::optional<QString> LinkMap::reference(const QString &written, const SourcePage &from) const
{
    const Split parts = split(written);
    if (parts.path.isEmpty())
        return written; // a part of the same page
    for (const QString &end : {QString(), QStringLiteral(".md"), QStringLiteral("/index.md"),
                               QStringLiteral("/_index.md")}) {
        const auto found = byFile(parts.path + end, from);
        if (found && !found->startsWith(mediaScheme))
            return *found + parts.rest;
    }
    if (auto page = byAddress(parts.path, from))
        return *page + parts.rest;
    const QString named = m_names.value(nameOf(parts.path));
    return named.isEmpty() ? std::optional<QString>() : QString(named + parts.rest);
}

std::optional<QString> LinkMap::mediaName(const QString &written, const SourcePage &from) const
{
    const auto found = target(written, from);
    if (found && found->startsWith(mediaScheme))
        return found->mid(mediaScheme.size());
    // A bare name of an export of ours, or of a picture in static/ that a theme looks for.
    for (const auto *folder : {"/media/", "/images/", "/img/", "/"}) {
        const auto media = m_media.constFind(QLatin1String(folder) + written);
        if (media != m_media.cend())
            return *media;
    }
    return {};
}

} // namespace kakehashi::takeover
