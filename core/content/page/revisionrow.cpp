#include "content/page/revisionrow.h"

#include "content/site/termrepository.h"

namespace kakehashi::content {
namespace {

const QLatin1String htmlFormat("html");
const QLatin1String markdownFormat("markdown");

} // namespace

QString pageColumns()
{
    return QStringLiteral("page.id, page.kind, page.path, page.position, page.working, page.live, "
                          "page.trashed, page.created_at");
}

Page pageFrom(const store::Query &row, int first)
{
    Page page;
    page.id = row.id(first);
    page.kind = row.text(first + 1);
    page.path = row.text(first + 2);
    page.position = row.number(first + 3);
    page.working = row.number(first + 4);
    page.live = row.number(first + 5);
    page.trashed = row.flag(first + 6);
    page.createdAt = row.time(first + 7);
    return page;
}

QString revisionColumns()
{
    return QStringLiteral(
        "revision.id, revision.page_id, revision.number, revision.title, revision.summary, "
        "revision.body, revision.format, revision.fields, revision.shown_date, "
        "revision.picture_id, revision.seo_title, revision.seo_description, revision.noindex, "
        "revision.opens, revision.closes, revision.author, revision.note, revision.created_at, "
        "revision.language, revision.translation_of");
}

Revision revisionFrom(const store::Query &row, int first)
{
    int column = first;
    Revision revision;
    revision.id = row.id(column++);
    revision.pageId = row.id(column++);
    revision.number = row.number(column++);
    PageContent &content = revision.content;
    content.title = row.text(column++);
    content.summary = row.text(column++);
    content.body = row.text(column++);
    content.format = row.text(column++) == htmlFormat ? BodyFormat::Html : BodyFormat::Markdown;
    content.fields = row.json(column++);
    content.date = row.date(column++);
    content.picture = row.id(column++);
    content.seo.title = row.text(column++);
    content.seo.description = row.text(column++);
    content.seo.noindex = row.flag(column++);
    content.window.opens = row.time(column++);
    content.window.closes = row.time(column++);
    revision.author = row.text(column++);
    revision.note = row.text(column++);
    revision.createdAt = row.time(column++);
    content.language.tag = row.text(column++);
    content.language.original = row.id(column++);
    return revision;
}

Result<void> insertRevision(store::Database &database, const Revision &revision)
{
    store::Query query(
        database,
        QStringLiteral("INSERT INTO revision (id, page_id, number, title, summary, body, format, "
                       "fields, shown_date, picture_id, seo_title, seo_description, noindex, "
                       "opens, closes, author, note, created_at, language, translation_of) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    const PageContent &content = revision.content;
    const QString format = content.format == BodyFormat::Html ? htmlFormat : markdownFormat;
    auto done = query.run({revision.id,
                           revision.pageId,
                           revision.number,
                           content.title,
                           content.summary,
                           content.body,
                           format,
                           content.fields,
                           content.date,
                           content.picture,
                           content.seo.title,
                           content.seo.description,
                           content.seo.noindex,
                           content.window.opens,
                           content.window.closes,
                           revision.author,
                           revision.note,
                           revision.createdAt,
                           content.language.tag,
                           content.language.original});
    if (!done)
        return passOn(done);
    return TermRepository(database).note(content);
}

} // namespace kakehashi::content
