#include "ui/preview/page/livepage.h"

#include "ui/preview/page/requestguard.h"
#include "ui/preview/page/scheme.h"
#include "ui/preview/page/schemehandler.h"
#include "ui/preview/page/webpage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QVBoxLayout>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineSettings>
#include <QWebEngineView>

namespace kakehashi::ui {
namespace {

constexpr int crashLimit = 3;
constexpr qint64 crashWindowMs = 60'000;

/// `kakehashi.NAME(arguments…)`, with the arguments as JSON, which is JavaScript too.
QString call(QLatin1String name, const QJsonArray &arguments)
{
    const QByteArray json = QJsonDocument(arguments).toJson(QJsonDocument::Compact);
    return QLatin1String("kakehashi.") + name + QLatin1String("(...") + QString::fromUtf8(json) +
           QLatin1Char(')');
}

} // namespace

LivePage::LivePage(QWidget *parent)
    : QWidget(parent)
    , m_profile(new QWebEngineProfile(this))
    , m_view(new QWebEngineView(this))
    , m_web(new WebPage(m_profile, m_view))
    , m_handler(new SchemeHandler(m_filePool, this))
    , m_renderer(new PageRenderer(m_renderPool, this))
{
    m_renderPool.setMaxThreadCount(1);
    m_profile->setUrlRequestInterceptor(new RequestGuard(m_profile));
    m_profile->installUrlSchemeHandler(previewSchemeName, m_handler);
    connect(m_profile, &QWebEngineProfile::downloadRequested, this,
            [](QWebEngineDownloadRequest *download) { download->cancel(); });
    m_view->setPage(m_web);
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setAccessibleName(tr("Preview of the page"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    connect(m_web, &WebPage::reported, this, &LivePage::hear);
    connect(m_web, &QWebEnginePage::renderProcessTerminated, this, [this] { recover(); });
    connect(m_handler, &SchemeHandler::pageServed, this,
            [this](const QString &path, const QByteArray &html) {
                if (path == m_path)
                    m_served = html;
            });
    connect(m_handler, &SchemeHandler::pageFailed, this,
            [this](const QString &, const Error &error) { Q_EMIT failed(error); });
    connect(m_renderer, &PageRenderer::rendered, this, &LivePage::take);
}

LivePage::~LivePage()
{
    // The page must go before its profile, and both before the pool that works for them.
    delete m_view;
    m_renderPool.waitForDone();
    m_filePool.waitForDone();
}

SiteState LivePage::currentState() const
{
    SiteState state = m_state;
    state.edited = m_page;
    state.content = m_content;
    return state;
}

void LivePage::setState(const SiteState &state)
{
    const bool first = !m_state.isComplete();
    const bool newTheme = m_state.theme != state.theme;
    m_state = state;
    m_handler->setState(currentState());
    if (m_page.isNull() || !m_state.isComplete())
        return;
    const render::PageValue *page = m_state.snapshot->page(m_page);
    if (first || newTheme || (page && page->path != m_path))
        showPage(m_page);
    else
        m_renderer->request({m_state, m_page, m_content});
}

void LivePage::showPage(const Ulid &page)
{
    if (page != m_page) {
        m_content.reset();
        m_caret = 0;
    }
    m_page = page;
    m_path.clear();
    if (!m_state.isComplete())
        return;
    const render::PageValue *value = m_state.snapshot->page(page);
    if (!value) {
        m_ready = false;
        return;
    }
    m_path = value->path;
    m_handler->setState(currentState());
    load();
    m_renderer->request({m_state, m_page, m_content}); // for the issues of the page just opened
}

void LivePage::load()
{
    m_ready = false;
    m_sending = false;
    m_unsent.clear();
    m_web->open(previewUrl(m_path));
}

void LivePage::setContent(const Ulid &page, const content::PageContent &content, int serial)
{
    if (page != m_page || !m_state.isComplete())
        return;
    m_follow = m_content.has_value() && *m_content != content;
    m_content = content;
    m_renderer->request({m_state, m_page, m_content, serial});
}

void LivePage::take(const RenderOutcome &outcome)
{
    if (outcome.request.page != m_page)
        return;
    if (!outcome.page) {
        Q_EMIT failed(outcome.page.error());
        return;
    }
    m_handler->setState(currentState());
    Q_EMIT rendered(m_page, outcome.page->issues);
    m_unsent = outcome.page->html;
    m_unsentSerial = outcome.request.serial;
    m_renderMicroseconds = outcome.microseconds;
    sendNewest();
}

void LivePage::sendNewest()
{
    if (!m_ready || m_sending || m_unsent.isEmpty())
        return;
    const QString html = QString::fromUtf8(std::exchange(m_unsent, {}));
    m_sending = true;
    m_web->runJavaScript(
        call(QLatin1String("update"), {html, std::exchange(m_follow, false), m_unsentSerial}),
        QWebEngineScript::ApplicationWorld, [self = QPointer(this)](const QVariant &answer) {
            if (!self || !self->m_ready)
                return;
            self->m_sending = false;
            if (answer.toString() == QLatin1String("reload"))
                self->load();
            else
                self->sendNewest();
        });
}

void LivePage::setCaret(int line)
{
    if (line == m_caret)
        return;
    m_caret = line;
    sendCaret();
}

void LivePage::sendCaret()
{
    if (m_ready)
        m_web->runJavaScript(call(QLatin1String("caret"), {m_caret, true}),
                             QWebEngineScript::ApplicationWorld);
}

void LivePage::setChanges(const QList<ChangedPlace> &places)
{
    if (places == m_changes)
        return;
    m_changes = places;
    sendChanges();
}

void LivePage::sendChanges()
{
    if (!m_ready)
        return;
    QJsonArray ranges;
    for (const ChangedPlace &place : std::as_const(m_changes))
        ranges.append(QJsonArray{place.first, place.last});
    QJsonArray arguments; // {ranges} would be a copy of ranges, not an array around it
    arguments.append(ranges);
    m_web->runJavaScript(call(QLatin1String("changes"), arguments),
                         QWebEngineScript::ApplicationWorld);
}

void LivePage::setZoom(double factor)
{
    if (!qFuzzyCompare(m_view->zoomFactor(), factor))
        m_view->setZoomFactor(factor);
}

void LivePage::setScrollBars(bool shown)
{
    m_web->settings()->setAttribute(QWebEngineSettings::ShowScrollBars, shown);
}

void LivePage::hear(const QJsonObject &message)
{
    if (message.contains(QLatin1String("ready"))) {
        m_web->runJavaScript(call(QLatin1String("start"), {QString::fromUtf8(m_served)}),
                             QWebEngineScript::ApplicationWorld);
        m_ready = true;
        sendCaret();
        sendChanges();
        sendNewest();
        Q_EMIT shown();
    } else if (message.contains(QLatin1String("line"))) {
        Q_EMIT lineClicked(message.value(QLatin1String("line")).toInt());
    } else if (message.contains(QLatin1String("link"))) {
        Q_EMIT linkClicked(QUrl(message.value(QLatin1String("link")).toString()));
    } else if (message.contains(QLatin1String("hover"))) {
        Q_EMIT linkHovered(QUrl(message.value(QLatin1String("hover")).toString()));
    } else if (message.contains(QLatin1String("painted"))) {
        Q_EMIT painted(message.value(QLatin1String("painted")).toInt(), m_renderMicroseconds);
    }
}

void LivePage::recover()
{
    m_ready = false;
    if (!m_sinceCrash.isValid() || m_sinceCrash.elapsed() > crashWindowMs)
        m_crashes = 0;
    m_sinceCrash.start();
    if (++m_crashes > crashLimit) {
        Q_EMIT failed({ErrorCode::Failed,
                       tr("The preview keeps stopping on this page, so it stays off for now. Your "
                          "text is safe. Open another page, or undo the last change here.")});
        return;
    }
    load();
    Q_EMIT restarted();
}

} // namespace kakehashi::ui
