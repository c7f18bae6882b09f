#pragma once

#include "check/check.h"
#include "check/gate/gate.h"
#include "workspace/workspace.h"

#include <QJsonArray>
#include <QJsonObject>

namespace kakehashi::cli {

/// A site with what the check says of it and what that means for publishing it.
struct SiteCheck
{
    render::SnapshotPtr snapshot;
    check::SiteReport report;
    check::Gate gate;
};

/// Checks the site as `options` show it, by the rules that came with the program.
Result<SiteCheck> checkSite(workspace::Workspace &site, const workspace::SnapshotOptions &options,
                            const JobContext &job);

/// Asks the addresses outside the site that its pages link to, gently, and adds what that shows to
/// the report. The answers are kept in the site.
Result<void> askOutside(workspace::Workspace &site, SiteCheck &checked, const JobContext &job);

QJsonObject toJson(const check::Finding &finding);
QJsonArray toJson(const check::Findings &findings);
QJsonArray toJson(const QList<check::Excepted> &excepted);
/// Lines of titles and fields are counted in them: "/award/#title:1".
QString toLine(const check::Finding &finding);

} // namespace kakehashi::cli
