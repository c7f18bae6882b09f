#pragma once

#include "ui/preview/page/sitefiles.h"

#include <QObject>

#include <memory>
#include <optional>

class QThreadPool;

namespace kakehashi::ui {

/// One page to be rendered: the site's state with this content in place of the stored one.
struct RenderRequest
{
    SiteState state;
    Ulid page;
    std::optional<content::PageContent> content = {};
    int serial = 0; ///< handed back, for measuring
};

struct KeptPage;

struct RenderOutcome
{
    RenderRequest request;
    Result<render::RenderedPage> page;
    qint64 microseconds = 0; ///< renderPage alone
};

/// Renders off the GUI thread, one page at a time. While one is being rendered only the newest
/// request waits; those between are never begun, so typing cannot pile up work.
class PageRenderer final : public QObject
{
    Q_OBJECT

public:
    PageRenderer(QThreadPool &pool, QObject *parent);

    void request(const RenderRequest &request);

Q_SIGNALS:
    void rendered(const kakehashi::ui::RenderOutcome &outcome);

private:
    void begin(const RenderRequest &request);

    QThreadPool &m_pool;
    std::shared_ptr<KeptPage> m_kept;
    std::optional<RenderRequest> m_waiting;
    bool m_busy = false;
};

} // namespace kakehashi::ui
