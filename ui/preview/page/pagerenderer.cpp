#include "ui/preview/page/pagerenderer.h"

#include "ui/shell/background.h"

#include <QElapsedTimer>

namespace kakehashi::ui {
namespace {

RenderOutcome renderNow(RenderRequest request)
{
    SiteState &state = request.state;
    if (request.content)
        state.snapshot = render::withPage(state.snapshot, request.page, *request.content);
    QElapsedTimer timer;
    timer.start();
    auto page = render::renderPage(*state.snapshot, *state.theme, state.options, request.page);
    const qint64 spent = timer.nsecsElapsed() / 1000;
    if (page)
        page->html = withPolicy(page->html);
    return {std::move(request), std::move(page), spent};
}

} // namespace

PageRenderer::PageRenderer(QThreadPool &pool, QObject *parent) : QObject(parent), m_pool(pool) {}

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
        m_pool, this, [request] { return renderNow(request); },
        [this](const RenderOutcome &outcome) {
            m_busy = false;
            // The next one starts before anybody looks at this one.
            if (const auto next = std::exchange(m_waiting, std::nullopt))
                begin(*next);
            Q_EMIT rendered(outcome);
        });
}

} // namespace kakehashi::ui
