#include "publish/transaction/commit.h"
#include "publish/transaction/transaction.h"

#include <QCoreApplication>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Transaction)
};

constexpr int ownerOnly = 0600;

} // namespace

Batch foldersFirst(const Plan &plan, const ControlFolder &control, const QString &transaction)
{
    const QString undo = control.undo(plan.result.head.generation, transaction);
    const Gate gate(control, undo);
    QString manifest = gate.manifest();
    Batch batch{Operation::makeFolder(undo, 0700)};
    if (plan.switches)
        manifest = ControlFolder::join(undo, QLatin1String(newManifestName));
    else
        batch += gate.folders();
    batch << Operation::prepare(ControlFolder::join(undo, QLatin1String(newJournalName)), ownerOnly)
          << Operation::prepare(manifest, ownerOnly)
          << Operation::read(control.manifest(), headBytes);
    return batch;
}

Result<Batch> earlySteps(const Plan &plan, Staging &staging, const ControlFolder &control,
                         const QString &transaction)
{
    if (plan.again > 0) // the server may have it all
        return foldersFirst(plan, control, transaction);
    const Result<Batch> uploads = staging.early(control, transaction);
    if (!uploads)
        return passOn(uploads);
    return foldersFirst(plan, control, transaction) + *uploads;
}

tl::unexpected<Error> publishedMeanwhile()
{
    return fail(ErrorCode::Conflict, Text::tr("Somebody else published since this plan was made. "
                                              "Nothing was changed; plan again."));
}

} // namespace kakehashi::publish
