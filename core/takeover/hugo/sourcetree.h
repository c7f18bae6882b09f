#pragma once

#include "base/issue.h"
#include "base/result.h"
#include "takeover/hugo/config/siteconfig.h"

#include <QStringList>

namespace kakehashi::takeover {

struct SourceFile
{
    QString disk;  ///< absolute
    QString shown; ///< relative to the folder that is imported, for people
    QString key;   ///< relative to content/, or below a static folder with a leading slash
};

/// What lies where in a folder of Markdown: the root of a Hugo site (content/, static/), an export
/// of ours (the same with data/site.json), or simply a folder of files.
struct SourceTree
{
    QString folder;
    QString data; ///< data/ of an export of ours; empty: it is none
    SiteConfig config;
    QList<SourceFile> pages;
    QList<SourceFile> media;
    Issues skipped; ///< what is not looked at, each with its file and the reason
};

/// Whether a name ends as a translation's in Hugo: "about.en.md", "index.zh-hant.md".
bool hasLanguage(const QString &key);
/// "en" of such a name, as pages keep it; empty for the site's own language and for other names.
QString languageInName(const QString &key);
/// "about.md" of "about.en.md": the name that all translations of a page share.
QString nameWithoutLanguage(const QString &key);

/// Fails with NotFound when the folder is not there.
Result<SourceTree> readTree(const QString &folder);

} // namespace kakehashi::takeover
