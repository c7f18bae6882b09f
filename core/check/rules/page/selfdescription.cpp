#include "check/rules/page/pagerules.h"

#include <QJsonArray>

namespace kakehashi::check {
namespace {

const QString titlePart = QStringLiteral("title");
const QString summaryPart = QStringLiteral("summary");

/// Pages whose content is made of others'.
bool isMadeOfOthers(const PageView &page)
{
    return page.page.path == QLatin1String("/") || !page.kind.listsKind.isEmpty() ||
           page.kind.name == QLatin1String("notfound");
}

QString descriptionOf(const content::PageContent &content)
{
    return (content.seo.description.isEmpty() ? content.summary : content.seo.description)
        .simplified();
}

/// What the page's own text came to be, blocks included: the theme puts headings, dates, contacts
/// and neighbours around it. Without the preview's marks it cannot be told from them.
int ownCharacters(const PageView &page, const Element &main)
{
    int count = 0;
    Element counted;
    for (const Element &element : main.descendants()) {
        if (!element.has("data-line") || (counted && counted.contains(element)))
            continue;
        counted = element;
        count += static_cast<int>(element.text().size());
    }
    return counted ? count + charactersIn(page.page.content.fields)
                   : static_cast<int>(main.text().size());
}

} // namespace

void titleMissing(const PageView &page, Report &report)
{
    if (page.page.content.title.trimmed().isEmpty())
        report.part(titlePart, PageRules::tr("The page has no title."));
}

/// Limits are in Japanese characters; Latin ones are half as wide.
static int roomFor(const PageView &page, int characters)
{
    return content::isSiteLanguage(page.page.content.language) ? characters : 2 * characters;
}

/// Search results cut titles at some 30 to 40 Japanese characters.
void titleLength(const PageView &page, Report &report)
{
    const content::PageContent &content = page.page.content;
    const QString title = content.seo.title.isEmpty() ? content.title : content.seo.title;
    if (title.size() > roomFor(page, page.book.words().limits.titleLength))
        report.part(content.seo.title.isEmpty() ? titlePart : QStringLiteral("seo/title"),
                    PageRules::tr("The title has %n characters; search results show about %1.",
                                  nullptr, static_cast<int>(title.size()))
                        .arg(roomFor(page, page.book.words().limits.titleLength)));
}

void descriptionMissing(const PageView &page, Report &report)
{
    if (!page.page.content.seo.noindex && page.kind.name != QLatin1String("notfound") &&
        descriptionOf(page.page.content).isEmpty())
        report.part(summaryPart,
                    PageRules::tr("The page has no summary. Search results and shared cards then "
                                  "show whatever comes first."));
}

void descriptionLength(const PageView &page, Report &report)
{
    const Limits &limits = page.book.words().limits;
    const auto length = static_cast<int>(descriptionOf(page.page.content).size());
    const QString part = page.page.content.seo.description.isEmpty()
                             ? summaryPart
                             : QStringLiteral("seo/description");
    if (const int longest = roomFor(page, limits.descriptionLongest); length > longest)
        report.part(part,
                    PageRules::tr("The description has %n characters; search results show %1 or "
                                  "fewer.",
                                  nullptr, length)
                        .arg(longest));
    else if (length > 0 && length < limits.descriptionShortest)
        report.part(part,
                    PageRules::tr("The description has only %n characters. Say what visitors find "
                                  "here.",
                                  nullptr, length));
}

/// Too little to be worth a visit, or to be found.
void thinPage(const PageView &page, Report &report)
{
    const Element main = page.document.main();
    if (!main || isMadeOfOthers(page) || page.page.content.seo.noindex)
        return;
    const int length = ownCharacters(page, main);
    if (length < page.book.words().limits.thinPage)
        report.page(PageRules::tr("The page has only %n characters.", nullptr, length));
}

void fieldRequired(const PageView &page, Report &report)
{
    for (const content::Field &field : page.kind.fields) {
        const QJsonValue value = page.page.content.fields.value(field.name);
        const bool empty = value.isUndefined() || value.isNull() ||
                           (value.isArray() && value.toArray().isEmpty()) ||
                           (value.isString() && value.toString().trimmed().isEmpty());
        if (field.required && empty)
            report.part(QStringLiteral("fields/") + field.name,
                        PageRules::tr("The field \"%1\" of this %2 is empty.")
                            .arg(field.label, page.kind.label));
    }
}

void dateMissing(const PageView &page, Report &report)
{
    if (page.kind.dated && !page.page.content.date.isValid())
        report.part(QStringLiteral("date"),
                    PageRules::tr("The page has no date, by which it is sorted and shown."));
}

} // namespace kakehashi::check
