#include "takeover/hugo/links/linkmap.h"

#include "security/siteaddress.h"
#include "takeover/hugo/links/sourceaddress.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

const QString mediaScheme = QStringLiteral("media:");

struct Split
{
    QString path; ///< decoded
    QString rest; ///< "?…#…" as written
};

Split split(const QString &written)
{
    qsizetype end = written.size();
    for (const QChar mark : {u'?', u'#'}) {
        const qsizetype at = written.indexOf(mark);
        end = at >= 0 ? qMin(at, end) : end;
    }
    return {QUrl::fromPercentEncoding(written.left(end).toUtf8()), written.mid(end)};
}

/// macOS takes letters and their marks apart in the names of files; people write them in one.
QString normal(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C);
}

QString nameOf(const QString &key)
{
    QFileInfo info(key);
    if (info.completeBaseName() == QLatin1String("index") ||
        info.completeBaseName() == QLatin1String("_index"))
        info = QFileInfo(info.path());
    return info.completeBaseName();
}

bool isIndex(const QString &key)
{
    const QString name = QFileInfo(nameWithoutLanguage(key)).completeBaseName();
    return name == QLatin1String("index") || name == QLatin1String("_index") ||
           name.compare(QLatin1String("readme"), Qt::CaseInsensitive) == 0;
}

/// "/?p=12" asks WordPress for a page; without WordPress it would be the home page.
bool asksForPage(const QString &path, const QString &rest)
{
    static const QRegularExpression form(
        QStringLiteral("^\\?(?:[^#]*&)?(?:p|page_id|attachment_id|cat|tag|author|m)=[^&#]"));
    return addressKey(path) == QLatin1String("/") && form.match(rest).hasMatch();
}

} // namespace

void LinkMap::addPage(const SourcePage &page)
{
    const QString &path = page.page.path;
    const QString key = normal(page.source.key);
    m_pages.insert(key, path);
    if (isIndex(key) && !hasLanguage(key))
        if (const auto folder = cleaned(folderOf(key)))
            m_pages.insert(*folder, path);
    m_paths.insert(addressKey(path), path);
    for (const QString &address : page.oldAddresses)
        m_paths.insert(addressKey(address), path);
    const QString name = nameOf(key);
    m_names.insert(name, m_names.contains(name) ? QString() : path);
}

void LinkMap::addMedia(const QString &key, const QString &name)
{
    m_media.insert(normal(key), name);
}

void LinkMap::addPath(const QString &path)
{
    const QString key = addressKey(path);
    if (!m_paths.contains(key))
        m_paths.insert(key, path);
}

/// Takes the old site's own address off the start of the link.
LinkMap::Where LinkMap::whereIs(QString &link) const
{
    const QUrl url(link);
    const bool hasHost = link.startsWith(QLatin1String("//")) || !url.scheme().isEmpty();
    const QString base = m_site.path(QUrl::FullyEncoded);
    const QString folder = base.endsWith(u'/') ? base : QString(base + u'/');
    if (!hasHost && folder.size() > 1 && link.startsWith(folder))
        link = link.mid(folder.size() - 1);
    if (!hasHost)
        return Where::Here;
    if (!security::isLikelyOwnAddress(m_site, url))
        return Where::Elsewhere;
    QString path = url.path(QUrl::FullyEncoded);
    if (folder.size() > 1 && !QString(path + u'/').startsWith(folder))
        return Where::Elsewhere;
    path = path.mid(folder.size() - 1);
    const QString rest = (url.hasQuery() ? u'?' + url.query(QUrl::FullyEncoded) : QString()) +
                         (url.hasFragment() ? u'#' + url.fragment(QUrl::FullyDecoded) : QString());
    link = (path.isEmpty() ? QStringLiteral("/") : path) + rest;
    return security::isOwnAddress(m_site, url) ? Where::Here : Where::MaybeHere;
}

std::optional<QString> LinkMap::byKey(const QString &key) const
{
    if (const auto media = m_media.constFind(key); media != m_media.cend())
        return mediaScheme + *media;
    if (const auto page = m_pages.constFind(key); page != m_pages.cend())
        return *page;
    return {};
}

std::optional<QString> LinkMap::byFile(const QString &path, const SourcePage &from,
                                       bool isReference) const
{
    // A path that leads above the top leads nowhere, wherever a browser would stop.
    QStringList keys;
    // To Hugo's authors "../" is a part of an address; only where files are all there is, the
    // folder's page is meant.
    const bool mayBeTop = m_site.isEmpty() && !path.startsWith(u'/');
    const auto add = [&keys, mayBeTop](const QString &before, const QString &key) {
        const auto clean = cleaned(key);
        if (clean && (mayBeTop || !clean->isEmpty()))
            keys.append(before + *clean);
    };
    if (path.startsWith(u'/')) {
        add(QStringLiteral("/"), path.mid(1)); // of static/, or of the folder's top
        add(QString(), path.mid(1));
    } else {
        add(QString(), folderOf(normal(from.source.key)) + path);
        // Written for the finished page, which lies one folder deeper than its file.
        add(QString(), folderOf(from.oldUrl).mid(1) + path);
        add(QStringLiteral("/"), folderOf(from.oldUrl).mid(1) + path);
    }
    for (const QString &key : std::as_const(keys))
        if (const auto found = byKey(key))
            return found;
    // Pictures are often named from the top without saying so; "ref" names pages so, too.
    for (const QString &key : {path, QString(u'/' + path)})
        if (const auto found = byKey(key);
            found && !path.startsWith(u'.') && (isReference || found->startsWith(mediaScheme)))
            return found;
    return {};
}

