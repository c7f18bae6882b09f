#include "commands.h"

#include "base/account.h"
#include "base/file.h"
#include "base/text.h"
#include "check/decisions/decisionrepository.h"
#include "content/site/siterepository.h"
#include "reports/accessibility/accessibilitybook.h"
#include "reports/accessibility/savepages.h"
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
    std::string seed;
    bool working = false;
    bool pages = false;
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
    // As they ship: the yearly test asks what the standard asks, whatever the site decided.
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
    auto loaded = load(options);
    if (!loaded)
        return out.failed(loaded.error());
    const auto rules = check::siteRules(loaded->site->database());
    if (!rules)
        return out.failed(rules.error());
    loaded->rules = *rules;
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

QJsonObject toJson(const reports::Checklist &list)
{
    using enum reports::Outcome;
    QJsonArray pages;
    for (const reports::TestedPage &page : list.sample.pages)
        pages.append(page.path);
    QJsonArray criteria;
    for (qsizetype i = 0; i < list.criteria.size(); ++i)
        criteria.append(QJsonObject{{QStringLiteral("number"), list.criteria.at(i).number},
                                    {QStringLiteral("level"), list.criteria.at(i).level},
                                    {QStringLiteral("conforms"), list.count(i, Conforms)},
                                    {QStringLiteral("fails"), list.count(i, Fails)},
                                    {QStringLiteral("ask"), list.count(i, Ask)},
                                    {QStringLiteral("none"), list.count(i, NotApplicable)}});
    return {{QStringLiteral("seed"), list.sample.seed},
            {QStringLiteral("total"), list.sample.total},
            {QStringLiteral("pages"), pages},
            {QStringLiteral("criteria"), criteria}};
}

QStringList linesOf(const reports::Checklist &list)
{
    using enum reports::Outcome;
    QList<QStringList> rows;
    for (qsizetype i = 0; i < list.criteria.size(); ++i) {
        const reports::Criterion &criterion = list.criteria.at(i);
        rows.append({criterion.number, criterion.level, criterion.name,
                     QString::number(list.count(i, Conforms)),
                     QString::number(list.count(i, Fails)), QString::number(list.count(i, Ask)),
                     QString::number(list.count(i, NotApplicable))});
    }
    return table({QStringLiteral("No."), Text::tr("Level"), Text::tr("Criterion"), Text::tr("Met"),
                  Text::tr("Failed"), Text::tr("To look at"), Text::tr("None")},
                 rows);
}

QString savedText(const reports::SavedPage &page)
{
    switch (page.saved) {
    case reports::Saved::Made:
        return Text::tr("%1: made, not public yet").arg(page.path);
    case reports::Saved::Changed:
        return Text::tr("%1: new working revision").arg(page.path);
    case reports::Saved::Unchanged:
        break;
    }
    return Text::tr("%1: left as it is").arg(page.path);
}

int accessibility(const ReportOptions &options, const Output &out)
{
    const auto loaded = load(options);
    if (!loaded)
        return out.failed(loaded.error());
    const QString seed = options.seed.empty() ? eraFiscalYear(loaded->day) : text(options.seed);
    const auto list = reports::fillChecklist(loaded->context(), *loaded->snapshot,
                                             reports::chooseSample(*loaded->snapshot, seed),
                                             loaded->day, out.job());
    if (!list)
        return out.failed(list.error());
    QStringList files;
    if (!options.xlsx.empty()) {
        const auto book = tabular::toXlsx(reports::toBook(*list, loaded->snapshot->site));
        if (auto done = writeTo(options.xlsx, book, files); !done)
            return out.failed(done.error());
    }
    QStringList lines = linesOf(*list);
    lines.append(reports::methodText(list->sample));
    if (options.pages) {
        const auto saved = reports::saveAccessibilityPages(loaded->site->pages(), *list,
                                                           loaded->snapshot->site, accountName());
        if (!saved)
            return out.failed(saved.error());
        for (const reports::SavedPage &page : *saved)
            lines.append(savedText(page));
    }
    for (const QString &file : std::as_const(files))
        lines.append(QDir::toNativeSeparators(file));
    QJsonObject json = toJson(*list);
    json.insert(QStringLiteral("files"), QJsonArray::fromStringList(files));
    return out.done(json, lines);
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

    auto *yearly = report->add_subcommand(
        "accessibility", "The yearly test by JIS X 8341-3:2016: sample, checklist, pages");
    addCommon(yearly, options);
    yearly->add_option("--seed", options->seed, "Seed of the draw; the fiscal year by default");
    yearly->add_flag("--pages", options->pages,
                     "Put policy and results into the site as working revisions");
    yearly->callback(
        [options, &context] { context.exitCode = accessibility(*options, context.out); });
}

} // namespace kakehashi::cli
