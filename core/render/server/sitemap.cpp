#include "render/server/sitemap.h"

#include "render/html.h"
#include "render/media/picture.h"
#include "render/site/pagedata.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view opening =
    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"\n"
    "        xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\"\n"
    "        xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
constexpr std::string_view closing = "</urlset>\n";
constexpr size_t mostPictures = 1000; ///< Google's limit per page

void element(std::string &out, std::string_view name, std::string_view text)
{
    out.append("<").append(name).append(">");
    appendEscaped(out, text);
    out.append("</").append(name).append(">");
}

std::string timeText(const QDateTime &time)
{
    return utf8(time.toUTC().toString(Qt::ISODate));
}

QDateTime newestOf(const SiteIndex &index, const QString &kind)
{
    QDateTime newest;
    for (const PageValue *page : index.ofKind(kind))
        if (!newest.isValid() || page->updatedAt > newest)
            newest = page->updatedAt;
    return newest;
}

QDateTime lastChangeOf(const SiteIndex &index, const PageValue &page)
{
    const QString &listed = index.kind(page.kind).listsKind;
    const QDateTime below = listed.isEmpty() ? QDateTime() : newestOf(index, listed);
    return !below.isValid() || page.updatedAt > below ? page.updatedAt : below;
}

/// The page's own picture and those that its words name.
std::vector<const content::MediaAsset *> picturesOf(const SiteIndex &index, const PageValue &page)
{
    std::vector<const content::MediaAsset *> pictures;
    const auto add = [&](const content::MediaAsset *asset) {
        if (asset && isPicture(*asset) && !asset->decorative &&
            std::find(pictures.begin(), pictures.end(), asset) == pictures.end())
            pictures.push_back(asset);
    };
    add(index.media(page.content.picture));
    const QString &body = page.content.body;
    const QLatin1String scheme("media:");
    for (qsizetype at = body.indexOf(scheme); at >= 0; at = body.indexOf(scheme, at)) {
        at += scheme.size();
        qsizetype end = at;
        while (end < body.size() &&
               (body[end].isLetterOrNumber() || QStringLiteral("-_.").contains(body[end])))
            ++end;
        add(index.mediaNamed(body.mid(at, end - at)));
    }
    pictures.resize(std::min(pictures.size(), mostPictures));
    return pictures;
}

std::string urlElement(const SiteIndex &index, const PageValue &page)
{
    std::string out = "<url>";
    element(out, "loc", absoluteUrl(index, page.path));
    const QDateTime changed = lastChangeOf(index, page);
    if (changed.isValid())
        element(out, "lastmod", timeText(changed));
    out += sitemapAlternates(index, page);
    MediaUses known; // what pages show is published because they show it
    for (const content::MediaAsset *asset : picturesOf(index, page)) {
        out += "<image:image>";
        const auto source = pictureSource(*asset, index.options().media, known);
        element(out, "image:loc", absoluteUrl(index, fromUtf8(source.src)));
        out += "</image:image>";
    }
    return out.append("</url>\n");
}

SiteFile fileOf(const QString &path, std::string text)
{
    return {path, Text::tr("List of pages for search engines"), std::move(text)};
}

std::string indexOf(const SiteIndex &index, const std::vector<SiteFile> &parts)
{
    std::string out(declaration);
    out += "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (const SiteFile &part : parts) {
        out += "<sitemap>";
        element(out, "loc", absoluteUrl(index, u'/' + part.path));
        out += "</sitemap>\n";
    }
    return out.append("</sitemapindex>\n");
}

} // namespace

std::vector<SiteFile> sitemapFiles(const SiteIndex &index, const SitemapLimits &limits)
{
    std::vector<SiteFile> parts;
    std::string text;
    size_t urls = 0;
    const auto finish = [&] {
        const QString path = QStringLiteral("sitemap-%1.xml").arg(parts.size() + 1);
        parts.push_back(
            fileOf(path, std::string(declaration).append(opening).append(text).append(closing)));
        text.clear();
        urls = 0;
    };
    const size_t room = limits.bytes - declaration.size() - opening.size() - closing.size();
    for (const PageValue *page : index.openPages()) {
        if (page->content.seo.noindex || page->kind == QLatin1String("notfound"))
            continue;
        const std::string url = urlElement(index, *page);
        if (urls == limits.urls || (urls > 0 && text.size() + url.size() > room))
            finish();
        text += url;
        ++urls;
    }
    if (urls > 0 || parts.empty())
        finish();
    const QString main = QStringLiteral("sitemap.xml");
    if (parts.size() == 1)
        parts.front().path = main;
    else
        parts.insert(parts.begin(), fileOf(main, indexOf(index, parts)));
    return parts;
}

} // namespace kakehashi::render
