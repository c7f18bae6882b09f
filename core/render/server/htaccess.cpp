#include "render/server/htaccess.h"

#include "base/sha256.h"
#include "render/html.h"
#include "render/server/charsets.h"
#include "render/server/folderrules.h"
#include "render/server/redirects.h"
#include "security/urlpolicy.h"

namespace kakehashi::render {
namespace {

/// memmem: std::string_view::find looks at every '<'.
size_t findIn(std::string_view text, std::string_view wanted, size_t from)
{
    const auto view = QByteArrayView(text.data(), static_cast<qsizetype>(text.size()));
    const auto at =
        view.indexOf(QByteArrayView(wanted.data(), static_cast<qsizetype>(wanted.size())),
                     static_cast<qsizetype>(from));
    return at < 0 ? std::string_view::npos : static_cast<size_t>(at);
}

/// The next "<s". Sixteen places at a time: every page is read through for this.
size_t nextElementInS(std::string_view html, size_t from)
{
    constexpr size_t block = 16;
    for (; from + block < html.size(); from += block) {
        unsigned any = 0;
        for (size_t at = from; at < from + block; ++at)
            any |= unsigned(html[at] == '<') & unsigned(html[at + 1] == 's');
        if (any != 0)
            break;
    }
    return html.find("<s", from);
}

std::string sourceOf(std::string_view content)
{
    const Sha256 hash =
        Sha256::of(QByteArrayView(content.data(), static_cast<qsizetype>(content.size())));
    return "'sha256-" + QByteArray::fromHex(hash.toHex()).toBase64().toStdString() + "'";
}

bool isDataBlock(std::string_view tag)
{
    return tag.find("application/ld+json") != std::string_view::npos ||
           tag.find("application/json") != std::string_view::npos;
}

/// Reads the element that opens at `at`; returns where the next may, npos if it does not end.
size_t collect(std::string_view html, size_t at, std::string_view closes,
               std::set<std::string> &sources)
{
    const size_t end = html.find('>', at);
    const size_t close = end == std::string_view::npos ? end : findIn(html, closes, end);
    if (close == std::string_view::npos)
        return close;
    const std::string_view content = html.substr(end + 1, close - end - 1);
    if (!content.empty() && !isDataBlock(html.substr(at, end - at)))
        sources.insert(sourceOf(content));
    return close;
}

void appendAll(std::string &out, const std::set<std::string> &sources)
{
    for (const std::string &source : sources)
        out.append(" ").append(source);
}

/// What of the media is in another encoding is named by charsetRules().
constexpr std::string_view fileTypes = R"conf(AddDefaultCharset UTF-8
ErrorDocument 404 /404.html
<IfModule mod_mime.c>
  AddCharset UTF-8 .html .css .js .json .xml .txt .csv .ics .svg .webmanifest
  AddType text/javascript .js
  AddType image/webp .webp
  AddType image/svg+xml .svg
  AddType font/woff2 .woff2
  AddType text/plain .txt
  AddType text/csv .csv
  AddType text/calendar .ics
  AddType application/manifest+json .webmanifest
</IfModule>
<IfModule mod_deflate.c>
  <IfModule mod_filter.c>
    AddOutputFilterByType DEFLATE text/html text/css text/javascript text/plain text/csv text/xml
    AddOutputFilterByType DEFLATE application/json application/xml application/rss+xml
    AddOutputFilterByType DEFLATE application/atom+xml application/manifest+json image/svg+xml
  </IfModule>
</IfModule>
)conf";

/// Files whose names hold a hash of their content never change; the rest is asked for again. The
/// parts of the search index must be of one build, so each use asks whether they changed.
constexpr std::string_view caching = R"conf(<IfModule mod_headers.c>
  Header set Cache-Control "max-age=300"
  <FilesMatch "\.(jpe?g|png|gif|webp|svg|ico|pdf|docx?|xlsx?|pptx?|zip|csv)$">
    Header set Cache-Control "public, max-age=86400"
  </FilesMatch>
  <FilesMatch "\.[0-9a-f]{8,16}\.[a-z0-9]+$">
    Header set Cache-Control "public, max-age=31536000, immutable"
  </FilesMatch>
  Header set Cache-Control "no-cache" "expr=%{REQUEST_URI} =~ m#^/assets/search/#"
</IfModule>
)conf";

