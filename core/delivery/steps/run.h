#pragma once

#include "delivery/link.h"
#include "delivery/questions.h"
#include "delivery/source/site.h"

namespace kakehashi::delivery {

/// One publish on its way through the steps: what earlier ones found, for later ones.
struct Run
{
    const Request &request;
    Questions &questions;
    const JobContext &context;
    Site &site;
    Link &link;

    publish::Target target;            ///< with the server's key, once somebody vouched for it
    std::optional<Error> refused = {}; ///< how the server answered the last password
    publish::PublishParams params = {};
    publish::PlanOptions chosen; ///< by the person, for this publish
    Content content = {};
    /// Files of pages that are held back, as they are on the server.
    QHash<QString, publish::ManifestFile> keptFiles = {};
    render::OutputTree tree = {};
    Sent sent = {};
    publish::PlanOptions planning = {}; ///< `chosen`, and what was once decided about files
    Prepared prepared = {};
    QStringList confirmed = {};
    bool isDueKnown = false;
    bool hasSettled = false; ///< a publish that was cut off
    bool onlyLooks = false;  ///< nothing is due; it is only seen whether the server stands
    Outcome outcome = {};

    QDateTime now() const { return site.stores().clock.now(); }
    bool isFormerState() const { return request.state || request.generation != 0; }
};

/// Where a step leads: on, back to the beginning with what it found out, or out of the list.
enum class Next { Step, Again, End };

struct Step
{
    const char *name;
    Result<Next> (*take)(Run &run);
    bool endsWhatIsPublic = false; ///< Cancel comes too late: the site has changed
};

/// The one list.
const QList<Step> &steps();

// Each step by its name in the list.
Result<Next> readContent(Run &run);
Result<Next> seeWhatIsDue(Run &run);
Result<Next> getAccess(Run &run);
Result<Next> lookAtServer(Run &run);
Result<Next> fetchFormerState(Run &run);
Result<Next> checkContent(Run &run);
Result<Next> holdBack(Run &run);
Result<Next> buildTree(Run &run);
Result<Next> takeDecisions(Run &run);
Result<Next> makePlan(Run &run);
Result<Next> settleEarlier(Run &run);
Result<Next> passGate(Run &run);
Result<Next> askToAgree(Run &run);
Result<Next> keepNewKey(Run &run);
Result<Next> noteWhatIsSent(Run &run);
Result<Next> commit(Run &run);
Result<Next> writeRecords(Run &run);
Result<Next> forgetNote(Run &run);

} // namespace kakehashi::delivery
