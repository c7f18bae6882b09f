#pragma once

#include "store/undolog.h"
#include "takeover/importplan.h"
#include "workspace/workspace.h"

namespace kakehashi::takeover {

/// What an import did.
struct ImportDone
{
    workspace::ImportReport pages;
    int media = 0;
    int redirects = 0;
    QString backup;      ///< of the database before it
    store::UndoLog undo; ///< takes it back; the bytes of its files stay, which does no harm
};

/// Does what the plan says, all or nothing, after a backup. Conflict when the site has changed
/// since the plan was made. Pages arrive as drafts unless `options.approve`.
Result<ImportDone> runImport(const ImportPlan &plan, const workspace::SiteStores &stores,
                             const workspace::ImportOptions &options,
                             const JobContext &context = {});

/// Plan and deed in one, for scripts; the answer's issues hold what the plan would have shown.
Result<workspace::ImportReport> importMarkdown(workspace::Workspace &workspace,
                                               const QString &folder,
                                               const workspace::ImportOptions &options,
                                               const JobContext &context = {});

/// The files that are left out, each with its place and the reason.
Issues skippedIn(const ImportPlan &plan);

} // namespace kakehashi::takeover
