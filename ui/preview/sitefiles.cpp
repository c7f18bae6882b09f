#include "ui/preview/sitefiles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QMutex>
#include <QRegularExpression>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Preview)
};

QByteArray mimeTypeOf(const QString &name)
{
    // Text gets its encoding said: WebEngine would take a style sheet for Latin-1 otherwise.
    const QString type =
        QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension).name();
    const bool text = type.startsWith(QLatin1String("text/")) ||
                      type.endsWith(QLatin1String("javascript")) ||
                      type.endsWith(QLatin1String("xml"));
    return type.toLatin1() + (text ? QByteArrayLiteral("; charset=utf-8") : QByteArray());
}

tl::unexpected<Error> nothingAt(const QString &path)
{
    return fail(ErrorCode::NotFound, Text::tr("The site has nothing at %1.").arg(path));
}

Result<SiteFile> page(const SiteState &state, const Ulid &id)
{
    const auto rendered = render::renderPage(*state.snapshot, *state.theme, state.options, id);
    if (!rendered)
        return passOn(rendered);
    return SiteFile{QByteArrayLiteral("text/html; charset=utf-8"), withPolicy(rendered->html)};
}

Result<SiteFile> asset(const SiteState &state, const QString &published)
{
    for (const render::Theme::Asset &asset : state.theme->assets()) {
        if (asset.publishedPath == published)
            return SiteFile{mimeTypeOf(asset.name), asset.bytes};
    }
    return nothingAt(published);
}

/// Keeps the one file that was asked for out of a whole build, so that what only a build makes
/// (further pages of a list, feeds, scaled pictures) is in the preview too.
class PickSink final : public render::OutputSink
{
public:
    explicit PickSink(QString path) : m_path(std::move(path)) {}

    Result<void> write(const QString &path, const Sha256 &, QByteArrayView bytes) override
    {
        const QMutexLocker lock(&m_mutex);
        if (path == m_path)
            found = SiteFile{mimeTypeOf(path), bytes.toByteArray()};
        return {};
    }
    Result<void> writeFrom(const QString &path, const Sha256 &, const QString &source) override
    {
        const QMutexLocker lock(&m_mutex);
        if (path == m_path)
            found = SiteFile{mimeTypeOf(path), {}, source};
        return {};
    }

    std::optional<SiteFile> found;

private:
    const QString m_path;
    QMutex m_mutex;
};

Result<SiteFile> builtFile(const SiteState &state, const QString &published)
{
    PickSink sink(published);
    const auto build = render::renderSite(*state.snapshot, *state.theme, state.options, sink);
    if (!build)
        return passOn(build);
    if (!sink.found)
        return nothingAt(published);
    if (sink.found->mimeType.startsWith("text/html"))
        sink.found->bytes = withPolicy(sink.found->bytes);
    return *sink.found;
}

} // namespace

Result<SiteFile> siteFile(const SiteState &state, const QString &path)
{
    if (!path.startsWith(u'/') || path.contains(QLatin1String("..")) || path.contains(u'\\'))
        return nothingAt(path);
    if (const render::PageValue *found = state.snapshot->pageAt(path))
        return page(state, found->id);
    const QString published = path.mid(1);
    if (published.startsWith(QLatin1String("assets/")))
        return asset(state, published);
    if (published.endsWith(u'/'))
        return builtFile(state, published + QStringLiteral("index.html"));
    return builtFile(state, published);
}

QByteArray withPolicy(const QByteArray &html)
{
    // Scripts from the theme's files only; nothing may be fetched, framed or sent anywhere.
    static const QByteArray policy = QByteArrayLiteral(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src kakehashi://site "
        "data:; "
        "style-src kakehashi://site 'unsafe-inline'; script-src kakehashi://site/assets/; "
        "connect-src 'none'; frame-src 'none'; object-src 'none'; form-action 'none'; "
        "base-uri 'none'\">");
    const qsizetype head = html.indexOf("<head");
    const qsizetype end = head < 0 ? -1 : html.indexOf('>', head);
    return end < 0 ? QByteArray(policy + html)
                   : QByteArray(html.left(end + 1) + policy + html.mid(end + 1));
}

} // namespace kakehashi::ui
