#pragma once

#include "workspace/workspace.h"

namespace kakehashi::workspace {

/// createSample() from a sample of one's own; its form is in resources/sample/README.md. Fails
/// with Corrupt and the file's name when the sample is not whole; then no folder is left behind.
Result<std::unique_ptr<Workspace>> createSampleFrom(const QString &sample, const QString &folder,
                                                    const JobContext &context = {},
                                                    const Clock &clock = Clock::system());

} // namespace kakehashi::workspace
