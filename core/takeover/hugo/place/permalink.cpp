#include "takeover/hugo/place/permalink.h"

#include "content/page/terms.h"

#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

#include <functional>

namespace kakehashi::takeover {
namespace {

using Meaning = std::function<std::optional<QString>(const QString &word)>;

std::optional<QString> filled(const QString &pattern, const Meaning &meaning)
{
    static const QRegularExpression words(QStringLiteral("\\\\:|:(\\w+(?:\\[[^\\]]+\\])?)"));
    QString address;
    qsizetype copied = 0;
    for (auto each = words.globalMatch(pattern); each.hasNext();) {
        const auto match = each.next();
        const bool isEscape = match.capturedView(1).isEmpty();
        const auto text = isEscape ? QString(u':') : meaning(match.captured(1));
        if (!text)
            return {};
        address += pattern.mid(copied, match.capturedStart() - copied) + *text;
        copied = match.capturedEnd();
    }
    return address + pattern.mid(copied);
}

/// What both programs call by the same words; an empty text: something else.
QString partOfDate(const QString &word, QDate date)
{
    static const QHash<QString, QString> forms{{QStringLiteral("year"), QStringLiteral("yyyy")},
                                               {QStringLiteral("month"), QStringLiteral("MM")},
                                               {QStringLiteral("day"), QStringLiteral("dd")},
                                               {QStringLiteral("short_year"), QStringLiteral("yy")},
                                               {QStringLiteral("i_month"), QStringLiteral("M")},
                                               {QStringLiteral("i_day"), QStringLiteral("d")}};
    return forms.contains(word) ? date.toString(forms.value(word)) : QString();
}

bool isOfDate(const QString &word)
{
    return !partOfDate(word, QDate(2000, 1, 1)).isEmpty();
}

QString categoriesOf(const SourcePage &page)
{
    QStringList names;
    for (const QString &term : termsOf(page.page.content, content::Taxonomy::Category))
        names.append(term.toLower().replace(u' ', u'-'));
    return names.join(u'/');
}

/// Dates as only Hugo calls them; its Sunday is day 0.
QString partOfHugoDate(const QString &word, QDate date)
{
    const QLocale english = QLocale::c();
    if (word == QLatin1String("monthname"))
        return english.monthName(date.month());
    if (word == QLatin1String("weekday"))
        return QString::number(date.dayOfWeek() % 7);
    if (word == QLatin1String("weekdayname"))
        return english.dayName(date.dayOfWeek());
    if (word == QLatin1String("yearday"))
        return QString::number(date.dayOfYear());
    // Go's own way of naming the parts of a date: by those of 2 January 2006.
    static const QHash<QString, QString> layouts{
        {QStringLiteral("2006"), QStringLiteral("yyyy")},
        {QStringLiteral("06"), QStringLiteral("yy")},
        {QStringLiteral("01"), QStringLiteral("MM")},
        {QStringLiteral("1"), QStringLiteral("M")},
        {QStringLiteral("02"), QStringLiteral("dd")},
        {QStringLiteral("2"), QStringLiteral("d")},
        {QStringLiteral("Jan"), QStringLiteral("MMM")},
        {QStringLiteral("January"), QStringLiteral("MMMM")},
        {QStringLiteral("Mon"), QStringLiteral("ddd")},
        {QStringLiteral("Monday"), QStringLiteral("dddd")}};
    if (layouts.contains(word))
        return english.toString(date, layouts.value(word));
    const bool isHugos = word == QLatin1String("year") || word == QLatin1String("month") ||
                         word == QLatin1String("day");
    return isHugos ? partOfDate(word, date) : QString();
}

/// The place in a list that "2", "last" or nothing means; -1: beyond its end.
qsizetype placeIn(const QStringList &all, const QString &written, bool isLow)
{
    if (written.isEmpty())
        return isLow ? 0 : all.size();
    if (written == QLatin1String("last"))
        return all.size() - 1;
    const qsizetype number = qMax(0, written.toInt());
    return number < all.size() ? number : isLow ? -1 : all.size();
}

/// "[1]", "[last]", "[1:]", "[:last]", "[1:2]" of the sections.
QStringList slice(const QStringList &all, const QString &word)
{
    const qsizetype open = word.indexOf(u'[');
    if (open < 0 || all.isEmpty())
        return all;
    const QString cut = word.mid(open + 1).chopped(1).trimmed().toLower();
    const qsizetype colon = cut.indexOf(u':');
    const qsizetype low = placeIn(all, cut.left(colon < 0 ? cut.size() : colon), true);
    if (colon < 0)
        return low < 0 ? QStringList() : all.mid(low, 1);
    const qsizetype high = placeIn(all, cut.mid(colon + 1), false);
    return low < 0 || high < low ? QStringList() : all.mid(low, high - low);
}

bool isWithin(const QString &folder, const AddressPattern &pattern)
{
    if (pattern.folder.isEmpty() || folder == pattern.folder)
        return true;
    return folder.startsWith(pattern.folder + u'/');
}

bool isNamedStyle(const QString &pattern)
{
    static const QStringList names{QStringLiteral("date"), QStringLiteral("pretty"),
                                   QStringLiteral("ordinal"), QStringLiteral("weekdate"),
                                   QStringLiteral("none")};
    return names.contains(pattern);
}

/// How the addresses of pages end where those of posts are of this style.
QString endOf(const QString &style)
{
    if (style == QLatin1String("pretty") || style.endsWith(u'/'))
        return QStringLiteral("/");
    const bool hasEnd = isNamedStyle(style) || style.endsWith(QLatin1String(":output_ext"));
    return hasEnd ? QStringLiteral(":output_ext") : QString();
}

/// What a style's name stands for; pages that are no posts have no dates.
QString patternOfStyle(const QString &style, bool isPost)
{
    const QString end = endOf(style);
    if (!isPost)
        return QStringLiteral("/:path/:basename") + end;
    if (style == QLatin1String("none"))
        return QStringLiteral("/:categories/:title") + end;
    if (style == QLatin1String("ordinal"))
        return QStringLiteral("/:categories/:year/:y_day/:title") + end;
    if (style == QLatin1String("weekdate"))
        return QStringLiteral("/:categories/:year/W:week/:short_day/:title") + end;
    return QStringLiteral("/:categories/:year/:month/:day/:title") + end;
}

/// "docs" of "_docs/intro.md" where there is such a collection.
QString collectionOf(const SiteConfig &config, const QString &key)
{
    const QString folder = key.section(u'/', 0, 0);
    const QString name = folder.mid(1);
    const bool isOne = folder.startsWith(u'_') && key.contains(u'/') &&
                       config.collections.contains(name) && !isJekyllPost(key);
    return isOne ? name : QString();
}

QString jekyllType(const SiteConfig &config, const QString &key)
{
    if (key.contains(QLatin1String("_drafts/")))
        return QStringLiteral("drafts");
    if (isJekyllPost(key))
        return QStringLiteral("posts");
    const QString collection = collectionOf(config, key);
    return collection.isEmpty() ? QStringLiteral("pages") : collection;
}

} // namespace

std::optional<QString> hugoPattern(const SiteConfig &config, const HugoPlace &place)
{
    if (config.isJekyll)
        return {};
    const QString folder = place.sections.join(u'/');
    const QString kind = place.isSection ? QStringLiteral("section") : QStringLiteral("page");
    for (const AddressPattern &one : config.patterns) {
        const bool isAtTop = one.folder == QLatin1String("/") && folder.isEmpty();
        if ((isAtTop || isWithin(folder, one)) && (one.kind.isEmpty() || one.kind == kind) &&
            (one.language.isEmpty() || one.language == place.language))
            return one.pattern;
    }
    return {};
}

std::optional<QString> hugoAddress(const QString &pattern, const SourcePage &page,
                                   const HugoPlace &place)
{
    const QDate date = page.page.content.date;
    const QDate any(2000, 1, 1);
    const QString title = page.page.content.title;
    return filled(pattern, [&](const QString &word) -> std::optional<QString> {
        if (!partOfHugoDate(word, any).isEmpty())
            return date.isValid() ? partOfHugoDate(word, date) : std::optional<QString>();
        if (word == QLatin1String("title"))
            return title;
        if (word == QLatin1String("slug"))
            return page.slug.isEmpty() ? title : page.slug;
        if (word == QLatin1String("filename") || word == QLatin1String("contentbasename"))
            return place.file;
        if (word == QLatin1String("slugorfilename") ||
            word == QLatin1String("slugorcontentbasename"))
            return page.slug.isEmpty() ? place.file : page.slug;
        if (word == QLatin1String("section"))
            return place.sections.value(0);
        if (word == QLatin1String("sectionslug"))
            return place.sectionSlugs.value(0);
        const QString plain = word.section(u'[', 0, 0);
        if (plain == QLatin1String("sections"))
            return slice(place.sections, word).join(u'/');
        if (plain == QLatin1String("sectionslugs"))
            return slice(place.sectionSlugs, word).join(u'/');
        return {};
    });
}

std::optional<QString> jekyllPattern(const SiteConfig &config, const SourcePage &page,
                                     const QStringList &names)
{
    const bool isPost = isJekyllPost(page.source.key);
    const auto meant = [&](const QString &pattern) {
        return isNamedStyle(pattern) ? patternOfStyle(pattern, isPost) : pattern;
    };
    if (!page.permalink.isEmpty())
        return meant(page.permalink);
    const QString type = jekyllType(config, page.source.key);
    for (const AddressPattern &one : config.patterns)
        if (config.isJekyll && (one.kind.isEmpty() || one.kind == type) &&
            isWithin(page.source.key, one))
            return meant(one.pattern);
    if (isPost)
        return meant(config.posts);
    if (!config.isJekyll)
        return {};
    const QString collection = collectionOf(config, page.source.key);
    if (const QString pattern = config.collections.value(collection); !pattern.isEmpty())
        return meant(pattern);
    if (!collection.isEmpty())
        return QStringLiteral("/:collection/:path") + endOf(config.posts);
    const bool isIndex = QFileInfo(page.source.key).completeBaseName() == QLatin1String("index");
    return isIndex || names.isEmpty() ? std::optional<QString>()
                                      : QStringLiteral("/:path/:basename") + endOf(config.posts);
}

std::optional<QString> jekyllAddress(const QString &pattern, const SourcePage &page,
                                     const QStringList &names)
{
    QDate date = page.page.content.date;
    const QString file = withoutDate(names.isEmpty() ? QString() : names.last(), &date);
    const QString name = page.slug.isEmpty() ? file : page.slug;
    const bool isCollected = names.value(0).startsWith(u'_');
    auto address = filled(pattern, [&](const QString &word) -> std::optional<QString> {
        if (isOfDate(word))
            return date.isValid() ? partOfDate(word, date) : std::optional<QString>();
        if (word == QLatin1String("y_day") && date.isValid())
            return QStringLiteral("%1").arg(date.dayOfYear(), 3, 10, QLatin1Char('0'));
        if (word == QLatin1String("week") && date.isValid())
            return QStringLiteral("%1").arg(date.weekNumber(), 2, 10, QLatin1Char('0'));
        if (word == QLatin1String("short_day") && date.isValid())
            return QLocale::c().dayName(date.dayOfWeek(), QLocale::ShortFormat);
        if (word == QLatin1String("title") || word == QLatin1String("slug") ||
            word == QLatin1String("name") || word == QLatin1String("basename"))
            return name;
        if (word == QLatin1String("categories"))
            return categoriesOf(page);
        if (word == QLatin1String("path")) // of a collection's page it is with its name
            return isCollected ? names.mid(1).join(u'/')
                               : names.mid(0, names.size() - 1).join(u'/');
        if (word == QLatin1String("collection"))
            return isCollected ? names.value(0).mid(1) : names.value(0);
        if (word == QLatin1String("output_ext"))
            return QStringLiteral(".html");
        return {};
    });
    if (!address)
        return {};
    if (!address->startsWith(u'/'))
        address->prepend(u'/');
    static const QRegularExpression slashes(QStringLiteral("/{2,}"));
    return address->replace(slashes, QStringLiteral("/"));
}

bool isJekyllPost(const QString &key)
{
    const QString folders = u'/' + key;
    return folders.contains(QLatin1String("/_posts/")) ||
           folders.contains(QLatin1String("/_drafts/"));
}

QString withoutDate(const QString &name, QDate *date)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{4}-\\d{1,2}-\\d{1,2})-(.+)$"));
    const auto match = form.match(name);
    const QDate named = QDate::fromString(match.captured(1), QStringLiteral("yyyy-M-d"));
    if (!match.hasMatch() || !named.isValid())
        return name;
    if (date && !date->isValid())
        *date = named;
    return match.captured(2);
}

} // namespace kakehashi::takeover
