#pragma once

#include "base/issue.h"
#include "base/job.h"
#include "render/outputtree.h"
#include "render/snapshot.h"
#include "render/theme.h"

namespace kakehashi::render {

/// Where original media and image variants are found. Both folders are on the local disk.
struct MediaFolders
{
    QString originals; ///< media/, files named by SHA-256
    QString variants;  ///< cache of scaled pictures, made on demand, safe to delete
};

struct RenderOptions
{
    MediaFolders media;
    bool preview = false; ///< adds data-line / data-block marks and shows the page even if closed
    bool noindex = false; ///< staging targets
    int threads = 0;      ///< for renderSite; 0: all cores
};

struct RenderedPage
{
    QByteArray html; ///< UTF-8, the whole document
    Issues issues;   ///< what is wrong in the body, with line and column
};

/// Renders one page. Pure and thread-safe; ≤ 5 ms for the sample's longest page. A body that
/// cannot be understood gives Issues, never a failure; fails only when the page is not in the
/// snapshot or the theme's template fails.
Result<RenderedPage> renderPage(const SiteSnapshot &snapshot, const Theme &theme,
                                const RenderOptions &options, const Ulid &page);

/// One file of the site as a visitor's browser gets it.
struct ServedFile
{
    QByteArray bytes;
    QByteArray mimeType; ///< "text/html; charset=utf-8"
    Issues issues;       ///< of a page's body
};

/// What the site answers at `path`: a page "/kenmin/", a list's page "/topics/page/2/", a theme
/// file "/assets/style.1a2b3c4d.css", a picture "/media/x-480w.1a2b3c4d.webp" (scaled now if it was
/// not yet). For the preview's URL scheme. NotFound when the site has nothing there.
Result<ServedFile> renderPath(const SiteSnapshot &snapshot, const Theme &theme,
                              const RenderOptions &options, const QString &path);

struct SiteBuild
{
    OutputTree tree;
    Issues issues;
};

/// Renders everything that is open at snapshot.asOf, on all cores, into `sink`. Stops at the first
/// failing write or when cancelled. Two pages with one path fail with Conflict.
Result<SiteBuild> renderSite(const SiteSnapshot &snapshot, const Theme &theme,
                             const RenderOptions &options, OutputSink &sink,
                             const JobContext &context = {});

} // namespace kakehashi::render
