#pragma once

#include "publish/publisher.h"

#include <memory>

namespace kakehashi::delivery {

/// The connection to a target, kept from one publish to the next.
class Link
{
public:
    /// Ready for these; an open connection that does the same is used again.
    void prepare(const publish::PublishParams &params);
    publish::Publisher &publisher() { return *m_publisher; }
    void drop() { m_publisher.reset(); }

private:
    std::unique_ptr<publish::Publisher> m_publisher;
    publish::PublishParams m_madeWith;
};

} // namespace kakehashi::delivery
