#include "commands.h"

#include "base/account.h"
#include "base/cleantext.h"
#include "base/encoding.h"
#include "base/file.h"
#include "content/page/cleancontent.h"
#include "content/page/terms.h"
#include "content/page/translation.h"
#include "takeover/pagetext.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

namespace kakehashi::cli {
namespace {

constexpr qint64 largestBody = 10'000'000;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Page)
};

/// What is told of a text that came in.
struct Given
{
    QString encoding;
    std::optional<char32_t> unfit; ///< the first character that was left out
    QStringList notes;
};

struct PageOptions
{
    std::string site;
    std::string path;
    std::string kind = "page";
    std::string title;
    std::string summary;
    std::string bodyFile;
    std::string note;
    std::string date;
    std::string language;
    std::string original;
    std::vector<std::string> categories;
    std::vector<std::string> tags;
    bool isTitleGiven = false; // an empty text is one, too
    bool isSummaryGiven = false;
    bool isDateGiven = false;
    bool create = false;
    bool approve = false;
    bool live = false;
};

QString stateName(content::PageState state)
{
    switch (state) {
    case content::PageState::Draft:
        return QStringLiteral("draft");
    case content::PageState::Live:
        return QStringLiteral("live");
    case content::PageState::Changed:
        return QStringLiteral("changed");
    case content::PageState::Trashed:
        return QStringLiteral("trashed");
    }
    return {};
}

QJsonArray termArray(const content::PageContent &content, content::Taxonomy taxonomy)
{
    return QJsonArray::fromStringList(termsOf(content, taxonomy));
}

QJsonObject toJson(const content::PageEntry &entry, const content::PageContent &content)
{
    return {{QStringLiteral("categories"), termArray(content, content::Taxonomy::Category)},
            {QStringLiteral("tags"), termArray(content, content::Taxonomy::Tag)},
            {QStringLiteral("id"), entry.page.id.toString()},
            {QStringLiteral("path"), entry.page.path},
            {QStringLiteral("kind"), entry.page.kind},
            {QStringLiteral("title"), entry.title},
            {QStringLiteral("state"), stateName(content::stateOf(entry.page))},
            {QStringLiteral("working"), entry.page.working},
            {QStringLiteral("live"), entry.page.live},
            {QStringLiteral("lang"), content::tagOf(entry.language)},
            {QStringLiteral("updated"), toStored(entry.updatedAt)}};
}

int listPages(const PageOptions &options, const Output &out)
{
    auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    const auto pages = (*site)->pages().list();
    if (!pages)
        return out.failed(pages.error());
    const auto contents = (*site)->pages().all(false);
    if (!contents)
        return out.failed(contents.error());
    QHash<Ulid, content::PageContent> said;
    for (const content::PageWithRevision &page : *contents)
        said.insert(page.page.id, page.revision.content);
    QJsonArray array;
    QList<QStringList> rows;
    for (const content::PageEntry &entry : *pages) {
        array.append(toJson(entry, said.value(entry.page.id)));
        rows.append({entry.page.path, entry.page.kind, stateName(content::stateOf(entry.page)),
                     entry.title});
    }
    return out.done(
        {{QStringLiteral("pages"), array}},
        table({Text::tr("Path"), Text::tr("Kind"), Text::tr("State"), Text::tr("Title")}, rows));
}

int showPage(const PageOptions &options, const Output &out)
{
    auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    const auto page = (*site)->pages().byPath(text(options.path));
    if (!page)
        return out.failed(page.error());
    const auto revision =
        options.live ? (*site)->pages().live(page->id) : (*site)->pages().working(page->id);
    if (!revision)
        return out.failed(revision.error());
    const content::PageContent &shown = revision->content;
    const auto original = (*site)->pages().page(shown.language.original);
    return out.done({{QStringLiteral("path"), page->path},
                     {QStringLiteral("kind"), page->kind},
                     {QStringLiteral("revision"), revision->number},
                     {QStringLiteral("live"), page->live},
                     {QStringLiteral("author"), revision->author},
                     {QStringLiteral("title"), shown.title},
                     {QStringLiteral("summary"), shown.summary},
                     {QStringLiteral("date"), shown.date.toString(Qt::ISODate)},
                     {QStringLiteral("lang"), content::tagOf(shown.language)},
                     {QStringLiteral("translationOf"), original ? original->path : QString()},
                     {QStringLiteral("categories"), termArray(shown, content::Taxonomy::Category)},
                     {QStringLiteral("tags"), termArray(shown, content::Taxonomy::Tag)},
                     {QStringLiteral("fields"), shown.fields},
                     {QStringLiteral("body"), shown.body}},
                    {shown.body});
}

