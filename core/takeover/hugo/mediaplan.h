#pragma once

#include "takeover/hugo/sourcetree.h"
#include "takeover/importplan.h"

namespace kakehashi::takeover {

/// Decides what each file will be called among the site's media, as MediaRepository will do it
/// when they are added in the same order.
class MediaPlan
{
public:
    /// `today` is for names that have no reading.
    MediaPlan(const QList<content::MediaAsset> &existing, const QDate &today);

    /// Adds to the plan unless the same bytes are there. Refused for what a site must not hold.
    Result<PlannedItem> add(const SourceFile &file, ImportPlan &plan);

private:
    QString freeName(const QString &wanted) const;

    QDate m_today;
    QHash<Sha256, QString> m_names;
    QSet<QString> m_taken;
};

} // namespace kakehashi::takeover
