#pragma once

#include "base/sha256.h"
#include "content/markdown/markdownfolder.h"
#include "content/site/site.h"
#include "workspace/pageimport.h"
#include "workspace/parts/siteparts.h"
#include "workspace/parts/stores.h"

namespace kakehashi::takeover {

/// What will become of one file.
enum class Fate {
    Add,    ///< a page or file that the site has not yet
    Change, ///< a new revision of a page that is there
    Same,   ///< there already, and equal
    Keep,   ///< there and different, but it stays as it is
    Skip,   ///< not taken
};

struct PlannedItem
{
    enum class What { Page, Media, Site };

    What what = What::Page;
    Fate fate = Fate::Add;
    QString file;   ///< relative to the folder that is imported
    QString target; ///< path of the page or name in media/
    QString title = {};
    QString reason = {}; ///< why it does not come, or what was changed on the way
};

struct PlannedMedia
{
    QString disk;
    QString file;
    QString name; ///< in media/
    Sha256 hash;
    QJsonObject texts = {}; ///< alt, caption … where an export brings them
};

/// Everything that an import will do, read and decided before anything is touched. A value: made
/// on a worker, shown in the window, handed back for the deed.
struct ImportPlan
{
    QString folder;
    QList<PlannedItem> items;
    content::MarkdownFolder pages;
    QList<PlannedMedia> media;
    QList<content::Redirect> redirects;
    workspace::SiteParts parts;
    QHash<QString, QString> mediaNames; ///< names in an export → names in media/
    Issues issues;                      ///< links that lead nowhere, unknown shortcodes …
    bool isOwnExport = false;

    int count(PlannedItem::What what, Fate fate) const;
};

/// Reads a folder of Markdown: what Hugo has, an export of ours, or files alone. Nothing is
/// written. `options.update` decides what becomes of pages that are there.
Result<ImportPlan> planImport(const QString &folder, const workspace::SiteStores &stores,
                              const workspace::ImportOptions &options,
                              const JobContext &context = {});

} // namespace kakehashi::takeover
