#pragma once

#include "publish/connection/connection.h"
#include "publish/plan.h"

namespace kakehashi::publish {

/// Looks at what the planner needs to know about the server, and nothing else.
struct SurveyParams
{
    Connection &connection;
    const RemoteState &state;
    const render::OutputTree &tree;
    const Manifest &base;
    qint64 generation;
    const PlanOptions &options;
    const JobContext &context;
};

/// The plan, with everything but base, guards about the docroot, and the estimate.
Result<Plan> surveyAndPlan(const SurveyParams &params);

/// Folders into which nobody should publish by accident: "/", the login folder, the system's.
/// Empty when `root` is none of them, else a sentence.
QString suspicionAbout(const QString &root, const QString &loginFolder);

} // namespace kakehashi::publish
