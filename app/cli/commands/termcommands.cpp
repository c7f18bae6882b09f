#include "commands.h"

#include "base/account.h"
#include "workspace/terms.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QJsonArray>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Term)
};

struct TermOptions
{
    std::string site;
    std::string from;
    std::string to;
    bool tag = false;
    bool approve = false;
};

int listTerms(const TermOptions &options, const Output &out)
{
    auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    const auto terms = workspace::termsOfSite((*site)->stores());
    if (!terms)
        return out.failed(terms.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const workspace::TermUse &term : *terms) {
        const bool isTag = term.taxonomy == content::Taxonomy::Tag;
        array.append(QJsonObject{{QStringLiteral("taxonomy"), content::fieldOf(term.taxonomy)},
                                 {QStringLiteral("label"), term.label},
                                 {QStringLiteral("pages"), term.pages}});
        rows.append({isTag ? Text::tr("Tag") : Text::tr("Category"), term.label,
                     QString::number(term.pages)});
    }
    return out.done({{QStringLiteral("terms"), array}},
                    table({Text::tr("Sort"), Text::tr("Term"), Text::tr("Pages")}, rows));
}

int changeTerm(const TermOptions &options, bool merges, const Output &out)
{
    auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    workspace::TermChange change;
    change.taxonomy = options.tag ? content::Taxonomy::Tag : content::Taxonomy::Category;
    change.from = text(options.from).simplified();
    change.to = text(options.to).simplified();
    change.merges = merges;
    change.approve = options.approve;
    change.author = accountName();
    const auto pages = workspace::changeTerm((*site)->stores(), change);
    if (!pages)
        return out.failed(pages.error());
    return out.done({{QStringLiteral("pages"), *pages}},
                    {Text::tr("“%1” is “%2” now, on %n page(s).", nullptr, *pages)
                         .arg(change.from, change.to)});
}

void addChange(CLI::App &term, Context &context, bool merges)
{
    auto options = std::make_shared<TermOptions>();
    auto *change = merges ? term.add_subcommand("merge", "Let another term take its pages")
                          : term.add_subcommand("rename", "Give a term another name");
    change->add_option("SITE", options->site, "Site folder")->required();
    change->add_option("TERM", options->from, "The term as it is")->required();
    change->add_option(merges ? "INTO" : "NAME", options->to, "What it becomes")->required();
    change->add_flag("--tag", options->tag, "A tag, not a category");
    change->add_flag("--approve", options->approve, "Public pages stay public as they are now");
    change->callback([options, merges, &context] {
        context.exitCode = changeTerm(*options, merges, context.out);
    });
}

} // namespace

void addTermCommands(CLI::App &app, Context &context)
{
    auto *term = app.add_subcommand("term", "Categories and tags");
    term->require_subcommand(1);
    auto options = std::make_shared<TermOptions>();
    auto *list = term->add_subcommand("list", "All terms with the number of their pages");
    list->add_option("SITE", options->site, "Site folder")->required();
    list->callback([options, &context] { context.exitCode = listTerms(*options, context.out); });
    addChange(*term, context, false);
    addChange(*term, context, true);
}

} // namespace kakehashi::cli
