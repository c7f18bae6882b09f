#pragma once

#include "publish/plan.h"

#include <QHash>
#include <QSet>

namespace kakehashi::publish {

/// Everything that a plan depends on, so that planning is a pure function.
struct PlanInput
{
    const render::OutputTree &tree;
    const Manifest &base;  ///< empty when the docroot holds none that we may believe
    qint64 generation = 1; ///< of the publish to be
    PlanOptions options = {};
    /// Of all touched(), relative to the docroot, and of what else was looked at. What is published
    /// and not in it is believed to be there.
    QHash<QString, FileInfo> found = {};
    QSet<QString> sameBytes = {}; ///< files found that hold exactly what the tree has there
    int rootMode = 0;             ///< of the docroot
};

/// Files that differ from the base, and all folders above them: what must be looked at.
QStringList touched(const render::OutputTree &tree, const Manifest &base,
                    const QSet<QString> &recheck = {});

/// Those, and whatever else `options` want to be seen with own eyes: what the base says is there.
QStringList watched(const render::OutputTree &tree, const Manifest &base,
                    const PlanOptions &options);

/// New paths at which a file of the right size lies: worth comparing byte by byte.
QStringList adoptable(const PlanInput &input);

/// Everything of the plan but what only the connection knows (base, root, time, notes).
Plan makePlan(const PlanInput &input);

/// All folders above a relative path, outermost first: "a/b/c.html" → "a", "a/b".
QStringList foldersAbove(const QString &path);

} // namespace kakehashi::publish
