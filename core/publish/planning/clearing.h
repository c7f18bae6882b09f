#pragma once

#include "publish/planning/planner.h"

/// What lies in the way of a plan and is no file: links, folders, files where a folder belongs.
namespace kakehashi::publish::clearing {

/// The folder above `path` that is no folder, or is a link that leads elsewhere; or empty.
QString obstacle(const PlanInput &input, const QString &path);

/// What a person chose for a file that others made or changed.
Resolution chosenFor(const PlanInput &input, const QString &path);

/// Whether ours can go where this lies, which is put aside.
bool canTake(const PlanInput &input, const FileInfo &found);

/// Obstacles that go to undo/ themselves, because everything below them is to be ours. What was
/// seen behind them lies elsewhere, and is taken out of `input`.
QList<PlanItem> clearTheWay(PlanInput &input);

} // namespace kakehashi::publish::clearing
