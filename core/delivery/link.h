#pragma once

#include "publish/publisher.h"
#include "ssh/prompt.h"

#include <memory>

namespace kakehashi::delivery {

/// The connection to a target, kept from one publish to the next.
class Link
{
public:
    /// Ready for these; an open connection that does the same is used again.
    void prepare(const publish::PublishParams &params, ssh::Asker ask);
    bool isReady() const { return m_publisher != nullptr; }
    publish::Publisher &publisher() { return *m_publisher; }
    void drop() { m_publisher.reset(); }

private:
    std::unique_ptr<publish::Publisher> m_publisher;
    publish::PublishParams m_madeWith;
    /// Whoever is there now; a connection outlives the publish that opened it.
    std::shared_ptr<ssh::Asker> m_ask = std::make_shared<ssh::Asker>();
};

} // namespace kakehashi::delivery
