#include "takeover/hugo/place/pagepaths.h"

#include "security/pathguard.h"
#include "security/reservedpath.h"
#include "takeover/hugo/links/sourceaddress.h"
#include "takeover/hugo/place/permalink.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

QString usualLanguage(const SiteConfig &config)
{
    return config.language.isEmpty() ? content::siteLanguage() : config.language;
}

/// In which a file is written, as folders are called after it.
QString languageOf(const SiteConfig &config, const QString &key)
{
    if (!hasLanguage(key))
        return usualLanguage(config);
    const QString language = languageInName(key).toLower();
    return language.isEmpty() ? content::siteLanguage() : language;
}

/// The names of folders and file that lead to the page, without index files and languages.
QStringList namesOf(const QString &key)
{
    QStringList names = nameWithoutLanguage(key).split(u'/');
    QString last = names.takeLast();
    last.truncate(last.lastIndexOf(u'.'));
    if (isJekyllPost(key)) {
        names.removeAll(QStringLiteral("_posts"));
        names.removeAll(QStringLiteral("_drafts"));
        last = withoutDate(last);
    }
    if (last != QLatin1String("index") && last != QLatin1String("_index"))
        names.append(last);
    return names;
}

/// "/about/" of "https://example.jp/about.html", "about" and the like.
QString addressFrom(const QString &url)
{
    QString address = QUrl(url).path(QUrl::FullyDecoded);
    if (!address.startsWith(u'/'))
        address.prepend(u'/');
    return address;
}

QStringList namesIn(const QString &address)
{
    QStringList names = address.split(u'/', Qt::SkipEmptyParts);
    if (names.isEmpty() || address.endsWith(u'/'))
        return names;
    QString &last = names.last();
    for (const auto *end : {".html", ".htm", ".php"}) {
        if (last.endsWith(QLatin1String(end)))
            last.chop(QLatin1String(end).size());
    }
    if (last == QLatin1String("index"))
        names.removeLast();
    return names;
}

QString addressOf(const QStringList &names)
{
    QString address = QStringLiteral("/");
    for (const QString &name : names)
        address += hugoSegment(name) + u'/';
    return address;
}

void report(SourcePage &page, const QString &text)
{
    Place place;
    place.file = page.source.shown;
    place.line = page.urlLine;
    page.issues.append({Severity::Should, QStringLiteral("import-address"), text, place});
    page.notes.append(text);
}

void reportPattern(SourcePage &page, const QString &pattern)
{
    report(page, Text::tr("The pattern %1 for addresses asks for what is not known of the page; "
                          "its address comes from its file.")
                     .arg(pattern));
}

/// "beside" of the page at "/posts/a/" is "/posts/beside".
std::optional<QString> fromTop(QString alias, const QString &oldUrl)
{
    if (const QUrl url(alias); !url.host().isEmpty())
        alias = url.adjusted(QUrl::RemoveFragment)
                    .toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded);
    const QString parent = folderOf(oldUrl.endsWith(u'/') ? oldUrl.chopped(1) : oldUrl);
    const QString whole = alias.startsWith(u'/') ? alias : QString(parent + alias);
    const qsizetype mark = whole.indexOf(u'?');
    const QString path = whole.left(mark);
    const auto clean = cleaned(path.mid(1));
    if (alias.isEmpty() || !clean || (clean->isEmpty() && mark < 0))
        return {}; // home stays home
    const bool isFolder = path.endsWith(u'/') && !clean->isEmpty();
    return u'/' + *clean + (isFolder ? QStringLiteral("/") : QString()) +
           (mark < 0 ? QString() : whole.mid(mark));
}

} // namespace

QString hugoSegment(const QString &name)
{
    QString segment;
    for (const QChar c : name.normalized(QString::NormalizationForm_C).toLower()) {
        if (c.isSpace())
            segment += u'-';
        else if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate() ||
                 QStringLiteral("-_.~+@%#").contains(c))
            segment += c;
    }
    return segment;
}

QHash<QString, QString> sectionsAmong(const QList<SourcePage> &pages)
{
    QHash<QString, QString> sections;
    for (const SourcePage &page : pages) {
        const QString folder = namesOf(page.source.key).join(u'/');
        if (!page.source.key.section(u'/', -1).startsWith(u'_') || folder.isEmpty())
            continue;
        const QString name = page.slug.isEmpty() ? page.page.content.title : page.slug;
        if (!sections.contains(folder) || content::isSiteLanguage(page.page.content.language))
            sections.insert(folder, name);
    }
    return sections;
}

