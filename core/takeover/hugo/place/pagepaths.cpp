#include "takeover/hugo/place/pagepaths.h"

#include "security/pathguard.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

/// The names of folders and file that lead to the page, without index files and languages.
QStringList namesOf(const QString &key)
{
    QStringList names = key.split(QLatin1Char('/'));
    QString last = names.takeLast();
    last.truncate(last.lastIndexOf(QLatin1Char('.')));
    // about.en.md is the English page beside about.md.
    if (hasLanguage(key)) {
        const QString language = last.section(QLatin1Char('.'), -1).toLower();
        last.chop(language.size() + 1);
        if (language != content::siteLanguage())
            names.prepend(language);
    }
    if (last != QLatin1String("index") && last != QLatin1String("_index"))
        names.append(last);
    return names;
}

/// "/about/" of "https://example.jp/about.html", "about" and the like.
QString addressFrom(const QString &url)
{
    QString address = QUrl(url).path(QUrl::FullyDecoded);
    if (!address.startsWith(QLatin1Char('/')))
        address.prepend(QLatin1Char('/'));
    return address;
}

QStringList namesIn(const QString &address)
{
    QStringList names = address.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (names.isEmpty() || address.endsWith(QLatin1Char('/')))
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

/// What one word of a pattern of Hugo's permalinks stands for; nothing for one not known here.
std::optional<QString> meaning(const QString &word, const SourcePage &page,
                               const QStringList &names)
{
    const QDate date = page.page.content.date;
    const QString name = names.last();
    if (word == QLatin1String("year") || word == QLatin1String("month") ||
        word == QLatin1String("day")) {
        const QString form = word == QLatin1String("year")    ? QStringLiteral("yyyy")
                             : word == QLatin1String("month") ? QStringLiteral("MM")
                                                              : QStringLiteral("dd");
        return date.isValid() ? date.toString(form) : std::optional<QString>();
    }
    if (word == QLatin1String("slug") || word == QLatin1String("title"))
        return page.slug.isEmpty() || word == QLatin1String("title") ? page.page.content.title
                                                                     : page.slug;
    if (word.endsWith(QLatin1String("filename")) || word.endsWith(QLatin1String("basename")))
        return name; // a slug has taken its place where there is one
    if (word == QLatin1String("section"))
        return names.first();
    if (word == QLatin1String("sections"))
        return names.mid(0, names.size() - 1).join(QLatin1Char('/'));
    return {};
}

/// The names that a pattern makes, or the ones that were given.
QStringList byPermalink(const QString &pattern, const SourcePage &page, const QStringList &names)
{
    static const QRegularExpression words(QStringLiteral(":([a-z]+)"));
    QString address;
    qsizetype copied = 0;
    for (auto each = words.globalMatch(pattern); each.hasNext();) {
        const auto match = each.next();
        const auto text = meaning(match.captured(1), page, names);
        if (!text)
            return names;
        address += pattern.mid(copied, match.capturedStart() - copied) + *text;
        copied = match.capturedEnd();
    }
    address += pattern.mid(copied);
    return address.split(QLatin1Char('/'), Qt::SkipEmptyParts);
}

QString addressOf(const QStringList &names)
{
    QString address = QStringLiteral("/");
    for (const QString &name : names)
        address += hugoSegment(name) + QLatin1Char('/');
    return address;
}

} // namespace

QString encodedAddress(const QString &address)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(address, "/?=&#:@!$'()*+,;~", "\"\\<>"));
}

QString hugoSegment(const QString &name)
{
    QString segment;
    for (const QChar c : name.toLower()) {
        if (c.isSpace())
            segment += QLatin1Char('-');
        else if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate() ||
                 QStringLiteral("-_.~+@%#").contains(c))
            segment += c;
    }
    return segment;
}

QString PagePaths::segment(const QString &parent, const QString &original, const QString &fallback)
{
    const QString key = parent + original;
    if (const auto there = m_segments.constFind(key); there != m_segments.cend())
        return *there;
    const QString wanted = security::safeSegment(original, fallback);
    QString free = wanted;
    for (int number = 2; m_usedSegments.contains(parent + free); ++number)
        free = wanted + QLatin1Char('-') + QString::number(number);
    m_usedSegments.insert(parent + free);
    m_segments.insert(key, free);
    return free;
}

QString PagePaths::fresh(const QString &path) const
{
    QString free = path;
    for (int number = 2; m_used.contains(free); ++number)
        free = path.chopped(1) + QLatin1Char('-') + QString::number(number) + QLatin1Char('/');
    return free;
}

Result<void> PagePaths::place(SourcePage &page)
{
    QStringList names = namesOf(page.source.key);
    if (!page.slug.isEmpty() && !names.isEmpty())
        names.last() = page.slug;
    const bool isSection = page.source.key.section(QLatin1Char('/'), -1).startsWith(u'_');
    if (!names.isEmpty() && !isSection && m_permalinks.contains(names.first()))
        names = byPermalink(m_permalinks.value(names.first()), page, names);
    page.oldUrl = addressOf(names);
    if (!page.url.isEmpty()) {
        page.oldUrl = addressFrom(page.url);
        names = namesIn(page.oldUrl);
    }
    const QDate date = page.page.content.date;
    QString path = QStringLiteral("/");
    for (qsizetype at = 0; at < names.size(); ++at) {
        const bool last = at + 1 == names.size();
        const QString fallback = last && date.isValid() ? date.toString(Qt::ISODate)
                                 : last                 ? QStringLiteral("page")
                                                        : QStringLiteral("section");
        path += segment(path, names.at(at), fallback) + QLatin1Char('/');
    }
    if (!page.url.isEmpty() && security::checkPagePath(page.oldUrl))
        path = page.oldUrl;
    path = m_known.value(encodedAddress(page.oldUrl), path);
    if (auto good = security::checkPagePath(path); !good)
        return good;
    page.page.path = fresh(path);
    if (page.page.path != path)
        page.notes.append(Text::tr("Another file leads to %1 already.").arg(path));
    m_used.insert(page.page.path);
    return {};
}

} // namespace kakehashi::takeover
