#include "render/render.h"

#include "base/file.h"
#include "render/card/card.h"
#include "render/html.h"
#include "render/media/originals.h"
#include "render/media/variants.h"
#include "render/server/sitefiles.h"
#include "render/site/document.h"
#include "render/site/sitebuilder.h"
#include "render/site/siteindex.h"
#include "render/theme/compiled.h"

#include <QCoreApplication>
#include <QMimeDatabase>
#include <QRegularExpression>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

constexpr qint64 largestServed = 200'000'000;

QByteArray typeOf(const QString &path)
{
    const QString suffix = path.mid(path.lastIndexOf(u'.') + 1);
    static const QHash<QString, QByteArray> types{
        {QStringLiteral("css"), "text/css; charset=utf-8"},
        {QStringLiteral("html"), "text/html; charset=utf-8"},
        {QStringLiteral("js"), "text/javascript; charset=utf-8"},
        {QStringLiteral("svg"), "image/svg+xml"},
        {QStringLiteral("txt"), "text/plain; charset=utf-8"},
        {QStringLiteral("csv"), "text/csv; charset=utf-8"},
        {QStringLiteral("json"), "application/json"},
        {QStringLiteral("webmanifest"), "application/manifest+json"},
        {QStringLiteral("webp"), "image/webp"},
        {QStringLiteral("woff2"), "font/woff2"},
        {QStringLiteral("xml"), "application/xml; charset=utf-8"}};
    const auto known = types.constFind(suffix);
    if (known != types.constEnd())
        return *known;
    static const QMimeDatabase database;
    return database.mimeTypeForFile(path, QMimeDatabase::MatchExtension).name().toLatin1();
}

tl::unexpected<Error> nothingAt(const QString &path)
{
    return fail(ErrorCode::NotFound, Text::tr("The site has nothing at %1.").arg(path));
}

Result<ServedFile> servedFile(const QString &path, const QString &file)
{
    auto bytes = readFile(file, largestServed);
    if (!bytes)
        return passOn(bytes);
    return ServedFile{std::move(*bytes), typeOf(path), {}};
}

Result<ServedFile> servedPage(const SiteIndex &index, const PageValue &page, int listNumber)
{
    auto document = renderDocument(index, page, listNumber);
    if (!document)
        return passOn(document);
    return ServedFile{QByteArray::fromStdString(document->html), typeOf(QStringLiteral(".html")),
                      std::move(document->issues)};
}

QByteArray textType(const content::MediaAsset &asset, const QString &charset)
{
    const QString type = charset.isEmpty()
                             ? asset.mimeType
                             : asset.mimeType + QStringLiteral("; charset=") + charset;
    return type.toLatin1();
}

Result<ServedFile> servedMedia(const SiteIndex &index, const QString &path)
{
    const QString name = path.mid(path.lastIndexOf(u'/') + 1);
    VariantCache cache(index.options().media);
    if (const content::MediaAsset *asset = index.mediaNamed(name)) {
        const auto original = cache.published(*asset);
        if (!original)
            return passOn(original);
        auto served = servedFile(path, original->file);
        if (served && asset->mimeType.startsWith(QLatin1String("text/")))
            served->mimeType = textType(*asset, textCharset(index.options().media, *asset));
        return served;
    }
    const QString published = path.mid(1);
    for (const content::MediaAsset &asset : index.snapshot().media) {
        // Cheap first: a variant's name begins with the asset's.
        if (!name.startsWith(asset.fileName.left(asset.fileName.lastIndexOf(u'.'))))
            continue;
        for (const Variant &variant : variantsOf(asset, index.options().media)) {
            if (variant.publishedPath != published)
                continue;
            const auto made = cache.variants(asset, {variant});
            return made ? servedFile(path, made->first().file) : Result<ServedFile>(passOn(made));
        }
    }
    return nothingAt(path);
}

Result<ServedFile> servedThemeFile(const Theme &theme, const QString &path)
{
    const QString published = path.mid(1);
    for (const Theme::Asset &asset : theme.assets())
        if (asset.publishedPath == published)
            return ServedFile{asset.bytes, typeOf(path), {}};
    const auto root = theme.compiled().rootFiles.constFind(published);
    if (root != theme.compiled().rootFiles.constEnd())
        return ServedFile{*root, typeOf(path), {}};
    return nothingAt(path);
}

Result<ServedFile> servedCard(const SiteIndex &index, const QString &path)
{
    if (canPaintCards(index.options()))
        for (const PageValue *page : index.openPages()) {
            const Card card = cardOf(index, *page);
            if (path.mid(1) == card.publishedPath())
                return ServedFile{paintCard(card), typeOf(path), {}};
        }
    return nothingAt(path);
}

} // namespace

Result<RenderedPage> renderPage(const SiteSnapshot &snapshot, const Theme &theme,
                                const RenderOptions &options, const Ulid &page)
{
    const PageValue *value = snapshot.page(page);
    if (!value)
        return fail(ErrorCode::NotFound,
                    Text::tr("The page is no longer part of the site. Choose another one."));
    const SiteIndex index(snapshot, theme, options);
    auto served = servedPage(index, *value, 1);
    if (!served)
        return passOn(served);
    return RenderedPage{std::move(served->bytes), std::move(served->issues)};
}

Result<ServedFile> renderPath(const SiteSnapshot &snapshot, const Theme &theme,
                              const RenderOptions &options, const QString &path)
{
    if (path.startsWith(QLatin1String("/assets/")) &&
        !path.startsWith(QLatin1String("/assets/data/")) &&
        !path.startsWith(QLatin1String("/assets/card/")))
        return servedThemeFile(theme, path);
    const SiteIndex index(snapshot, theme, options);
    if (path.startsWith(QLatin1String("/assets/card/")))
        return servedCard(index, path);
    if (path.startsWith(QLatin1String("/media/")))
        return servedMedia(index, path);
    const PageValue *page = options.preview ? snapshot.pageAt(path) : index.openAt(path);
    if (page)
        return servedPage(index, *page, 1);
    if (index.searchPage() && path == index.searchPage()->path)
        return servedPage(index, *index.searchPage(), 1);
    const ListPlace place = placeInList(path);
    const PageValue *list = place.number > 1 ? index.openAt(place.listPath) : nullptr;
    if (list && place.number <= index.listLength(*list))
        return servedPage(index, *list, place.number);
    std::string text;
    if (siteFileAt(index, path, text))
        return ServedFile{QByteArray::fromStdString(text), typeOf(path), {}};
    return servedThemeFile(theme, path);
}

Result<SiteBuild> renderSite(const SiteSnapshot &snapshot, const Theme &theme,
                             const RenderOptions &options, OutputSink &sink,
                             const JobContext &context)
{
    const SiteIndex index(snapshot, theme, options);
    return SiteBuilder(index, sink, context).run();
}

} // namespace kakehashi::render
