#pragma once

#include "base/job.h"
#include "publish/plan.h"

#include <QString>

namespace kakehashi::ui {

QString bytesText(qint64 bytes);      ///< "12.4 KB", decimal, as file lists show it
QString durationText(qint64 seconds); ///< "about 2 minutes", "a few seconds"
QString
progressText(const Progress &progress); ///< "12 of 340 · 1.2 MB of 4 MB · 300 KB/s · 10 s left"
QString actionText(publish::PlanItem::Action action); ///< heading of a group of the plan
QString changeSummary(const publish::Plan &plan);     ///< "3 new, 2 changed, 1 removed"

} // namespace kakehashi::ui
