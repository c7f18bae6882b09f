#pragma once

#include "render/site/siteindex.h"

#include <QStringList>

#include <set>
#include <string>
#include <string_view>

namespace kakehashi::render {

/// The sources that a Content-Security-Policy needs for what stands in pages themselves.
struct InlineSources
{
    std::set<std::string> scripts; ///< "'sha256-…'"
    std::set<std::string> styles;

    bool isEmpty() const { return scripts.empty() && styles.empty(); }
    void add(const InlineSources &others)
    {
        scripts.insert(others.scripts.begin(), others.scripts.end());
        styles.insert(others.styles.begin(), others.styles.end());
    }
};

/// Finds <script> and <style> elements with content; data blocks (JSON-LD) are no scripts.
InlineSources inlineSourcesOf(std::string_view html);

/// The value of the header: nothing but the site's own files, what is named in `inlineSources`,
/// and the frames that pages may embed.
std::string contentSecurityPolicy(const InlineSources &inlineSources);

/// The file for Apache 2.4: redirects, headers, caching, compression. Every directive is of the
/// override group FileInfo and inside IfModule, because a rental server answers 500 to all pages
/// for one directive that it refuses.
/// `files`: the paths of the whole output.
std::string htaccess(const SiteIndex &index, const InlineSources &inlineSources,
                     const QStringList &files);

} // namespace kakehashi::render
