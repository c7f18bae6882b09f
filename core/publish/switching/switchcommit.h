#pragma once

#include "publish/plan.h"
#include "publish/switching/releasetree.h"
#include "publish/transaction/commit.h"

#include <QSet>

namespace kakehashi::publish::switching {

/// The commit of a docroot that is a link: the new release is made out of hard links to what lies
/// in the live one, whoever put it there, and to what was staged; then the link is pointed to it
/// in one step. Until that step nothing is visible, and taking back is removing a folder.
class SwitchCommit final : public Commit
{
public:
    /// `plan` null: after a cut, when all that is known is the journal.
    SwitchCommit(const Workplace &place, const Journal &journal, const Plan *plan);

    Result<SeenSteps> observe() const override;
    Result<Batch> savesOld() override;
    Result<void> begin(SeenSteps &fresh) override;
    Result<void> forward(const SeenSteps &seen) override;
    Result<void> switchManifest() override;
    Result<void> finish(const SeenSteps &seen, Issues *notes, const Batch &along = {},
                        Outcomes *alongDone = nullptr) override;
    Result<void> back(const SeenSteps &seen) override;
    Result<bool> isSwitched() const override;

private:
    Result<QString> linkText() const;
    QString newLink() const;
    Result<void> pointTo(const QString &linkText);
    Result<void> takeOverLatest(Issues *notes);
    Result<void> leaveRelease(bool wasVisible);

    QString m_old; ///< folder of the release that was live before
    QString m_new;
    QStringList m_known;       ///< folders that are probably there
    QSet<QString> m_ours;      ///< paths of files
    bool m_isPrepared = false; ///< newLink() is there and right
    bool m_isSwitched = false;
};

} // namespace kakehashi::publish::switching
