#include "support/sitefixture.h"

#include "support/testsite.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

namespace kakehashi::test {
namespace {

content::Kind kind(const QString &name, bool dated)
{
    content::Kind made;
    made.name = made.templateName = made.label = name;
    made.dated = made.listed = dated;
    return made;
}

content::Field field(const QString &name, content::FieldType type)
{
    content::Field made;
    made.name = made.label = name;
    made.type = type;
    return made;
}

QList<content::Kind> kinds()
{
    content::Kind page = kind(QStringLiteral("page"), false);
    content::Field rows = field(QStringLiteral("rows"), content::FieldType::Table);
    rows.columns = {field(QStringLiteral("a"), content::FieldType::Text),
                    field(QStringLiteral("b"), content::FieldType::Number)};
    page.fields = {rows, field(QStringLiteral("site"), content::FieldType::Url)};
    content::Kind list = kind(QStringLiteral("list"), false);
    list.listsKind = QStringLiteral("topic");
    content::Kind topic = kind(QStringLiteral("topic"), true);
    topic.templateName = QStringLiteral("page");
    topic.schemaType = QStringLiteral("NewsArticle");
    return {page, kind(QStringLiteral("home"), false), list, topic};
}

} // namespace

render::ThemePtr testTheme()
{
    static const auto theme =
        render::Theme::load(QStringLiteral(KAKEHASHI_SOURCE_DIR "/tests/render/theme"));
    return theme ? *theme : nullptr;
}

SiteFixture::SiteFixture() : m_theme(testTheme())
{
    m_options.media = {m_folder.filePath(QStringLiteral("media")),
                       m_folder.filePath(QStringLiteral("variants"))};
    m_snapshot.asOf = firstMorning();
    m_snapshot.kinds = kinds();
    m_snapshot.site.name = QStringLiteral("見本サイト");
    m_snapshot.site.url = QUrl(QStringLiteral("https://site.example.jp/"));
    page(QStringLiteral("/"), {.title = QStringLiteral("ホーム")}, QStringLiteral("home"));
    page(QStringLiteral("/kenmin/"), {.title = QStringLiteral("県民会議")});
}

Ulid SiteFixture::page(const QString &path, const content::PageContent &content,
                       const QString &kind)
{
    auto value = std::make_shared<render::PageValue>();
    value->id = Ulid::generate();
    value->kind = kind;
    value->path = path;
    value->content = content;
    value->updatedAt = m_snapshot.asOf;
    auto &pages = m_snapshot.pages;
    const auto place = std::lower_bound(
        pages.begin(), pages.end(), path,
        [](const auto &page, const QString &wanted) { return page->path < wanted; });
    if (place != pages.end() && (*place)->path == path) {
        value->id = (*place)->id;
        *place = value;
    } else {
        pages.insert(place, value);
    }
    return value->id;
}

Ulid SiteFixture::media(const QString &fileName, const QByteArray &bytes, const QString &mimeType,
                        QSize size)
{
    content::MediaAsset asset;
    asset.id = Ulid::generate();
    asset.hash = Sha256::of(bytes);
    asset.bytes = bytes.size();
    asset.fileName = fileName;
    asset.mimeType = mimeType;
    asset.alt = QStringLiteral("見本の図");
    asset.width = std::max(0, size.width());
    asset.height = std::max(0, size.height());
    put(m_options.media.originals + u'/' + asset.hash.toString(), bytes);
    m_snapshot.mediaByName.insert(fileName, asset.id);
    m_snapshot.media.insert(asset.id, asset);
    return asset.id;
}

Ulid SiteFixture::picture(const QString &fileName, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x % 256, y % 256, (x * y) % 256));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "jpg", 70);
    return media(fileName, bytes, QStringLiteral("image/jpeg"), size);
}

QStringList SiteFixture::Body::rules() const
{
    QStringList all;
    for (const Issue &issue : issues)
        all.append(QStringLiteral("%1@%2").arg(issue.rule).arg(issue.place.line));
    return all;
}

SiteFixture::Body SiteFixture::body(const QString &markdown, content::BodyFormat format)
{
    content::PageContent content;
    content.title = QStringLiteral("本文");
    content.body = markdown;
    content.format = format;
    const Ulid id = page(QStringLiteral("/body/"), content);
    const auto rendered = render::renderPage(m_snapshot, *m_theme, m_options, id);
    if (!rendered)
        return {rendered.error().text, {}};
    const QString html = QString::fromUtf8(rendered->html);
    const qsizetype from = html.indexOf(QLatin1String("<main>")) + 6;
    return {html.mid(from, html.indexOf(QLatin1String("</main>")) - from), rendered->issues};
}

Result<render::RenderedPage> SiteFixture::render(const QString &path) const
{
    const render::PageValue *page = m_snapshot.pageAt(path);
    return render::renderPage(m_snapshot, *m_theme, m_options, page ? page->id : Ulid());
}

Result<render::SiteBuild> SiteFixture::build(render::OutputSink &sink) const
{
    return render::renderSite(m_snapshot, *m_theme, m_options, sink);
}

} // namespace kakehashi::test