Result<QByteArray> readBody(const QString &name)
{
    if (name != QStringLiteral("-"))
        return readFile(name, largestBody);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(ErrorCode::Failed, Text::tr("Standard input could not be read."));
    QByteArray body = input.read(largestBody + 1);
    if (body.size() > largestBody)
        return fail(ErrorCode::Invalid,
                    Text::tr("The text from standard input is larger than %1 MB. Split the page.")
                        .arg(largestBody / 1'000'000));
    return body;
}

/// What its front matter says is taken, too; options go before it.
Result<void> applyBody(const PageOptions &options, const content::Page &page,
                       content::PageContent &content, Given &given)
{
    if (options.bodyFile.empty())
        return {};
    const auto body = readBody(text(options.bodyFile));
    if (!body)
        return passOn(body);
    const auto read = decodedText(*body, text(options.bodyFile));
    if (!read)
        return passOn(read);
    const auto notes =
        takeover::putText(*read, {text(options.bodyFile), page.path, page.kind}, content);
    if (!notes)
        return passOn(notes);
    given.encoding = read->encoding;
    given.notes = *notes;
    return {};
}

/// One empty text takes all terms away.
void applyTerms(const std::vector<std::string> &given, content::Taxonomy taxonomy,
                content::PageContent &content)
{
    if (given.empty())
        return;
    QStringList terms;
    for (const std::string &term : given)
        terms.append(text(term));
    setTerms(content, taxonomy, terms);
}

Result<void> applyOptions(const PageOptions &options, content::PageContent &content)
{
    applyTerms(options.categories, content::Taxonomy::Category, content);
    applyTerms(options.tags, content::Taxonomy::Tag, content);
    if (options.isTitleGiven && text(options.title).trimmed().isEmpty())
        return fail(ErrorCode::Invalid, Text::tr("A page needs a title. Give it one."));
    if (options.isTitleGiven)
        content.title = text(options.title);
    if (options.isSummaryGiven)
        content.summary = text(options.summary);
    if (options.isDateGiven) {
        content.date = QDate::fromString(text(options.date), Qt::ISODate);
        if (!content.date.isValid() && !options.date.empty())
            return fail(ErrorCode::Invalid,
                        Text::tr("%1 is no date. Write it as 2026-04-01.").arg(text(options.date)));
    }
    return {};
}

/// "--lang ja" makes it a page of its own again.
Result<void> applyLanguage(workspace::Workspace &site, const PageOptions &options,
                           content::Language &language)
{
    if (!options.language.empty()) {
        if (!content::isLanguageTag(text(options.language)))
            return fail(ErrorCode::Invalid,
                        Text::tr("%1 is no language. Write it as en, zh-Hans or pt-BR.")
                            .arg(text(options.language)));
        language.tag = content::storedTag(text(options.language));
        if (language.tag.isEmpty())
            language.original = {};
    }
    if (options.original.empty())
        return {};
    const auto original = site.pages().byPath(text(options.original));
    if (!original)
        return passOn(original);
    language.original = original->id;
    return {};
}

Result<content::Page> pageToSet(workspace::Workspace &site, const PageOptions &options)
{
    auto page = site.pages().byPath(text(options.path));
    if (page || !options.create || page.error().code != ErrorCode::NotFound)
        return page;
    content::NewPage made;
    made.kind = text(options.kind);
    made.path = text(options.path);
    made.content.title = text(options.title.empty() ? options.path : options.title);
    return site.pages().create(made);
}

Result<content::Revision> storePage(workspace::Workspace &site, const content::Page &page,
                                    const PageOptions &options, Given &given)
{
    auto current = site.pages().working(page.id);
    if (!current)
        return current;
    if (auto applied = applyBody(options, page, current->content, given); !applied)
        return passOn(applied);
    if (auto applied = applyOptions(options, current->content); !applied)
        return passOn(applied);
    given.unfit = content::unfitIn(current->content);
    if (auto applied = applyLanguage(site, options, current->content.language); !applied)
        return passOn(applied);
    auto saved =
        site.pages().saveWorking(page.id, current->content, accountName(), text(options.note));
    if (!saved || !options.approve)
        return saved;
    if (auto approved = site.pages().approve(page.id); !approved)
        return passOn(approved);
    return saved;
}

