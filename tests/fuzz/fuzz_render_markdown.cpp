// A page as a person types it or a file brings it: front matter is written and read alike, and a
// body of any text becomes safe, balanced HTML, the same in the preview as published.
#include "content/markdown/frontmatter.h"
#include "htmlshape.h"
#include "render/body/bodywriter.h"
#include "render/html.h"
#include "require.h"

#include <QRegularExpression>

using namespace kakehashi;
using namespace kakehashi::render;
using fuzz::require;

namespace {

void addMedia(SiteSnapshot &site, const QString &name, const QString &type, int width)
{
    content::MediaAsset asset;
    asset.id = Ulid::generate();
    asset.hash = Sha256::of(name.toUtf8());
    asset.bytes = 480'000;
    asset.fileName = name;
    asset.mimeType = type;
    asset.width = width;
    asset.height = width / 2;
    site.mediaByName.insert(name, asset.id);
    site.media.insert(asset.id, asset);
}

void addPage(SiteSnapshot &site, const QString &path, const QString &kind, const QDate &date)
{
    auto page = std::make_shared<PageValue>();
    page->id = Ulid::generate();
    page->path = path;
    page->kind = kind;
    page->content.title = QStringLiteral("お知らせ & <他>");
    page->content.date = date;
    page->updatedAt = site.asOf;
    site.pages.append(page);
}

SiteSnapshot madeSite()
{
    SiteSnapshot site;
    site.asOf = QDateTime({2026, 4, 1}, {0, 0}, Qt::UTC);
    site.site.name = QStringLiteral("見本サイト");
    site.site.url = QUrl(QStringLiteral("https://site.example.jp/"));
    content::Kind topic;
    topic.name = topic.label = QStringLiteral("topic");
    topic.dated = topic.listed = true;
    content::Kind page;
    page.name = page.label = QStringLiteral("page");
    site.kinds = {page, topic};
    addPage(site, QStringLiteral("/"), QStringLiteral("page"), {});
    addPage(site, QStringLiteral("/kenmin/"), QStringLiteral("page"), {});
    addPage(site, QStringLiteral("/topics/t1/"), QStringLiteral("topic"), {2026, 3, 1});
    addMedia(site, QStringLiteral("a.jpg"), QStringLiteral("image/jpeg"), 1600);
    addMedia(site, QStringLiteral("b.svg"), QStringLiteral("image/svg+xml"), 40);
    addMedia(site, QStringLiteral("c.pdf"), QStringLiteral("application/pdf"), 0);
    statistics::SeriesData members;
    members.series.name = QStringLiteral("members");
    members.series.title = QStringLiteral("会員数 & <人>");
    members.observations.append({QDate(2026, 1, 1), 1000.5, true, {}});
    members.observations.append({QDate(2026, 2, 1), {}, false, {}});
    site.series.append(members);
    return site;
}

struct World
{
    SiteSnapshot site = madeSite();
    ThemePtr theme =
        Theme::load(QStringLiteral(KAKEHASHI_SOURCE_DIR "/tests/render/theme")).value_or(nullptr);
    RenderOptions published = {};
    RenderOptions previewed = {.media = {}, .preview = true};
    SiteIndex publishing{site, *theme, published};
    SiteIndex previewing{site, *theme, previewed};
};

/// HTML without the marks that only the preview has.
QString unmarked(const std::string &html, int lines)
{
    static const QRegularExpression mark(
        QStringLiteral(" data-line=\"([0-9]+)\" data-end=\"([0-9]+)\""));
    QString text = QString::fromUtf8(QByteArrayView(html.data(), qsizetype(html.size())));
    auto marks = mark.globalMatch(text);
    while (marks.hasNext()) {
        const auto one = marks.next();
        const int line = one.captured(1).toInt();
        const int end = one.captured(2).toInt();
        require(1 <= line && line <= end && end <= lines + 1, "a mark names lines of the text",
                one.captured().toUtf8());
    }
    return text.remove(mark);
}

void requireEqual(const QString &preview, const QString &published)
{
    const auto differs =
        std::mismatch(preview.begin(), preview.end(), published.begin(), published.end());
    const QString rest = preview.mid(differs.first - preview.begin()).left(40) + u'\n' +
                         published.mid(differs.second - published.begin()).left(40);
    require(preview == published, "the preview shows what is published", rest.toUtf8());
}

void lookAtBody(const QString &body, content::BodyFormat format)
{
    static const World world;
    PageValue page;
    page.path = QStringLiteral("/body/");
    page.kind = QStringLiteral("page");
    page.content.title = QStringLiteral("本文");
    page.content.body = body;
    page.content.format = format;
    const int lines = int(body.count(u'\n') + body.count(u'\r')) + 1;

    BodyWriter writer(world.publishing, page);
    const std::string html = writer.writeBody();
    fuzz::requireSafeHtml(QByteArrayView(html.data(), qsizetype(html.size())));
    bool isMistakeShown = false; // in the preview
    for (const Issue &issue : writer.issues()) {
        require(!issue.rule.isEmpty() && issue.place.line >= 1 && issue.place.line <= lines + 1,
                "an issue has a place in the text");
        isMistakeShown = isMistakeShown || issue.rule == QLatin1String("block-unknown");
    }

    BodyWriter previewer(world.previewing, page);
    const std::string preview = previewer.writeBody();
    fuzz::requireSafeHtml(QByteArrayView(preview.data(), qsizetype(preview.size())));
    if (!isMistakeShown)
        requireEqual(unmarked(preview, lines), unmarked(html, lines));
}

bool same(const content::MarkdownFile &a, const content::MarkdownFile &b)
{
    return a.kind == b.kind && a.path == b.path && a.picture == b.picture &&
           a.position == b.position && a.content == b.content && a.others == b.others;
}

/// The body of a file with front matter.
std::optional<QString> bodyOfFile(const QString &text)
{
    const QString name = QStringLiteral("page.md");
    const auto file = content::parseMarkdownFile(text, name);
    if (!file)
        return {};
    const auto again = content::parseMarkdownFile(content::writeMarkdownFile(*file), name);
    require(again && same(*again, *file), "front matter that is written is read");
    return file->content.body;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    const QString text = QString::fromUtf8(bytes);
    if (const auto body = bodyOfFile(text))
        lookAtBody(*body,
                   data[0] == 'h' ? content::BodyFormat::Html : content::BodyFormat::Markdown);
    return 0;
}
