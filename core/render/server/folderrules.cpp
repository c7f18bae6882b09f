#include "render/server/folderrules.h"

#include "render/server/apachepattern.h"

#include <set>
#include <string_view>

namespace kakehashi::render {
namespace {

/// Beyond that Apache would compare with a long list at each request; then what is on its disk
/// decides alone.
constexpr size_t mostNamed = 300;

std::string alternatives(const std::set<QString> &paths)
{
    std::string out;
    for (const QString &path : paths) {
        const std::string one = apachePattern(path.toUtf8());
        if (!one.empty())
            out.append(out.empty() ? "" : "|").append(one);
    }
    return out;
}

struct Folders
{
    std::set<QString> top;  ///< first part of every path that has folders
    std::set<QString> bare; ///< without a page
};

Folders foldersOf(const QStringList &files)
{
    const QLatin1String page("/index.html");
    Folders folders;
    std::set<QString> shown;
    for (const QString &file : files) {
        const qsizetype first = file.indexOf(u'/');
        if (first < 0)
            continue;
        folders.top.insert(file.left(first));
        if (file.endsWith(page))
            shown.insert(file.left(file.size() - page.size()));
        for (qsizetype slash = first; slash >= 0; slash = file.indexOf(u'/', slash + 1))
            folders.bare.insert(file.left(slash));
    }
    for (const QString &folder : shown)
        folders.bare.erase(folder);
    return folders;
}

} // namespace

std::string folderRules(const QStringList &files)
{
    const Folders folders = foldersOf(files);
    const bool isMany = folders.top.size() > mostNamed || folders.bare.size() > mostNamed;
    // A foreign program may keep an empty index.html beside its index.php, in folders of its own.
    const std::string top = isMany ? std::string() : alternatives(folders.top);
    std::string out = "  RewriteCond %{REQUEST_FILENAME}index.html -f\n  RewriteRule \"^(";
    out += isMany ? "(?:.*/)?" : top.empty() ? "" : "(?:(?:" + top + ")/(?:.*/)?)?";
    out += ")$\" \"/$1index.html\" [L]\n";
    const std::string bare = isMany ? ".*" : alternatives(folders.bare);
    if (bare.empty())
        return out;
    for (const char *index : {"index.php", "index.htm", "index.cgi", "default.html"})
        out.append("  RewriteCond %{REQUEST_FILENAME}").append(index).append(" !-f\n");
    return out + "  RewriteRule \"^(?:" + bare + ")/$\" - [R=404,L]\n";
}

} // namespace kakehashi::render
