#include "render/server/redirects.h"

#include "render/html.h"
#include "render/media/picture.h"
#include "render/server/apachepattern.h"
#include "render/site/pagedata.h"
#include "security/pathguard.h"
#include "security/reservedpath.h"
#include "security/urlpolicy.h"

#include <QUrl>

#include <algorithm>

namespace kakehashi::render {
namespace {

constexpr int gone = 410;

constexpr std::string_view hexDigits = "0123456789ABCDEF";

/// A byte as browsers and old programs write it: encoded in large or small letters, or as it is.
void appendQueryByte(std::string &out, char c)
{
    const auto byte = static_cast<unsigned char>(c);
    const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                         (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '~';
    if (isPlain) {
        out += c;
        return;
    }
    const auto hex = [](unsigned digit) {
        const char letter = hexDigits[digit];
        return digit < 10
                   ? std::string(1, letter)
                   : std::string("[") + letter + static_cast<char>(letter + ('a' - 'A')) + ']';
    };
    const std::string raw = std::string("\\x") + hexDigits[byte >> 4U] + hexDigits[byte & 15U];
    out += "(" + raw + (c == ' ' ? "|\\+" : "") + "|%" + hex(byte >> 4U) + hex(byte & 15U) + ")";
}

/// Apache compares the query as it was sent, so each way of writing it must match. What separates
/// its parts is never encoded.
std::string queryPattern(const QString &query)
{
    std::string out;
    const QByteArray bytes = query.toUtf8();
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char c = bytes.at(at);
        const QByteArray three = bytes.mid(at, 3);
        const QByteArray decoded = QByteArray::fromPercentEncoding(three);
        if (c == '%' && three.size() == 3 && decoded.size() == 1) {
            appendQueryByte(out, decoded.front());
            at += 2;
        } else if (c == '&' || c == '=') {
            out += c;
        } else {
            appendQueryByte(out, c == '+' ? ' ' : c);
        }
    }
    return out;
}

/// $1 and %1 would be taken for what a pattern caught.
std::string substitution(const QString &target)
{
    const QByteArray encoded = QUrl(target).toEncoded();
    std::string out;
    for (const char c : encoded) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F || c == '"')
            return {};
        if (c == '$' || c == '%' || c == '\\')
            out += '\\';
        out += c;
    }
    return out;
}

QString withSlash(const QString &path)
{
    return path.endsWith(u'/') ? path : QString(path + u'/');
}

/// What the server looks for at the address of a request.
QString decodedPath(const QString &from)
{
    return QUrl::fromPercentEncoding(from.left(from.indexOf(u'?')).toUtf8());
}

/// "/a/" of "/a/index.html", which is the same file.
QString pageOf(QString path)
{
    for (const auto *file : {"/index.html", "/index.htm"})
        if (path.endsWith(QLatin1String(file)))
            path.chop(QLatin1String(file).size() - 1);
    return withSlash(path);
}

} // namespace

bool isShadowed(const SiteIndex &index, const content::Redirect &redirect)
{
    if (redirect.from.contains(u'?'))
        return false; // who asks without a query finds what stands there
    const QString page = pageOf(decodedPath(redirect.from));
    return index.stands(page) || index.stands(page.chopped(1)) ||
           security::isGeneratedAddress(page);
}

QString targetOf(const SiteIndex &index, const content::Redirect &redirect)
{
    const QLatin1String scheme("media:");
    if (!redirect.target.startsWith(scheme))
        return redirect.target;
    const content::MediaAsset *asset = index.mediaNamed(redirect.target.mid(scheme.size()));
    return asset ? QString(u'/' + originalPath(*asset)) : QString();
}

bool isInForce(const SiteIndex &index, const content::Redirect &redirect)
{
    if (!redirect.from.startsWith(u'/') || redirect.from.size() < 2 || redirect.from.contains(u'#'))
        return false;
    if (isShadowed(index, redirect))
        return false;
    return redirect.status == gone ||
           security::isUrlAllowed(targetOf(index, redirect), security::UrlUse::Link);
}

QList<content::Redirect> narrowestFirst(QList<content::Redirect> redirects)
{
    const auto parametersOf = [](const content::Redirect &redirect) -> qsizetype {
        const qsizetype mark = redirect.from.indexOf(u'?');
        return mark < 0 ? 0 : 1 + redirect.from.mid(mark).count(u'&');
    };
    std::stable_sort(redirects.begin(), redirects.end(),
                     [&](const content::Redirect &left, const content::Redirect &right) {
                         return parametersOf(left) > parametersOf(right);
                     });
    return redirects;
}

std::string rewriteRule(const SiteIndex &index, const content::Redirect &redirect)
{
    if (!isInForce(index, redirect))
        return {};
    const bool isGone = redirect.status == gone;
    const std::string target = isGone ? "-" : substitution(targetOf(index, redirect));
    const qsizetype mark = redirect.from.indexOf(u'?');
    QString path = redirect.from.left(mark).mid(1);
    while (path.endsWith(u'/'))
        path.chop(1);
    const std::string name = apachePattern(QByteArray::fromPercentEncoding(path.toUtf8()));
    const std::string query = mark < 0 ? std::string() : queryPattern(redirect.from.mid(mark + 1));
    if (target.empty() || (name.empty() && (query.empty() || !path.isEmpty())))
        return {};
    std::string out;
    if (!query.empty())
        out = "  RewriteCond %{QUERY_STRING} \"(^|&)" + query + "(&|$)\"\n";
    out += "  RewriteRule \"^" + (name.empty() ? std::string("(index\\.php)?") : name + "/?") +
           "$\" \"";
    out += target + "\" ";
    if (isGone)
        return out + "[G,L]\n";
    return out + "[R=" + std::to_string(redirect.status) + (query.empty() ? "" : ",QSD") +
           ",L,NE]\n";
}

std::string redirectPage(const SiteIndex &index, const content::Redirect &redirect)
{
    const QString path = targetOf(index, redirect);
    const std::string target = path.startsWith(u'/') ? absoluteUrl(index, path) : utf8(path);
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
    if (!path.startsWith(u'/') || path.contains(u'?') || path.contains(u'#') || path.size() < 2 ||
        redirect.status == gone)
        return {};
    path.remove(0, 1);
    const bool file = path.endsWith(QLatin1String(".html")) || path.endsWith(QLatin1String(".htm"));
    if (!file)
        path += path.endsWith(u'/') ? QStringLiteral("index.html") : QStringLiteral("/index.html");
    return security::checkOutputPath(path) ? path : QString();
}

} // namespace kakehashi::render