int setPage(const PageOptions &options, const Output &out)
{
    auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    content::Page page;
    content::Revision saved;
    Given given;
    // As one: a text that cannot be read must not leave a new, empty page behind.
    const auto done = (*site)->allOrNothing([&]() -> Result<void> {
        const auto found = pageToSet(**site, options);
        if (!found)
            return passOn(found);
        const auto stored = storePage(**site, *found, options, given);
        if (!stored)
            return passOn(stored);
        page = *found;
        saved = *stored;
        return {};
    });
    if (!done)
        return out.failed(done.error());
    QStringList lines{options.approve
                          ? Text::tr("%1: revision %2, approved for the next publish.")
                                .arg(page.path)
                                .arg(saved.number)
                          : Text::tr("%1: revision %2, not yet approved (--approve does it).")
                                .arg(page.path)
                                .arg(saved.number)};
    if (!given.encoding.isEmpty() && given.encoding != QLatin1String("UTF-8"))
        lines.append(Text::tr("The text was in %1 and is UTF-8 now.").arg(given.encoding));
    if (given.unfit)
        lines.append(Text::tr("Characters that no page can show, as %1, were left out.")
                         .arg(codePointName(*given.unfit)));
    lines.append(given.notes);
    return out.done({{QStringLiteral("path"), page.path},
                     {QStringLiteral("revision"), saved.number},
                     {QStringLiteral("encoding"), given.encoding},
                     {QStringLiteral("notes"), QJsonArray::fromStringList(given.notes)},
                     {QStringLiteral("approved"), options.approve}},
                    lines);
}

int translatePage(const PageOptions &options, const Output &out)
{
    auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    const auto page = (*site)->pages().byPath(text(options.path));
    if (!page)
        return out.failed(page.error());
    const auto made =
        content::makeTranslation((*site)->pages(), page->id, text(options.language), accountName());
    if (!made)
        return out.failed(made.error());
    return out.done({{QStringLiteral("path"), made->path}},
                    {Text::tr("Made the draft %1, to be written over.").arg(made->path)});
}

} // namespace

void addPageCommands(CLI::App &app, Context &context)
{
    auto *page = app.add_subcommand("page", "List, show and change pages");
    page->require_subcommand(1);
    auto options = std::make_shared<PageOptions>();

    auto *list = page->add_subcommand("list", "List all pages");
    list->add_option("SITE", options->site, "Site folder")->required();
    list->callback([options, &context] { context.exitCode = listPages(*options, context.out); });

    auto *show = page->add_subcommand("show", "Show one page's text");
    show->add_option("SITE", options->site, "Site folder")->required();
    show->add_option("PATH", options->path, "Path of the page, e.g. /kenmin/")->required();
    show->add_flag("--live", options->live, "The live revision instead of the working one");
    show->callback([options, &context] { context.exitCode = showPage(*options, context.out); });

    auto *set = page->add_subcommand("set", "Store a new revision of a page");
    set->add_option("SITE", options->site, "Site folder")->required();
    set->add_option("PATH", options->path, "Path of the page")->required();
    set->add_option("--body", options->bodyFile,
                    "Markdown file, with or without front matter; - reads standard input");
    set->add_option("--title", options->title, "Title");
    set->add_option("--summary", options->summary, "Summary");
    set->add_option("--date", options->date, "Date shown to visitors, 2026-04-01");
    set->add_option("--lang", options->language, "Language it is written in: en, zh-Hans …");
    set->add_option("--translation-of", options->original, "Path of the page that it translates");
    set->add_option("--category", options->categories,
                    "Category, instead of those it has; may be given again, '' takes them away")
        ->allow_extra_args(false);
    set->add_option("--tag", options->tags, "Tag, in the same way")->allow_extra_args(false);
    set->add_option("--note", options->note, "What changed and why");
    set->add_option("--kind", options->kind, "Kind of a page that --create makes");
    set->add_flag("--create", options->create, "Make the page if it is not there");
    set->add_flag("--approve", options->approve, "The next publish sends it");
    set->callback([options, set, &context] {
        options->isTitleGiven = set->count("--title") > 0;
        options->isSummaryGiven = set->count("--summary") > 0;
        options->isDateGiven = set->count("--date") > 0;
        context.exitCode = setPage(*options, context.out);
    });

    auto *translate = page->add_subcommand("translate", "Make a draft beside a page to translate");
    translate->add_option("SITE", options->site, "Site folder")->required();
    translate->add_option("PATH", options->path, "Path of the page")->required();
    translate->add_option("--lang", options->language, "Language: en, zh-Hans …")->required();
    translate->callback(
        [options, &context] { context.exitCode = translatePage(*options, context.out); });
}

} // namespace kakehashi::cli