int placingOrder(const SourcePage &page)
{
    enum Order { Home, Plain, Similar, Draft };
    const QString key = page.source.key;
    const QString name = QFileInfo(key).completeBaseName();
    const bool isHome = !key.contains(u'/') && page.url.isEmpty() &&
                        (name == QLatin1String("_index") || name == QLatin1String("index"));
    if (isHome)
        return Home;
    if (page.page.draft)
        return Draft;
    return hugoSegment(key) == QString(key).remove(u'/') ? Plain : Similar;
}

QString PagePaths::segment(const QString &parent, const QString &original, const QString &fallback)
{
    const QString key = parent + original;
    if (const auto there = m_segments.constFind(key); there != m_segments.cend())
        return *there;
    const QString wanted = security::safeSegment(original, fallback);
    QString free = wanted;
    for (int number = 2; m_usedSegments.contains(parent + free); ++number)
        free = wanted + u'-' + QString::number(number);
    m_usedSegments.insert(parent + free);
    m_segments.insert(key, free);
    return free;
}

QString PagePaths::fresh(const QString &path) const
{
    QString free = path;
    for (int number = 2; m_used.contains(free); ++number)
        free = path.chopped(1) + u'-' + QString::number(number) + u'/';
    return free;
}

/// Only folders at the top and those with a page of their own are sections to Hugo.
HugoPlace PagePaths::hugoPlace(const SourcePage &page, const QStringList &names) const
{
    HugoPlace place;
    place.isSection = page.source.key.section(u'/', -1).startsWith(u'_');
    place.language = languageOf(m_rules.config, page.source.key);
    place.file = names.isEmpty() ? QString() : names.last();
    QStringList folders =
        place.isSection ? names : names.mid(0, qMax(qsizetype(0), names.size() - 1));
    while (folders.size() > 1 && !m_rules.sections.contains(folders.join(u'/')))
        folders.removeLast();
    place.sections = folders;
    for (qsizetype at = 1; at <= folders.size(); ++at)
        place.sectionSlugs.append(
            m_rules.sections.value(folders.mid(0, at).join(u'/'), folders.at(at - 1)));
    return place;
}

void PagePaths::takeHugo(SourcePage &page, Wanted &wanted) const
{
    const HugoPlace place = hugoPlace(page, wanted.names);
    if (!page.slug.isEmpty() && !wanted.names.isEmpty() && !place.isSection)
        wanted.names.last() = page.slug;
    QStringList parts = wanted.names;
    bool isFile =
        (m_rules.config.isUgly || m_rules.config.uglySections.contains(place.sections.value(0))) &&
        !place.isSection && !parts.isEmpty();
    if (isFile)
        parts.last() += QStringLiteral(".html");
    const auto pattern = parts.isEmpty() ? std::nullopt : hugoPattern(m_rules.config, place);
    if (const auto made = pattern ? hugoAddress(*pattern, page, place) : std::nullopt) {
        isFile = made->endsWith(QLatin1String(".html")) || made->endsWith(QLatin1String(".htm"));
        parts = made->split(u'/', Qt::SkipEmptyParts);
        wanted.names = namesIn(*made);
    } else if (pattern) {
        reportPattern(page, *pattern);
    }
    const bool isUsual = place.language == usualLanguage(m_rules.config);
    if (!isUsual || m_rules.config.isLanguageInPath)
        parts.prepend(place.language);
    // A site that begins in Japanese has that at the top here, where its home page is.
    const bool isAtTop =
        isUsual && (!m_rules.config.isLanguageInPath || place.language == content::siteLanguage());
    if (!isAtTop)
        wanted.names.prepend(place.language);
    wanted.address = addressOf(parts);
    if (isFile)
        wanted.address.chop(1);
}

