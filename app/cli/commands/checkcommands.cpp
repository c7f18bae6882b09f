#include "commands.h"
#include "sitecheck.h"

#include "base/account.h"
#include "check/gate/exceptionrepository.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>

#include <vector>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Check)
};

struct CheckOptions
{
    std::string site;
    std::string rule;
    std::string except;
    std::vector<std::string> pages;
    std::string reason;
    std::string revoke;
    bool allPages = false;
    bool exceptions = false;
    bool working = false;
    bool outside = false;
};

Result<void> knowsRule(const QString &rule)
{
    const auto rules = check::RuleBook::builtIn();
    if (!rules)
        return passOn(rules);
    if (rule.isEmpty() || (*rules)->find(rule))
        return {};
    QStringList names;
    for (const check::RuleInfo &info : (*rules)->rules())
        names.append(info.id);
    return fail(ErrorCode::Invalid, Text::tr("There is no rule \"%1\". The rules are: %2")
                                        .arg(rule, names.join(QLatin1String(", "))));
}

workspace::SnapshotOptions snapshotOptions(const CheckOptions &options)
{
    workspace::SnapshotOptions chosen;
    if (options.working)
        chosen.revisions = workspace::SnapshotOptions::Revisions::Working;
    return chosen;
}

int list(workspace::Workspace &site, const CheckOptions &options, const Output &out)
{
    auto checked = checkSite(site, snapshotOptions(options), out.job());
    if (!checked)
        return out.failed(checked.error());
    if (options.outside) {
        if (const auto asked = askOutside(site, *checked, out.job()); !asked)
            return out.failed(asked.error());
    }
    const QString only = text(options.rule);
    const auto isOther = [&only](const check::Finding &finding) {
        return !only.isEmpty() && finding.issue.rule != only;
    };
    checked->report.findings.removeIf(isOther);
    checked->gate.blocking.removeIf(isOther);
    checked->gate.excepted.removeIf(
        [&isOther](const check::Excepted &excepted) { return isOther(excepted.first); });
    QJsonArray findings;
    QStringList lines;
    for (const check::Finding &finding : std::as_const(checked->report.findings)) {
        findings.append(toJson(finding));
        lines.append(toLine(finding));
    }
    for (const check::Excepted &excepted : std::as_const(checked->gate.excepted))
        lines.append(check::exceptionText(excepted));
    lines.append(Text::tr("%n problem(s) found on %1 page(s), in %2 ms.", nullptr,
                          static_cast<int>(checked->report.findings.size()))
                     .arg(checked->report.pages)
                     .arg(checked->report.milliseconds));
    out.done({{QStringLiteral("issues"), findings},
              {QStringLiteral("blocking"), checked->gate.blocking.size()},
              {QStringLiteral("exceptions"), toJson(checked->gate.excepted)},
              {QStringLiteral("pages"), checked->report.pages},
              {QStringLiteral("milliseconds"), checked->report.milliseconds}},
             lines);
    return checked->gate.isOpen() ? ExitDone : ExitRefused;
}

/// The musts of one rule that an exception was asked for.
check::Findings wanted(const SiteCheck &checked, const CheckOptions &options)
{
    QStringList pages;
    for (const std::string &page : options.pages)
        pages.append(text(page));
    check::Findings findings = checked.gate.blocking;
    findings.removeIf([&](const check::Finding &finding) {
        return finding.issue.rule != text(options.except) ||
               (!options.allPages && !pages.contains(finding.issue.place.pagePath));
    });
    return findings;
}

int except(workspace::Workspace &site, const CheckOptions &options, const Output &out)
{
    if (options.pages.empty() && !options.allPages)
        return out.failed(
            {ErrorCode::Invalid, Text::tr("Say on which page with --page PATH, or --all-pages.")});
    const auto checked = checkSite(site, snapshotOptions(options), out.job());
    if (!checked)
        return out.failed(checked.error());
    const auto exceptions = check::exceptionsFor(wanted(*checked, options), *checked->snapshot,
                                                 text(options.reason), accountName(), site.clock());
    if (exceptions.isEmpty())
        return out.failed({ErrorCode::NotFound,
                           Text::tr("No must of the rule %1 stops a publish there. `check SITE` "
                                    "lists what does; --working looks at what is not live yet.")
                               .arg(text(options.except))});
    if (const auto added = check::ExceptionRepository(site.database()).add(exceptions); !added)
        return out.failed(added.error());
    QJsonArray ids;
    for (const check::Exception &exception : exceptions)
        ids.append(exception.id.toString());
    return out.done({{QStringLiteral("added"), ids}},
                    {Text::tr("%n exception(s) recorded. Each holds until the text at its place "
                              "changes.",
                              nullptr, static_cast<int>(exceptions.size()))});
}

