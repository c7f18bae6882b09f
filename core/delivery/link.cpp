#include "delivery/link.h"

#include "publish/connection/askingconnector.h"

namespace kakehashi::delivery {
namespace {

/// Whether a publisher made with `a` does what one made with `b` would.
bool isSame(const publish::PublishParams &a, const publish::PublishParams &b)
{
    return a.target == b.target && a.siteId == b.siteId && a.author == b.author &&
           a.machine == b.machine && a.approval == b.approval && a.manifestKey == b.manifestKey &&
           a.manifestKeyIsNew == b.manifestKeyIsNew;
}

} // namespace

void Link::prepare(const publish::PublishParams &params, ssh::Asker ask)
{
    *m_ask = std::move(ask);
    if (m_publisher && isSame(m_madeWith, params))
        return;
    m_publisher = std::make_unique<publish::Publisher>(
        params, publish::askingConnector(
                    [ask = m_ask](const ssh::Prompt &prompt, const CancelToken &cancel) {
                        return *ask ? (*ask)(prompt, cancel) : Result<ssh::Secret>(cancelled());
                    }));
    m_madeWith = params;
}

} // namespace kakehashi::delivery
