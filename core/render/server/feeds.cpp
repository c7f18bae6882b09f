#include "render/server/feeds.h"

#include "base/clock.h"
#include "content/page/terms.h"
#include "render/html.h"
#include "render/site/pagedata.h"

#include <algorithm>

namespace kakehashi::render {
namespace {

constexpr size_t feedLength = 20;

void element(std::string &out, std::string_view name, std::string_view text)
{
    out.append("<").append(name).append(">");
    appendEscaped(out, text);
    out.append("</").append(name).append(">\n");
}

PageList feedPages(const SiteIndex &index)
{
    PageList pages;
    for (const content::Kind &kind : index.snapshot().kinds) {
        if (!kind.listed || !kind.dated)
            continue;
        const PageList &all = index.ofKind(kind.name);
        pages.insert(pages.end(), all.begin(),
                     all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), feedLength)));
    }
    std::sort(pages.begin(), pages.end(), [](const PageValue *a, const PageValue *b) {
        return a->content.date != b->content.date ? a->content.date > b->content.date
                                                  : a->path < b->path;
    });
    pages.resize(std::min(pages.size(), feedLength));
    return pages;
}

QDateTime startOf(const QDate &date)
{
    return {date, QTime(0, 0), japanTime()};
}

/// RFC 822, the day beginning in Japan.
std::string feedDate(const QDate &date)
{
    return utf8(startOf(date).toString(Qt::RFC2822Date));
}

/// When the page's words last changed, as far as it is known.
QDateTime changeOf(const PageValue &page)
{
    return page.updatedAt.isValid() ? page.updatedAt : startOf(page.content.date);
}

/// RFC 3339
std::string atomDate(const QDateTime &time)
{
    return utf8(time.toTimeZone(japanTime()).toString(Qt::ISODate));
}

void appendLink(std::string &out, std::string_view relation, const std::string &url)
{
    out.append("<link");
    appendAttribute(out, "rel", relation);
    appendAttribute(out, "href", url);
    out.append("/>\n");
}

} // namespace

std::string feedXml(const SiteIndex &index)
{
    const SiteSnapshot &snapshot = index.snapshot();
    const PageList pages = feedPages(index);
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n"
                      "<channel>\n";
    element(out, "title", utf8(snapshot.site.name));
    element(out, "link", absoluteUrl(index, QStringLiteral("/")));
    element(out, "description", utf8(snapshot.site.description));
    element(out, "language", "ja");
    // The newest page's day, not the time of the build: the same content gives the same bytes.
    if (!pages.empty() && pages.front()->content.date.isValid())
        element(out, "lastBuildDate", feedDate(pages.front()->content.date));
    out.append("<atom:link rel=\"self\" type=\"application/rss+xml\"");
    appendAttribute(out, "href", absoluteUrl(index, QStringLiteral("/feed.xml")));
    out.append("/>\n");
    for (const PageValue *page : pages) {
        const std::string url = absoluteUrl(index, page->path);
        out.append("<item>\n");
        element(out, "title", utf8(page->content.title));
        element(out, "link", url);
        element(out, "guid", url);
        if (page->content.date.isValid())
            element(out, "pubDate", feedDate(page->content.date));
        if (!page->content.summary.isEmpty())
            element(out, "description", utf8(page->content.summary));
        element(out, "category", utf8(index.kind(page->kind).label));
        for (const QString &term : termsOf(page->content, content::Taxonomy::Category))
            element(out, "category", utf8(term));
        out.append("</item>\n");
    }
    return out.append("</channel>\n</rss>\n");
}

std::string atomXml(const SiteIndex &index)
{
    const SiteSnapshot &snapshot = index.snapshot();
    const PageList pages = feedPages(index);
    const std::string home = absoluteUrl(index, QStringLiteral("/"));
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"ja\">\n";
    element(out, "title", utf8(snapshot.site.name));
    if (!snapshot.site.description.isEmpty())
        element(out, "subtitle", utf8(snapshot.site.description));
    element(out, "id", home);
    appendLink(out, "self", absoluteUrl(index, QStringLiteral("/atom.xml")));
    appendLink(out, "alternate", home);
    QDateTime newest = QDateTime(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    for (const PageValue *page : pages)
        newest = std::max(newest, changeOf(*page));
    element(out, "updated", atomDate(newest));
    const QString &author = snapshot.site.organization;
    out.append("<author>");
    element(out, "name", utf8(author.isEmpty() ? snapshot.site.name : author));
    out.append("</author>\n");
    for (const PageValue *page : pages) {
        const std::string url = absoluteUrl(index, page->path);
        out.append("<entry>\n");
        element(out, "title", utf8(page->content.title));
        element(out, "id", url);
        appendLink(out, "alternate", url);
        if (page->content.date.isValid())
            element(out, "published", atomDate(startOf(page->content.date)));
        element(out, "updated", atomDate(changeOf(*page)));
        if (!page->content.summary.isEmpty())
            element(out, "summary", utf8(page->content.summary));
        out.append("<category");
        appendAttribute(out, "term", utf8(page->kind));
        appendAttribute(out, "label", utf8(index.kind(page->kind).label));
        out.append("/>\n");
        for (const QString &term : termsOf(page->content, content::Taxonomy::Category)) {
            out.append("<category");
            appendAttribute(out, "term", utf8(term));
            out.append("/>\n");
        }
        out.append("</entry>\n");
    }
    return out.append("</feed>\n");
}

std::string robotsTxt(const SiteIndex &index)
{
    if (index.options().noindex)
        return "User-agent: *\nDisallow: /\n";
    return "User-agent: *\nDisallow:\n\nSitemap: " +
           absoluteUrl(index, QStringLiteral("/sitemap.xml")) + '\n';
}

} // namespace kakehashi::render
