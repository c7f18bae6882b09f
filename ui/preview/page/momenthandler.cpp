#include "ui/preview/page/momenthandler.h"

#include "base/file.h"
#include "ui/preview/page/scheme.h"
#include "ui/preview/page/sitefiles.h"

#include <QBuffer>
#include <QMimeDatabase>
#include <QWebEngineUrlRequestJob>

namespace kakehashi::ui {
namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;

QByteArray typeOf(const QString &path)
{
    if (path.endsWith(QLatin1String(".html")))
        return QByteArrayLiteral("text/html");
    return QMimeDatabase().mimeTypeForFile(path, QMimeDatabase::MatchExtension).name().toLatin1();
}

} // namespace

Result<render::ServedFile> momentFile(const publish::Manifest &state,
                                      const render::ByteSource &objects, const QString &path)
{
    QString file = path.mid(1);
    if (file.isEmpty() || file.endsWith(u'/'))
        file += QLatin1String("index.html");
    const auto found = state.files.constFind(file);
    if (found == state.files.constEnd())
        return fail(ErrorCode::NotFound, path);
    const auto stored = objects.fileFor(found->hash);
    if (!stored)
        return passOn(stored);
    auto bytes = readFile(*stored, largestFile);
    if (!bytes)
        return passOn(bytes);
    const QByteArray type = typeOf(file);
    return render::ServedFile{type == "text/html" ? withPolicy(*bytes) : *bytes, type, {}};
}

MomentHandler::MomentHandler(std::shared_ptr<const publish::Manifest> state,
                             const render::ByteSource &objects, QObject *parent)
    : QWebEngineUrlSchemeHandler(parent), m_state(std::move(state)), m_objects(objects)
{}

void MomentHandler::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QUrl url = job->requestUrl();
    if (job->requestMethod() != "GET" || !isPreviewUrl(url))
        return job->fail(QWebEngineUrlRequestJob::RequestDenied);
    const auto file = momentFile(*m_state, m_objects, url.path(QUrl::FullyDecoded));
    if (!file)
        return job->fail(QWebEngineUrlRequestJob::UrlNotFound);
    auto *device = new QBuffer(job);
    device->setData(file->bytes);
    device->open(QIODevice::ReadOnly);
    job->reply(file->mimeType, device);
}

} // namespace kakehashi::ui