std::optional<QString> LinkMap::byAddress(const QString &path, const SourcePage &from) const
{
    const QString whole = path.startsWith(u'/') ? path.mid(1) : folderOf(from.oldUrl).mid(1) + path;
    const auto clean = cleaned(whole);
    if (!clean)
        return {};
    const auto found = m_paths.constFind(addressKey(u'/' + *clean));
    return found == m_paths.cend() ? std::optional<QString>() : *found;
}

const QString *LinkMap::byQuery(const QString &path, const QString &rest) const
{
    if (!rest.startsWith(u'?'))
        return nullptr;
    const auto found = m_paths.constFind(addressKey(path + rest.section(u'#', 0, 0)));
    return found == m_paths.cend() ? nullptr : &*found;
}

/// A page's path with what follows it, "#概要" by the name that the place has here.
Led LinkMap::placed(const QString &path, const QString &rest) const
{
    const qsizetype mark = rest.indexOf(u'#');
    const auto anchors = m_anchors.constFind(path);
    if (mark < 0 || anchors == m_anchors.cend())
        return {path + rest};
    const QString name = normal(QUrl::fromPercentEncoding(rest.mid(mark + 1).toUtf8()));
    for (const QString &each : {name, name.toLower()})
        if (const auto place = anchors->constFind(each); place != anchors->cend())
            return {path + rest.left(mark + 1) + *place};
    // Every page has a top; "fn:1" is Hugo's footnote, ":~:" a browser's search for words.
    const bool isKnown = name.isEmpty() || name == QLatin1String("top") ||
                         name.startsWith(QLatin1String("fn")) || name.startsWith(u':');
    return {path + rest, !isKnown};
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

Led LinkMap::within(const QString &link, const SourcePage &from) const
{
    Split parts = split(link);
    parts.path = normal(parts.path);
    if (const QString *page = byQuery(parts.path, parts.rest)) {
        const qsizetype mark = parts.rest.indexOf(u'#');
        return placed(*page, mark < 0 ? QString() : parts.rest.mid(mark));
    }
    if (asksForPage(parts.path, parts.rest))
        return {};
    const bool isAddress = !m_site.isEmpty() && parts.path.endsWith(u'/');
    auto found = isAddress ? byAddress(parts.path, from) : byFile(parts.path, from);
    if (!found)
        found = isAddress ? byFile(parts.path, from) : byAddress(parts.path, from);
    if (!found || found->startsWith(mediaScheme))
        return {found};
    return placed(*found, parts.rest);
}

Led LinkMap::target(const QString &written, const SourcePage &from) const
{
    if (!m_exported.isEmpty())
        return {exported(written)};
    if (written.startsWith(mediaScheme))
        return {blockTarget(written)};
    if (m_isOwnExport) {
        const auto media = m_media.constFind(written);
        return {media == m_media.cend() ? written : QString(mediaScheme + *media)};
    }
    QString link = written;
    const Where where = whereIs(link);
    if (where == Where::Elsewhere || link.isEmpty() || link.startsWith(u'?'))
        return {written};
    if (link.startsWith(u'#')) {
        Led led = placed(from.page.path, link);
        led.target = led.target->mid(from.page.path.size());
        return led;
    }
    const Led led = within(link, from);
    if (!led.target && where == Where::MaybeHere)
        return {written}; // "www." may be another server after all
    return led;
}

std::optional<QString> LinkMap::reference(const QString &written, const SourcePage &from) const
{
    Split parts = split(written);
    parts.path = normal(parts.path);
    if (parts.path.isEmpty()) // a part of the same page
        return placed(from.page.path, parts.rest).target->mid(from.page.path.size());
    for (const QString &end : {QString(), QStringLiteral(".md"), QStringLiteral("/index.md"),
                               QStringLiteral("/_index.md")}) {
        const auto found = byFile(parts.path + end, from, true);
        if (found && !found->startsWith(mediaScheme))
            return placed(*found, parts.rest).target;
    }
    if (auto page = byAddress(parts.path, from))
        return placed(*page, parts.rest).target;
    if (parts.path.contains(u'/'))
        return {};
    const QString named = m_names.value(nameOf(parts.path));
    return named.isEmpty() ? std::optional<QString>() : placed(named, parts.rest).target;
}

std::optional<QString> LinkMap::mediaName(const QString &written, const SourcePage &from) const
{
    const auto found = target(written, from).target;
    if (found && found->startsWith(mediaScheme))
        return found->mid(mediaScheme.size());
    // A bare name of an export of ours, or of a picture in static/ that a theme looks for.
    for (const auto *folder : {"/media/", "/images/", "/img/", "/"}) {
        const auto media = m_media.constFind(QLatin1String(folder) + normal(written));
        if (media != m_media.cend())
            return *media;
    }
    return {};
}

} // namespace kakehashi::takeover
