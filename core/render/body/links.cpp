#include "render/body/links.h"

#include "base/encoding.h"
#include "base/text.h"
#include "render/body/bodywords.h"
#include "render/html.h"
#include "render/media/picture.h"
#include "security/siteaddress.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

bool startsWith(std::string_view text, std::string_view start)
{
    return text.substr(0, start.size()) == start;
}

/// The scheme in lower case, without what browsers skip in it (tabs, line ends, controls).
std::string schemeOf(std::string_view href)
{
    std::string scheme;
    for (const char c : href) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20)
            continue;
        if (c == ':')
            return scheme;
        const bool upper = c >= 'A' && c <= 'Z';
        const bool allowed = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                             c == '+' || c == '.' || c == '-';
        if (!allowed)
            return {};
        scheme += upper ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return {};
}

Link broken(std::string href, std::string rule, QString text)
{
    Link link;
    link.href = std::move(href);
    link.problem = std::move(rule);
    link.problemText = std::move(text);
    return link;
}

std::string fileNote(const content::MediaAsset &asset, const content::Language &language)
{
    std::string note(bodyWord(BodyWord::FileBefore, language));
    if (content::isSiteLanguage(language))
        note += utf8(fileTypeAndSize(asset.fileName, asset.bytes));
    else // "PDF, 480 KB"
        note += utf8(
            QString(asset.fileName.section(u'.', -1).toUpper() + QStringLiteral(", ") +
                    QLocale::c().formattedDataSize(asset.bytes, 0, QLocale::DataSizeSIFormat)));
    return note.append(bodyWord(BodyWord::FileAfter, language));
}

Link toMedia(const SiteIndex &index, const PageValue &page, std::string_view name, MediaUses &uses)
{
    const QString file = fromUtf8(name);
    const content::MediaAsset *asset = index.mediaNamed(file);
    if (!asset)
        return broken({}, "media-missing",
                      Text::tr("The file \"%1\" is not among the media. Add it, or correct the "
                               "name.")
                          .arg(file));
    uses.add(asset->id, MediaUse::Original);
    Link link;
    link.href = '/' + utf8(originalPath(*asset));
    link.fileNote = fileNote(*asset, page.content.language);
    return link;
}

/// A path of the site: with a '/' added where only that is missing.
Link toPath(const SiteIndex &index, const PageValue &page, std::string_view href, MediaUses &uses)
{
    const size_t tail = std::min(href.find_first_of("?#"), href.size());
    std::string path(href.substr(0, tail));
    if (startsWith(path, "/media/"))
        return toMedia(index, page, std::string_view(path).substr(7), uses);
    Link link;
    link.href = std::string(href);
    const QString wanted = fromUtf8(path);
    if (index.answers(wanted))
        return link;
    if (index.answers(wanted + u'/')) {
        link.href = path + '/' + std::string(href.substr(tail));
        return link;
    }
    const PageValue *closed = index.snapshot().pageAt(wanted);
    if (closed)
        return broken(std::string(href), "link-closed",
                      Text::tr("The page %1 is not open to visitors at this time.").arg(wanted));
    return broken(std::string(href), "link-missing",
                  Text::tr("There is no page %1 on this site. Correct the link.").arg(wanted));
}

bool isOwnSite(const SiteIndex &index, std::string_view href)
{
    return security::isOwnAddress(index.snapshot().site.url, QUrl(fromUtf8(href)));
}

/// Browsers stop at the top: "../../../form.pdf" would become the home page or another one.
bool leadsAboveTop(const QString &pagePath, std::string_view href)
{
    auto depth = pagePath.count(u'/') - 1;
    std::string_view rest = href.substr(0, std::min(href.find_first_of("?#"), href.size()));
    while (!rest.empty() && depth >= 0) {
        const size_t end = std::min(rest.find('/'), rest.size());
        const std::string_view part = rest.substr(0, end);
        if (part == "..")
            --depth;
        else if (!part.empty() && part != ".")
            ++depth;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return depth < 0;
}

} // namespace

Link resolveLink(const SiteIndex &index, const PageValue &page, std::string_view href,
                 MediaUses &uses)
{
    if (href.empty() || href.front() == '#')
        return {std::string(href)};
    if (startsWith(href, "media:"))
        return toMedia(index, page, href.substr(6), uses);
    if (href.front() == '/' && !startsWith(href, "//"))
        return toPath(index, page, href, uses);
    const std::string scheme = schemeOf(href);
    if (scheme == "http" || scheme == "https") {
        if (isOwnSite(index, href)) {
            const QUrl url(fromUtf8(href));
            const QString path = url.path().isEmpty() ? QStringLiteral("/") : url.path();
            const QString fragment = url.hasFragment() ? u'#' + url.fragment() : QString();
            if (!url.hasQuery())
                return toPath(index, page, utf8(QString(path + fragment)), uses);
            return {std::string(href)};
        }
        return {std::string(href), true, bodyWord(BodyWord::Leaves, page.content.language)};
    }
    if (scheme == "mailto" || scheme == "tel")
        return {std::string(href)};
    if (!scheme.empty() || startsWith(href, "//"))
        return broken({}, "link-unsafe",
                      Text::tr("\"%1\" is no address that may be linked to. Use https://…, a path "
                               "of this site, media:… or mailto:….")
                          .arg(leftOf(fromUtf8(href), 60)));
    if (leadsAboveTop(page.path, href))
        return broken(std::string(href), "link-missing",
                      Text::tr("\"%1\" leads above the top of the site. Correct the link.")
                          .arg(leftOf(fromUtf8(href), 60)));
    const QUrl base(QStringLiteral("https://site.invalid") + page.path);
    const QUrl resolved = base.resolved(QUrl(fromUtf8(href)));
    const QString path =
        resolved.path() + (resolved.hasFragment() ? u'#' + resolved.fragment() : QString());
    return toPath(index, page, utf8(path), uses);
}

std::string linkNote(const Link &link, std::string_view words)
{
    std::string note;
    // 「（PDF形式：480キロバイト）」 or 「(PDF:480KB)」 typed by hand.
    const bool said = words.find("バイト") != std::string_view::npos ||
                      words.find("KB") != std::string_view::npos ||
                      words.find("MB") != std::string_view::npos;
    if (!said)
        note = link.fileNote;
    if (link.external)
        note.append("<span class=\"visually-hidden\">").append(link.leaves).append("</span>");
    return note;
}

} // namespace kakehashi::render
