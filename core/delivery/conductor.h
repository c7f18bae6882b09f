#pragma once

#include "delivery/questions.h"

namespace kakehashi::delivery {

/// Whose site is published.
struct Place
{
    QString folder; ///< the site's; this process holds its lock
    const Clock *clock = &Clock::system();
};

/// One publish from choice to history, as ONE list of named steps (steps() in steps/). Window and
/// command line are faces of it: they answer its questions and show its outcome.
///
/// Blocks: a worker's or a command's thread. The connection is kept for the next call; calls may
/// come from different threads, one at a time.
class Conductor
{
public:
    explicit Conductor(Place place);
    ~Conductor();

    /// Fails as Publisher's calls do, with Cancelled when asked to stop, and with what keeps the
    /// site folder from being read. On every failure but Interrupted the public site is unchanged.
    Result<Outcome> run(const Request &request, Questions &questions, const JobContext &context);

    /// In the order in which they are taken, for logs and tests.
    static QStringList stepNames();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace kakehashi::delivery
