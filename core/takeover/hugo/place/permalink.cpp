#include "takeover/hugo/place/permalink.h"

#include "content/page/terms.h"

#include <QLocale>
#include <QRegularExpression>

#include <functional>

namespace kakehashi::takeover {
namespace {

using Meaning = std::function<std::optional<QString>(const QString &word)>;

std::optional<QString> filled(const QString &pattern, const Meaning &meaning)
{
    static const QRegularExpression words(QStringLiteral(":([a-z_]+)"));
    QString address;
    qsizetype copied = 0;
    for (auto each = words.globalMatch(pattern); each.hasNext();) {
        const auto match = each.next();
        const auto text = meaning(match.captured(1));
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

/// A name of Jekyll's for a pattern, and the pattern; pages that are no posts have no dates.
QString jekyllPattern(const QString &named, bool isPost)
{
    const QString end =
        named == QLatin1String("pretty") ? QStringLiteral("/") : QStringLiteral(":output_ext");
    static const QStringList names{QStringLiteral("date"), QStringLiteral("pretty"),
                                   QStringLiteral("ordinal"), QStringLiteral("weekdate"),
                                   QStringLiteral("none")};
    if (!names.contains(named))
        return named;
    if (!isPost)
        return QStringLiteral("/:path/:basename") + end;
    if (named == QLatin1String("none"))
        return QStringLiteral("/:categories/:title") + end;
    if (named == QLatin1String("ordinal"))
        return QStringLiteral("/:categories/:year/:y_day/:title") + end;
    if (named == QLatin1String("weekdate"))
        return QStringLiteral("/:categories/:year/W:week/:short_day/:title") + end;
    return QStringLiteral("/:categories/:year/:month/:day/:title") + end;
}

} // namespace

std::optional<QString> hugoAddress(const QString &pattern, const SourcePage &page,
                                   const QStringList &names)
{
    const QDate date = page.page.content.date;
    return filled(pattern, [&](const QString &word) -> std::optional<QString> {
        if (isOfDate(word))
            return date.isValid() ? partOfDate(word, date) : std::optional<QString>();
        if (word == QLatin1String("slug") || word == QLatin1String("title"))
            return page.slug.isEmpty() || word == QLatin1String("title") ? page.page.content.title
                                                                         : page.slug;
        if (word.endsWith(QLatin1String("filename")) || word.endsWith(QLatin1String("basename")))
            return names.last(); // a slug has taken its place where there is one
        if (word == QLatin1String("section"))
            return names.first();
        if (word == QLatin1String("sections"))
            return names.mid(0, names.size() - 1).join(u'/');
        return {};
    });
}

std::optional<QString> jekyllAddress(const QString &pattern, const SourcePage &page,
                                     const QStringList &names)
{
    QDate date = page.page.content.date;
    const QString file = withoutDate(names.isEmpty() ? QString() : names.last(), &date);
    const QString name = page.slug.isEmpty() ? file : page.slug;
    const QString whole = jekyllPattern(pattern, isJekyllPost(page.source.key));
    auto address = filled(whole, [&](const QString &word) -> std::optional<QString> {
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
        if (word == QLatin1String("path"))
            return names.mid(0, qMax(qsizetype(0), names.size() - 1)).join(u'/');
        if (word == QLatin1String("collection"))
            return names.value(0);
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
