#pragma once

#include "measure.h"

namespace kakehashi::bench {

/// All tasks as one table in Markdown: the times, and below each what it took and what a visitor
/// saw; in the last column the goal and whether it was reached. Then what went wrong.
void printTable(const std::vector<const Task *> &tasks, const Tools &tools, int runs);

} // namespace kakehashi::bench
