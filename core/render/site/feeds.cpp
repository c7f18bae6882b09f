#include "render/site/feeds.h"

#include "base/clock.h"
#include "render/html.h"
#include "render/site/pagedata.h"
#include "security/pathguard.h"

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

/// RFC 822, the day beginning in Japan.
std::string feedDate(const QDate &date)
{
    return utf8(QDateTime(date, QTime(0, 0), japanTime()).toString(Qt::RFC2822Date));
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
    element(out, "link", absoluteUrl(snapshot, QStringLiteral("/")));
    element(out, "description", utf8(snapshot.site.description));
    element(out, "language", "ja");
    // The newest page's day, not the time of the build: the same content gives the same bytes.
    if (!pages.empty() && pages.front()->content.date.isValid())
        element(out, "lastBuildDate", feedDate(pages.front()->content.date));
    out.append("<atom:link rel=\"self\" type=\"application/rss+xml\"");
    appendAttribute(out, "href", absoluteUrl(snapshot, QStringLiteral("/feed.xml")));
    out.append("/>\n");
    for (const PageValue *page : pages) {
        const std::string url = absoluteUrl(snapshot, page->path);
        out.append("<item>\n");
        element(out, "title", utf8(page->content.title));
        element(out, "link", url);
        element(out, "guid", url);
        if (page->content.date.isValid())
            element(out, "pubDate", feedDate(page->content.date));
        if (!page->content.summary.isEmpty())
            element(out, "description", utf8(page->content.summary));
        element(out, "category", utf8(index.kind(page->kind).label));
        out.append("</item>\n");
    }
    return out.append("</channel>\n</rss>\n");
}

std::string sitemapXml(const SiteIndex &index)
{
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (const PageValue *page : index.openPages()) {
        if (page->content.seo.noindex || page->kind == QLatin1String("notfound"))
            continue;
        out.append("<url>\n");
        element(out, "loc", absoluteUrl(index.snapshot(), page->path));
        if (page->updatedAt.isValid())
            element(out, "lastmod", utf8(page->updatedAt.toUTC().toString(Qt::ISODate)));
        out.append("</url>\n");
    }
    return out.append("</urlset>\n");
}

std::string robotsTxt(const SiteIndex &index)
{
    if (index.options().noindex)
        return "User-agent: *\nDisallow: /\n";
    return "User-agent: *\nDisallow:\n\nSitemap: " +
           absoluteUrl(index.snapshot(), QStringLiteral("/sitemap.xml")) + '\n';
}

std::string redirectPage(const SiteIndex &index, const content::Redirect &redirect)
{
    const std::string target = redirect.target.startsWith(u'/')
                                   ? absoluteUrl(index.snapshot(), redirect.target)
                                   : utf8(redirect.target);
    std::string out = "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<title>ページは移動しました</title>\n<meta http-equiv=\"refresh\"";
    appendAttribute(out, "content", "0; url=" + target);
    out.append(">\n<link rel=\"canonical\" href=\"");
    appendHref(out, target);
    out.append("\">\n<meta name=\"robots\" content=\"noindex\">\n</head>\n<body>\n"
               "<h1>ページは移動しました</h1>\n<p><a href=\"");
    appendHref(out, target);
    out.append("\">移動先のページを開く</a></p>\n</body>\n</html>\n");
    return out;
}

QString redirectOutputPath(const content::Redirect &redirect)
{
    QString path = redirect.from;
    if (!path.startsWith(u'/') || path.contains(u'?') || path.contains(u'#') || path.size() < 2)
        return {};
    path.remove(0, 1);
    const bool file = path.endsWith(QLatin1String(".html")) || path.endsWith(QLatin1String(".htm"));
    if (!file)
        path += path.endsWith(u'/') ? QStringLiteral("index.html") : QStringLiteral("/index.html");
    return security::checkOutputPath(path) ? path : QString();
}

} // namespace kakehashi::render
