#pragma once

#include "base/issue.h"
#include "takeover/hugo/config/hiding.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QUrl>

namespace kakehashi::takeover {

/// A pattern of addresses and the pages that it is for.
struct AddressPattern
{
    QString pattern;       ///< "/:year/:slug/"
    QString folder = {};   ///< "posts", "docs/guide"; "/": the top alone; empty: every page
    QString kind = {};     ///< Hugo: "page" or "section"; Jekyll: "pages", "posts", a collection
    QString language = {}; ///< Hugo: "en"; empty: every one
};

/// What Hugo or Jekyll was told of addresses.
struct SiteConfig
{
    QUrl base;        ///< links to it are links within
    QString language; ///< Hugo: of files that name none; small letters; empty: not said
    bool isLanguageInPath = false;          ///< Hugo: that language has its folder as well
    QHash<QString, QString> contentFolders; ///< Hugo: "content/english" → "en"
    QList<AddressPattern> patterns;         ///< the first that fits counts
    bool isUgly = false;                    ///< Hugo: "/posts/a.html"
    QSet<QString> uglySections;             ///< … only in these

    bool isHugo = false;
    bool isJekyll = false;
    QString posts = QStringLiteral("date"); ///< Jekyll's pattern for posts, and its style for pages
    QHash<QString, QString> collections;    ///< Jekyll: name → pattern, empty: as Jekyll does

    QList<Cascade> cascades;    ///< of the whole site
    bool isFutureBuilt = false; ///< pages whose date is to come were public all the same
    QStringList ignoredFiles;   ///< Hugo: patterns of files that it does not look at
    QStringList excluded;       ///< Jekyll: the same as globs

    Issues issues; ///< files that could not be read
};

/// Reads what there is: Hugo's file at the top of the folder, then those below config/_default and
/// config/production, each a whole or the category that its name says ("permalinks.toml",
/// "languages.yaml", "permalinks.en.json"); where `isHugo` is not so, Jekyll's _config.yml.
SiteConfig readSiteConfig(const QString &folder, bool isHugo);

/// The names that Hugo's file may have.
const QStringList &hugoConfigNames();

} // namespace kakehashi::takeover
