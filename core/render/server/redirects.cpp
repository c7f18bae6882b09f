#include "render/server/redirects.h"

#include "render/html.h"
#include "render/site/pagedata.h"
#include "security/pathguard.h"
#include "security/urlpolicy.h"

#include <QUrl>

#include <algorithm>

namespace kakehashi::render {
namespace {

constexpr int gone = 410;

/// Apache compares with the decoded request, byte by byte. Empty when it holds control characters
/// or quotes, which would end the directive.
std::string pattern(QStringView encoded)
{
    const QByteArray bytes = QByteArray::fromPercentEncoding(encoded.toUtf8());
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F || c == '"')
            return {};
        if (std::string_view("\\.[]{}()*+?^$|").find(c) != std::string_view::npos)
            out += '\\';
        out += c;
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

} // namespace

bool isInForce(const SiteIndex &index, const content::Redirect &redirect)
{
    if (!redirect.from.startsWith(u'/') || redirect.from.size() < 2 || redirect.from.contains(u'#'))
        return false;
    if (index.openAt(withSlash(redirect.from)))
        return false;
    return redirect.status == gone ||
           security::isUrlAllowed(redirect.target, security::UrlUse::Link);
}

std::string rewriteRule(const SiteIndex &index, const content::Redirect &redirect)
{
    if (!isInForce(index, redirect))
        return {};
    const bool isGone = redirect.status == gone;
    const std::string target = isGone ? "-" : substitution(redirect.target);
    const qsizetype mark = redirect.from.indexOf(u'?');
    QString path = redirect.from.left(mark).mid(1);
    while (path.endsWith(u'/'))
        path.chop(1);
    const std::string name = pattern(path);
    const std::string query = mark < 0 ? std::string() : pattern(redirect.from.mid(mark + 1));
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
    const std::string target = redirect.target.startsWith(u'/')
                                   ? absoluteUrl(index, redirect.target)
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
