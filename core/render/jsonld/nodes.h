#pragma once

#include "base/jsontext.h"
#include "render/site/sitedata.h"

namespace kakehashi::render {

/// What all nodes of one page's graph are written from.
struct GraphPage
{
    const SiteIndex &index;
    const PageValue &page;
    std::string url;     ///< absolute
    std::string picture; ///< absolute; empty: none
};

// Each writes one node of @graph with the properties that schema.org has for its type.

void writeOrganization(const SiteIndex &index, JsonText &json);
void writeWebSite(const SiteIndex &index, JsonText &json);
void writeArticle(const GraphPage &of, const QString &type, JsonText &json);
void writeEvent(const GraphPage &of, JsonText &json);
void writeDataset(const GraphPage &of, const statistics::SeriesData &data, JsonText &json);

/// {"@id": …}
void writeReference(JsonText &json, std::string_view name, const std::string &id);
std::string organizationId(const SiteIndex &index);
std::string webSiteId(const SiteIndex &index);

/// "2026-03-01T09:30:00+09:00"
std::string isoTime(const QDateTime &time);
std::string startOfDay(const QDate &date);

} // namespace kakehashi::render