/// What begins with a dot is nobody's business but RFC 8615's; folders have no list of files;
/// every page has one address.
constexpr std::string_view tidyAddresses = R"conf(  RewriteRule "(^|/)\.(?!well-known(/|$))" - [F,L]
  RewriteRule "^(assets|media)/([^/]+/)*$" - [R=404,L]
  RewriteCond %{THE_REQUEST} "^[A-Z]+ /(([^ ?]*/)?)index\.html[ ?]"
  RewriteRule "^" "/%1" [R=301,L,NE]
)conf";

std::string securityHeaders(const SiteIndex &index, const InlineSources &inlineSources)
{
    std::string out = "<IfModule mod_headers.c>\n";
    const auto header = [&](std::string_view name, const std::string &value) {
        out.append("  Header always set ").append(name).append(" \"").append(value).append("\"");
        out += '\n';
    };
    header("Content-Security-Policy", contentSecurityPolicy(inlineSources));
    header("X-Content-Type-Options", "nosniff");
    header("Referrer-Policy", "strict-origin-when-cross-origin");
    header("Permissions-Policy",
           "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    header("Cross-Origin-Opener-Policy", "same-origin");
    // No includeSubDomains: the hosts below this one are other people's.
    if (index.snapshot().site.url.scheme() == QLatin1String("https"))
        out.append("  Header always set Strict-Transport-Security \"max-age=31536000\" "
                   "\"expr=%{HTTPS} == 'on'\"\n");
    return out.append("</IfModule>\n");
}

} // namespace

InlineSources inlineSourcesOf(std::string_view html)
{
    InlineSources sources;
    for (size_t at = nextElementInS(html, 0); at != std::string_view::npos;
         at = nextElementInS(html, at + 1)) {
        const std::string_view name = html.substr(at + 1, 6);
        if (name == "script")
            at = collect(html, at, "</script", sources.scripts);
        else if (name.starts_with("style"))
            at = collect(html, at, "</style", sources.styles);
        if (at == std::string_view::npos)
            break;
    }
    return sources;
}

std::string contentSecurityPolicy(const InlineSources &inlineSources)
{
    std::string policy = "default-src 'self'; script-src 'self'";
    appendAll(policy, inlineSources.scripts);
    policy += "; style-src 'self'";
    appendAll(policy, inlineSources.styles);
    // Pages may show pictures of other sites (UrlUse::Picture); data: is for the style sheet's.
    policy += "; img-src 'self' https: data:; frame-src";
    for (const QString &host : security::embedHosts())
        policy.append(" https://").append(utf8(host));
    return policy + "; object-src 'none'; base-uri 'none'; form-action 'self'; "
                    "frame-ancestors 'self'; upgrade-insecure-requests";
}

std::string htaccess(const SiteIndex &index, const InlineSources &inlineSources,
                     const QStringList &files)
{
    std::string out =
        "# Made by Kakehashi with every publish: change the site's settings instead.\n";
    out.append(fileTypes)
        .append(charsetRules(index, files))
        .append(securityHeaders(index, inlineSources))
        .append(caching);
    out.append("<IfModule mod_rewrite.c>\n  RewriteEngine On\n  RewriteBase /\n");
    out.append(tidyAddresses);
    for (const content::Redirect &redirect : narrowestFirst(index.snapshot().redirects))
        out.append(rewriteRule(index, redirect));
    out.append(folderRules(files)); // after the redirects, of which some have a folder's address
    return out.append("</IfModule>\n");
}

} // namespace kakehashi::render
