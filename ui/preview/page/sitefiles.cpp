#include "ui/preview/page/sitefiles.h"

#include "security/pathguard.h"

#include <QCoreApplication>

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

} // namespace

Result<render::ServedFile> siteFile(const SiteState &state, const QString &path)
{
    if (!isOutputPath(path))
        return fail(ErrorCode::NotFound, Text::tr("The site has nothing at %1.").arg(path));
    auto file = render::renderPath(*state.snapshot, *state.theme, state.options, path);
    if (file && file->mimeType.startsWith("text/html"))
        file->bytes = withPolicy(file->bytes);
    return file;
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