PagePaths::Wanted PagePaths::wantedFor(SourcePage &page) const
{
    Wanted wanted;
    wanted.names = namesOf(page.source.key);
    const auto pattern = jekyllPattern(m_rules.config, page, wanted.names);
    const auto address =
        pattern ? jekyllAddress(*pattern, page, wanted.names) : std::optional<QString>();
    if (address) {
        wanted.isGiven = !page.permalink.isEmpty() && !isJekyllPost(page.source.key) &&
                         !page.permalink.contains(u':');
        wanted.address = *address;
        wanted.names = namesIn(*address);
    } else {
        if (pattern)
            reportPattern(page, *pattern);
        takeHugo(page, wanted);
    }
    if (page.url.isEmpty())
        return wanted;
    const QUrl url(page.url);
    if (url.hasQuery()) {
        wanted.query = addressFrom(page.url) + u'?' + url.query(QUrl::FullyEncoded);
        return wanted;
    }
    wanted.address = addressFrom(page.url);
    wanted.names = namesIn(wanted.address);
    wanted.isGiven = true;
    return wanted;
}

QString PagePaths::pathOf(const QStringList &names, const SourcePage &page)
{
    const QDate date = page.page.content.date;
    QString path = QStringLiteral("/");
    for (qsizetype at = 0; at < names.size(); ++at) {
        const bool last = at + 1 == names.size();
        const QString fallback = last && date.isValid() ? date.toString(Qt::ISODate)
                                 : last                 ? QStringLiteral("page")
                                                        : QStringLiteral("section");
        path += segment(path, names.at(at), fallback) + u'/';
    }
    return path;
}

/// One that nobody asked for and that always goes.
QString PagePaths::safePath(const SourcePage &page)
{
    const QStringList names = namesOf(page.source.key);
    if (!names.isEmpty() && !page.url.isEmpty()) {
        const QString path = fresh(pathOf(names, page));
        if (security::checkPagePath(path))
            return path;
    }
    const QDate date = page.page.content.date;
    const QString plain = date.isValid() ? date.toString(Qt::ISODate) : QStringLiteral("page");
    for (const QString &text :
         {page.slug, names.isEmpty() ? QString() : names.last(), page.page.content.title}) {
        const QString name = security::safeSegment(text, {});
        const QString path = fresh(u'/' + name + u'/');
        if (!name.isEmpty() && security::checkPagePath(path))
            return path;
    }
    return fresh(u'/' + plain + u'/');
}

/// Where links and visitors look for the page until they know better.
void PagePaths::remember(SourcePage &page, const Wanted &wanted) const
{
    page.oldUrl = wanted.address;
    page.oldAddresses = {wanted.query.isEmpty() ? wanted.address : wanted.query};
    for (const QString &alias : std::as_const(page.aliases)) {
        if (const auto address = fromTop(alias, wanted.address))
            page.oldAddresses.append(*address);
        else if (!alias.isEmpty())
            report(
                page,
                Text::tr("The alias %1 is no old address of one page and is left out.").arg(alias));
    }
}

void PagePaths::place(SourcePage &page)
{
    const Wanted wanted = wantedFor(page);
    remember(page, wanted);
    QString path = wanted.names.isEmpty() ? QStringLiteral("/") : pathOf(wanted.names, page);
    if (wanted.isGiven && security::checkPagePath(wanted.address))
        path = wanted.address;
    // Of several that were asked for by one address the first had it before, too.
    const QString known = m_known.value(encodedAddress(page.oldAddresses.first()));
    if (!known.isEmpty() && !m_used.contains(known))
        path = known;
    const bool isReserved =
        security::isReservedPath(path) || security::isReservedPath(wanted.address);
    if (isReserved)
        path = security::unreservedPath(security::isReservedPath(path) ? path : wanted.address);
    const bool isHome = path == QLatin1String("/");
    const bool isGood = security::checkPagePath(path).has_value();
    const bool isTaken = m_used.contains(path);
    const bool isFree = isGood && !(isHome && (isTaken || !wanted.query.isEmpty()));
    page.page.path = isFree ? fresh(path) : safePath(page);
    if (!security::checkPagePath(page.page.path))
        page.page.path = safePath(page);
    if (!wanted.query.isEmpty())
        report(page, Text::tr("%1 asks the old server for a page and is no path; the page gets %2.")
                         .arg(wanted.query, page.page.path));
    else if (isReserved)
        report(page, Text::tr("%1 is where the program puts files of its own; the page gets %2.")
                         .arg(wanted.address, page.page.path));
    else if (!isGood)
        report(page, Text::tr("%1 cannot be a page's address here; the page gets %2.")
                         .arg(wanted.address, page.page.path));
    else if (isTaken)
        report(page, Text::tr("%1 leads to %2 already; the page gets %3.")
                         .arg(m_used.value(path), path, page.page.path));
    m_used.insert(page.page.path, page.source.shown);
}

} // namespace kakehashi::takeover
