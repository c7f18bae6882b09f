#pragma once

#include "banner/banner.h"
#include "content/site/site.h"
#include "statistics/series.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kakehashi::workspace {

// The parts of a site that are no pages, as they stand in the files of a sample
// (resources/sample/README.md) and of an export. Values that JSON lacks are the defaults.

/// All menus by name, items nested: {"main": [{label, target, children}]}.
QJsonObject menusToJson(const QList<content::MenuItem> &items);
/// One menu's items, parents before children, with fresh ids.
QList<content::MenuItem> menuFromJson(const QJsonArray &items);

QJsonObject redirectToJson(const content::Redirect &redirect);
content::Redirect redirectFromJson(const QJsonObject &json);

/// {alt, caption, credit, rightsUntil, decorative} of one file; empty texts are left out.
QJsonObject mediaTextsToJson(const content::MediaAsset &asset);
void setMediaTexts(content::MediaAsset &asset, const QJsonObject &json);

/// {"series": {…}, "observations": […]}. Without a value for a period that is none.
QJsonObject seriesToJson(const statistics::SeriesData &data);
std::optional<statistics::SeriesData> seriesFromJson(const QJsonObject &json);

/// `picture` is the file name in media/.
QJsonObject bannerToJson(const banner::Banner &banner, const QString &picture);
banner::Banner bannerFromJson(const QJsonObject &json, const Ulid &picture);

} // namespace kakehashi::workspace
