#include "ui/preview/page/pagerenderer.h"

#include "render/site/editedpage.h"
#include "ui/shell/background.h"

#include <QElapsedTimer>

namespace kakehashi::ui {

/// What is kept from one keystroke to the next; used by one job at a time.
struct KeptPage
{
    std::unique_ptr<render::EditedPage> page;
};

namespace {

Result<render::RenderedPage> rendered(const RenderRequest &request, KeptPage &kept)
{
    const SiteState &state = request.state;
    if (!kept.page || !kept.page->isOf(state.snapshot, state.theme, request.page)) {
        auto made =
            render::EditedPage::create(state.snapshot, state.theme, state.options, request.page);
        if (!made)
            return passOn(made);
        kept.page = std::move(*made);
    }
    return request.content ? kept.page->render(*request.content) : kept.page->render();
}

RenderOutcome renderNow(RenderRequest request, KeptPage &kept)
{
    QElapsedTimer timer;
    timer.start();
    auto page = rendered(request, kept);
    const qint64 spent = timer.nsecsElapsed() / 1000;
    if (page)
        page->html = withPolicy(page->html);
    return {std::move(request), std::move(page), spent};
}

} // namespace

PageRenderer::PageRenderer(QThreadPool &pool, QObject *parent)
    : QObject(parent), m_pool(pool), m_kept(std::make_shared<KeptPage>())
{}

void PageRenderer::request(const RenderRequest &request)
{
    if (m_busy)
        m_waiting = request;
    else
        begin(request);
}

void PageRenderer::begin(const RenderRequest &request)
{
    m_busy = true;
    runInBackground(
        m_pool, this, [request, kept = m_kept] { return renderNow(request, *kept); },
        [this](const RenderOutcome &outcome) {
            m_busy = false;
            // The next one starts before anybody looks at this one.
            if (const auto next = std::exchange(m_waiting, std::nullopt))
                begin(*next);
            Q_EMIT rendered(outcome);
        });
}

} // namespace kakehashi::ui
