#pragma once

#include "reports/seo/seoproposal.h"

namespace kakehashi::ui {

class Session;

/// What a worker needs of the site: values and shared, unchanging parts only.
struct SurveyedSite
{
    render::SnapshotPtr snapshot;
    render::ThemePtr theme;
    render::RenderOptions options;
    check::RuleBook::Ptr rules; ///< as the site decided
};

/// GUI thread.
Result<SurveyedSite> siteForSurvey(Session &session, const Result<render::SnapshotPtr> &snapshot);

/// On a worker.
Result<reports::SeoSurvey> surveyOf(const SurveyedSite &site, const JobContext &job);

struct ProposalOrder
{
    QString siteFolder; ///< where the figures are remembered
    QString folder;     ///< where the files go
    bool asHtml = false;
    bool asXlsx = false;
    reports::SeoProposalInput input; ///< `last` is found when writing
};

/// On a worker. Returns the files' names.
Result<QStringList> writeProposalFiles(ProposalOrder order);

} // namespace kakehashi::ui
