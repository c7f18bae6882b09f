#include "render/server/charsets.h"

#include "render/html.h"
#include "render/media/originals.h"
#include "render/render.h"
#include "render/server/apachepattern.h"

#include <map>

namespace kakehashi::render {

std::string charsetRules(const SiteIndex &index, const QStringList &files)
{
    const QLatin1String folder("media/");
    std::map<QString, std::string> names; ///< by encoding, as alternatives
    for (const QString &file : files) {
        if (!file.startsWith(folder))
            continue;
        const content::MediaAsset *asset = index.mediaNamed(file.mid(folder.size()));
        if (!asset || !asset->mimeType.startsWith(QLatin1String("text/")))
            continue;
        const QString charset = textCharset(index.options().media, *asset);
        if (charset == QLatin1String("UTF-8"))
            continue;
        std::string &all = names[charset];
        all += (all.empty() ? "" : "|") + apachePattern(asset->fileName.toUtf8());
    }
    std::string out;
    for (const auto &[charset, alternatives] : names) {
        out.append("  <FilesMatch \"^(?:").append(alternatives).append(")$\">\n");
        // What is in no encoding that is known is left to the browser's guess.
        out.append(charset.isEmpty()
                       ? "    RemoveCharset .txt .csv .ics\n    AddDefaultCharset Off\n"
                       : "    AddCharset " + utf8(charset) + " .txt .csv .ics\n");
        out.append("  </FilesMatch>\n");
    }
    return out.empty() ? out : "<IfModule mod_mime.c>\n" + out + "</IfModule>\n";
}

} // namespace kakehashi::render
