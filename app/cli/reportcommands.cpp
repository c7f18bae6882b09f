#include "commands.h"

#include "base/file.h"
#include "content/siterepository.h"
#include "reports/seo/seoproposal.h"
#include "tabular/xlsx.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Report)
};

struct ReportOptions
{
    std::string site;
    std::string html;
    std::string xlsx;
    std::string author;
    std::string day;
    bool working = false;
};

/// What every report stands on. The theme and the site live as long as the context is used.
struct Loaded
{
    std::unique_ptr<workspace::Workspace> site;
    render::SnapshotPtr snapshot;
    render::ThemePtr theme;
    check::RuleBook::Ptr rules;
    QDate day; ///< that the report is of, in Japan

    check::CheckContext context() const { return {rules, *theme, site->renderOptions()}; }
};

Result<QDate> dayOf(const ReportOptions &options, const Clock &clock)
{
    if (options.day.empty())
        return clock.now().toTimeZone(japanTime()).date();
    const QDate day = QDate::fromString(text(options.day), Qt::ISODate);
    if (!day.isValid())
        return fail(ErrorCode::Invalid,
                    Text::tr("%1 is no day. Write it as 2026-04-01.").arg(text(options.day)));
    return day;
}

Result<Loaded> load(const ReportOptions &options)
{
    Loaded loaded;
    auto site = openSite(options.site);
    if (!site)
        return passOn(site);
    loaded.site = std::move(*site);
    const auto day = dayOf(options, loaded.site->clock());
    if (!day)
        return passOn(day);
    loaded.day = *day;
    workspace::SnapshotOptions chosen;
    if (options.working)
        chosen.revisions = workspace::SnapshotOptions::Revisions::Working;
    const auto snapshot = loaded.site->snapshot(chosen);
    if (!snapshot)
        return passOn(snapshot);
    loaded.snapshot = *snapshot;
    const auto theme = loaded.site->theme();
    if (!theme)
        return passOn(theme);
    loaded.theme = *theme;
    auto rules = check::RuleBook::builtIn();
    if (!rules)
        return passOn(rules);
    loaded.rules = *rules;
    return loaded;
}

/// Writes what was asked for; `made` gets the names.
Result<void> writeTo(const std::string &name, const Result<QByteArray> &bytes, QStringList &made)
{
    if (!bytes)
        return passOn(bytes);
    const QString file = QDir::current().absoluteFilePath(text(name));
    made.append(file);
    return writeFile(file, *bytes);
}

Result<QStringList> writeSeo(const Loaded &loaded, const ReportOptions &options,
                             const reports::SeoSurvey &survey)
{
    const auto history = reports::seoHistory(loaded.site->folder());
    if (!history)
        return passOn(history);
    const auto proposal =
        reports::makeSeoProposal({survey, loaded.snapshot->site, text(options.author), loaded.day,
                                  reports::lastBefore(*history, loaded.day)});
    if (!proposal)
        return passOn(proposal);
    QStringList made;
    if (!options.html.empty()) {
        if (auto done = writeTo(options.html, reports::toHtml(*proposal), made); !done)
            return passOn(done);
    }
    if (!options.xlsx.empty()) {
        const auto book = tabular::toXlsx(reports::toBook(*proposal));
        if (auto done = writeTo(options.xlsx, book, made); !done)
            return passOn(done);
    }
    if (made.isEmpty())
        return made;
    const auto kept =
        reports::rememberSeo(loaded.site->folder(), reports::figuresOf(survey, loaded.day));
    if (!kept)
        return passOn(kept);
    return made;
}

QJsonArray pagesJson(const reports::SeoSurvey &survey)
{
    QJsonArray pages;
    for (const reports::SeoPage &page : survey.pages) {
        QJsonArray problems;
        for (const reports::SeoProblem problem : page.problems)
            problems.append(reports::idOf(problem));
        pages.append(QJsonObject{{QStringLiteral("path"), page.path},
                                 {QStringLiteral("title"), page.shownTitle},
                                 {QStringLiteral("description"), page.description},
                                 {QStringLiteral("characters"), page.characters},
                                 {QStringLiteral("inbound"), page.inbound},
                                 {QStringLiteral("problems"), problems}});
    }
    return pages;
}

int seo(const ReportOptions &options, const Output &out)
{
    const auto loaded = load(options);
    if (!loaded)
        return out.failed(loaded.error());
    const auto survey = reports::surveySeo(loaded->context(), *loaded->snapshot, out.job());
    if (!survey)
        return out.failed(survey.error());
    const auto made = writeSeo(*loaded, options, *survey);
    if (!made)
        return out.failed(made.error());
    const reports::SeoFigures figures = reports::figuresOf(*survey, loaded->day);
    QList<QStringList> rows;
    for (const reports::SeoProblem problem : reports::allSeoProblems())
        rows.append({reports::idOf(problem), QString::number(figures.problems.value(problem))});
    rows.append({QStringLiteral("redirect-chain"), QString::number(figures.chains)});
    QStringList lines = table({Text::tr("Problem"), Text::tr("Pages")}, rows);
    lines.append(Text::tr("%1 of %2 pages for search engines have no problem.")
                     .arg(figures.flawless)
                     .arg(figures.indexed));
    for (const QString &file : *made)
        lines.append(QDir::toNativeSeparators(file));
    return out.done({{QStringLiteral("figures"), reports::toJson(figures)},
                     {QStringLiteral("pages"), pagesJson(*survey)},
                     {QStringLiteral("milliseconds"), survey->milliseconds},
                     {QStringLiteral("files"), QJsonArray::fromStringList(*made)}},
                    lines);
}

void addCommon(CLI::App *verb, const std::shared_ptr<ReportOptions> &options)
{
    verb->add_option("SITE", options->site, "Site folder")->required();
    verb->add_option("--xlsx", options->xlsx, "Excel workbook to write");
    verb->add_option("--date", options->day, "Day of the report, 2026-04-01; today by default");
    verb->add_flag("--working", options->working, "Working revisions instead of live ones");
}

} // namespace

void addReportCommands(CLI::App &app, Context &context)
{
    auto options = std::make_shared<ReportOptions>();
    auto *report = app.add_subcommand("report", "Reports for the prefecture, from real figures");
    report->require_subcommand(1);

    auto *search = report->add_subcommand(
        "seo", "How the site is found, and the proposal that the contract asks for");
    addCommon(search, options);
    search->add_option("--html", options->html, "HTML file to write");
    search->add_option("--author", options->author, "Who proposes: the contractor's name");
    search->callback([options, &context] { context.exitCode = seo(*options, context.out); });
}

} // namespace kakehashi::cli
