#pragma once

#include "reports/seo/seosurvey.h"

#include <QJsonObject>

namespace kakehashi::reports {

/// The figures by which two proposals are compared.
struct SeoFigures
{
    QDate date;
    int pages = 0;
    int indexed = 0;
    int flawless = 0;
    int chains = 0;
    QHash<SeoProblem, int> problems = {};

    bool operator==(const SeoFigures &) const = default;
};

SeoFigures figuresOf(const SeoSurvey &survey, const QDate &date);
QJsonObject toJson(const SeoFigures &figures);
SeoFigures seoFiguresFromJson(const QJsonObject &json);

/// The figures of earlier proposals, oldest first, in reports/seo.json of a site folder. Empty when
/// there was none; Corrupt when the file is damaged.
Result<QList<SeoFigures>> seoHistory(const QString &siteFolder);

/// The newest before that day: what a proposal compares with.
std::optional<SeoFigures> lastBefore(const QList<SeoFigures> &history, const QDate &date);

/// Adds the figures; those of the same day are replaced, so that a proposal may be written again.
Result<void> rememberSeo(const QString &siteFolder, const SeoFigures &figures);

} // namespace kakehashi::reports
