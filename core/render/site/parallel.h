#pragma once

#include "base/job.h"

#include <functional>

namespace kakehashi::render {

/// Runs job(0) … job(count - 1) on `threads` threads (0: one per core) and reports progress as
/// `phase`. Stops when one fails or the context is cancelled; then returns the failure of the
/// lowest number that ran, so that the same input fails the same way.
Result<void> inParallel(size_t count, int threads, const JobContext &context, const QString &phase,
                        const std::function<Result<void>(size_t)> &job);

} // namespace kakehashi::render
