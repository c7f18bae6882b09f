#include "ui/preview/page/schemehandler.h"

#include "ui/preview/page/scheme.h"
#include "ui/shell/background.h"

#include <QBuffer>
#include <QPointer>
#include <QWebEngineUrlRequestJob>

namespace kakehashi::ui {
namespace {

void answer(QWebEngineUrlRequestJob *job, const render::ServedFile &file)
{
    auto *device = new QBuffer(job);
    device->setData(file.bytes);
    device->open(QIODevice::ReadOnly);
    job->reply(file.mimeType, device);
}

} // namespace

SchemeHandler::SchemeHandler(QThreadPool &pool, QObject *parent)
    : QWebEngineUrlSchemeHandler(parent), m_pool(pool)
{}

void SchemeHandler::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    if (job->requestMethod() != "GET" || !isPreviewUrl(url) || !m_state.isComplete()) {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
        return;
    }
    const QString path = url.path(QUrl::FullyDecoded);
    runInBackground(
        m_pool, this, [state = m_state, path] { return siteFile(state, path); },
        [this, path, job = QPointer(job)](const Result<render::ServedFile> &file) {
            if (!job)
                return;
            if (!file) {
                if (path.endsWith(u'/'))
                    Q_EMIT pageFailed(path, file.error());
                job->fail(QWebEngineUrlRequestJob::UrlNotFound);
                return;
            }
            if (file->mimeType.startsWith("text/html"))
                Q_EMIT pageServed(path, file->bytes);
            answer(job, *file);
        });
}

} // namespace kakehashi::ui