QString pathOf(workspace::Workspace &site, const Ulid &page)
{
    const auto snapshot =
        site.snapshot({.revisions = workspace::SnapshotOptions::Revisions::Working});
    const render::PageValue *value = snapshot && !page.isNull() ? (*snapshot)->page(page) : nullptr;
    return value ? value->path : QString();
}

int listExceptions(workspace::Workspace &site, const Output &out)
{
    const auto exceptions = check::ExceptionRepository(site.database()).all();
    if (!exceptions)
        return out.failed(exceptions.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const check::Exception &exception : *exceptions) {
        const QString path = pathOf(site, exception.page);
        array.append(QJsonObject{{QStringLiteral("id"), exception.id.toString()},
                                 {QStringLiteral("rule"), exception.rule},
                                 {QStringLiteral("page"), path},
                                 {QStringLiteral("found"), exception.found},
                                 {QStringLiteral("reason"), exception.reason},
                                 {QStringLiteral("author"), exception.author},
                                 {QStringLiteral("at"), toStored(exception.at)},
                                 {QStringLiteral("revokedAt"), toStored(exception.revokedAt)},
                                 {QStringLiteral("revokedBy"), exception.revokedBy}});
        rows.append({exception.id.toString(),
                     exception.at.toTimeZone(japanTime()).toString(QStringLiteral("yyyy-MM-dd")),
                     exception.author, exception.rule, path, exception.reason,
                     exception.isRevoked() ? Text::tr("revoked") : QString()});
    }
    return out.done({{QStringLiteral("exceptions"), array}},
                    table({Text::tr("Id"), Text::tr("When"), Text::tr("Who"), Text::tr("Rule"),
                           Text::tr("Page"), Text::tr("Reason"), QString()},
                          rows));
}

int revoke(workspace::Workspace &site, const CheckOptions &options, const Output &out)
{
    const auto revoked =
        check::ExceptionRepository(site.database())
            .revoke(Ulid::fromString(text(options.revoke)), accountName(), site.clock().now());
    if (!revoked)
        return out.failed(revoked.error());
    return out.done({{QStringLiteral("revoked"), text(options.revoke)}},
                    {Text::tr("The exception no longer holds.")});
}

int run(const CheckOptions &options, const Output &out)
{
    for (const std::string &rule : {options.rule, options.except}) {
        if (const auto known = knowsRule(text(rule)); !known)
            return out.failed(known.error());
    }
    const auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    if (options.exceptions)
        return listExceptions(**site, out);
    if (!options.revoke.empty())
        return revoke(**site, options, out);
    return options.except.empty() ? list(**site, options, out) : except(**site, options, out);
}

} // namespace

void addCheckCommand(CLI::App &app, Context &context)
{
    auto options = std::make_shared<CheckOptions>();
    auto *look = app.add_subcommand("check", "List what is wrong in the pages");
    look->add_option("SITE", options->site, "Site folder")->required();
    look->add_option("--rule", options->rule, "Only this rule");
    look->add_flag("--working", options->working, "Working revisions instead of live ones");
    auto *except = look->add_option("--except", options->except,
                                    "Let musts of this rule be published all the same");
    look->add_option("--page", options->pages, "Page of the exception; may be given again")
        ->needs(except);
    look->add_flag("--all-pages", options->allPages, "The exception is for all pages")
        ->needs(except);
    auto *reason = look->add_option("--reason", options->reason, "Why they may stay");
    except->needs(reason);
    look->add_flag("--exceptions", options->exceptions, "List all exceptions, revoked ones too");
    look->add_option("--revoke", options->revoke, "Id of an exception that shall hold no more");
    look->add_flag("--outside", options->outside,
                   "Ask other sites whether the links to them still lead anywhere");
    look->callback([options, &context] { context.exitCode = run(*options, context.out); });
}

} // namespace kakehashi::cli
