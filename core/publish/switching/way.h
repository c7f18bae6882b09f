#pragma once

#include "publish/connection/connection.h"
#include "publish/plan.h"
#include "publish/target.h"

namespace kakehashi::publish::switching {

/// How a publish will go live, decided when it is planned.
struct Way
{
    bool isWanted = false; ///< the target says by link
    bool switches = false; ///< and that is possible
    bool isMoved = false;  ///< the link does not lead to what was published last
    QString linkText;
    QString problem; ///< why it is not possible, with what to do
};

/// Servers other than OpenSSH are tried first: ProFTPD, for one, says that it can rename over a
/// link, and then follows it.
Result<Way> wayOf(const Target &target, const RemoteState &state, const ManifestHead &base,
                  RemoteFiles &files, const JobContext &context);

/// Why a docroot cannot be switched; empty: it can.
QString switchProblem(const QString &root, const QString &linkText, const Features &can);

/// Where somebody pointed the link elsewhere, what lies there is not what the manifest says, so
/// every file is looked at.
PlanOptions optionsFor(const Way &way, const render::OutputTree &tree, const PlanOptions &options);

/// Puts it into the plan, with guards that a person has to confirm.
void note(const Way &way, const PlanOptions &options, Plan &plan);

} // namespace kakehashi::publish::switching
