#include "ui/preview/page/sitefiles.h"

#include "security/pathguard.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::SiteFiles)
};

/// "/kenmin/" is the file "kenmin/index.html", and any path must be one that publishing would make.
bool isOutputPath(const QString &path)
{
    if (!path.startsWith(u'/'))
        return false;
    QString file = path.mid(1);
    if (file.isEmpty() || file.endsWith(u'/'))
        file += QLatin1String("index.html");
    return security::checkOutputPath(file).has_value();
}

/// The value as it stands in the markup, escaped; empty when there is none.
QString attributeOf(const QString &attributes, QLatin1String name)
{
    const QRegularExpression pattern(QStringLiteral("\\b%1\\s*=\\s*\"([^\"]*)\"").arg(name));
    return pattern.match(attributes).captured(1);
}

/// Where visitors see a map or a video: what it is, and where it comes from. The size is that of
/// the themes' frames.
QString placeholder(const QString &attributes)
{
    const QString source = attributeOf(attributes, QLatin1String("src"));
    const QString title = attributeOf(attributes, QLatin1String("title"));
    const bool isVideo = source.contains(QLatin1String("youtube"));
    const QString kind = isVideo ? Text::tr("Video") : Text::tr("Map or page of another site");
    const QString address = source.isEmpty()
                                ? QString()
                                : QStringLiteral("<a href=\"%1\" style=\"font-size:.8125em;"
                                                 "overflow-wrap:anywhere\">%1</a>")
                                      .arg(source);
    return QStringLiteral("<div data-kakehashi-frame style=\"display:flex;flex-direction:column;"
                          "align-items:center;justify-content:center;gap:.5em;width:100%;"
                          "aspect-ratio:16/9;box-sizing:border-box;padding:1em;overflow:hidden;"
                          "text-align:center;border:2px dashed;border-radius:.5em;opacity:.85\">"
                          "<span style=\"font-size:.8125em\">%1</span><strong>%2</strong>%3"
                          "<span style=\"font-size:.8125em\">%4</span></div>")
        .arg(kind.toHtmlEscaped(), title, address,
             Text::tr("Visitors see it here. The preview asks no other server.").toHtmlEscaped());
}

/// Maps and videos come from other servers, which the preview never asks: a labelled box with the
/// address stands in their place.
QByteArray withoutFrames(const QByteArray &html)
{
    if (!html.contains("<iframe"))
        return html;
    static const QRegularExpression frame(QStringLiteral("<iframe\\b([^>]*)>.*?</iframe>"),
                                          QRegularExpression::DotMatchesEverythingOption);
    const QString page = QString::fromUtf8(html);
    QString shown;
    qsizetype from = 0;
    for (auto found = frame.globalMatch(page); found.hasNext();) {
        const auto match = found.next();
        shown += QStringView(page).mid(from, match.capturedStart() - from) %
                 placeholder(match.captured(1));
        from = match.capturedEnd();
    }
    return QString(shown + QStringView(page).mid(from)).toUtf8();
}

} // namespace

Result<render::ServedFile> siteFile(const SiteState &state, const QString &path)
{
    if (!isOutputPath(path))
        return fail(ErrorCode::NotFound, Text::tr("The site has nothing at %1.").arg(path));
    // Pictures say nothing of what is typed.
    const bool isText = !path.startsWith(QLatin1String("/media/"));
    const render::SnapshotPtr shown =
        state.content && isText ? render::withPage(state.snapshot, state.edited, *state.content)
                                : state.snapshot;
    auto file = render::renderPath(*shown, *state.theme, state.options, path);
    if (file && file->mimeType.startsWith("text/html"))
        file->bytes = withPolicy(file->bytes);
    return file;
}

QByteArray withPolicy(const QByteArray &page)
{
    const QByteArray html = withoutFrames(page);
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
