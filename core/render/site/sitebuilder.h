#pragma once

#include "render/media/mediause.h"
#include "render/render.h"
#include "render/search/searchindex.h"
#include "render/server/htaccess.h"
#include "render/server/sitefiles.h"
#include "render/site/siteindex.h"

#include <QHash>

#include <optional>

namespace kakehashi::render {

class VariantCache;

/// One build: pages, then the media they turned out to need, then theme files and site files.
class SiteBuilder
{
public:
    SiteBuilder(const SiteIndex &index, OutputSink &sink, const JobContext &context);
    Result<SiteBuild> run();

private:
    struct PageJob
    {
        const PageValue *page = nullptr;
        int listNumber = 1;
    };
    struct PageOutcome
    {
        OutputFile file;
        Issues issues;
        MediaUses uses;
        InlineSources inlineSources;
        std::optional<SearchDocument> searchDocument;
    };

    Result<void> planPages();
    Result<void> claim(const QString &path, const QString &owner);
    Result<void> writePages();
    Result<PageOutcome> writePage(const PageJob &job);
    Result<void> writeMedia();
    Result<QList<OutputFile>> writeAsset(const content::MediaAsset &asset, VariantCache &cache,
                                         Issues &issues);
    Result<void> writeCards();
    Result<void> writeThemeFiles();
    Result<void> writeSearch();
    Result<void> writeSiteFiles();
    Result<void> writeServerFiles();
    void addRedirected();
    Result<void> writeRedirectPages();
    Result<void> writeBytes(OutputFile file, QByteArrayView bytes);
    Result<void> writeText(const QString &path, const QString &label, const std::string &text,
                           CommitGroup group = CommitGroup::Listing);

    const SiteIndex &m_index;
    OutputSink &m_sink;
    const JobContext &m_context;
    SiteBuild m_build;
    std::vector<PageJob> m_jobs;
    MediaUses m_uses;
    InlineSources m_inlineSources;
    std::vector<SearchDocument> m_searchDocuments;
    std::vector<SiteFile> m_siteFiles;
    QHash<QString, QString> m_owners; ///< output path → who writes it
    std::unique_ptr<PageValue> m_notFound;
};

} // namespace kakehashi::render
