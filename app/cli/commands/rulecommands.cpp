#include "commands.h"

#include "base/account.h"
#include "check/decisions/decisionrepository.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QLocale>

#include <vector>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Rules)
};

struct RuleOptions
{
    std::string site;
    std::vector<std::string> weights; ///< RULE=WEIGHT
    std::vector<std::string> term;    ///< WRITTEN WANTED
    std::string right;
    std::string remove;
    std::string reason;

    bool changesTerms() const { return !term.empty() || !right.empty() || !remove.empty(); }
};

QString titleOf(const check::RuleInfo &rule)
{
    return QLocale().language() == QLocale::Japanese ? rule.titleJa : rule.titleEn;
}

/// "link-text=must"; "link-text=default" takes the decision back.
Result<void> decide(const QString &argument, check::Decisions &decisions)
{
    const QString rule = argument.section(u'=', 0, 0);
    const QString name = argument.section(u'=', 1);
    if (name == QLatin1String("default")) {
        decisions.weights.remove(rule);
        return {};
    }
    const auto weight = check::weightNamed(name);
    if (!weight)
        return fail(ErrorCode::Invalid,
                    Text::tr("\"%1\" says no weight. Write RULE=must, should, ask, off or default.")
                        .arg(argument));
    decisions.weights.insert(rule, *weight);
    return {};
}

Result<void> changeTerms(const RuleOptions &options, check::Decisions &decisions)
{
    QList<check::SiteTerm> &terms = decisions.terms;
    const auto forget = [&terms](const QString &written) {
        return terms.removeIf(
            [&written](const check::SiteTerm &term) { return term.written == written; });
    };
    if (!options.remove.empty() && forget(text(options.remove)) == 0)
        return fail(ErrorCode::NotFound, Text::tr("The site has no term \"%1\". `rules SITE` "
                                                  "lists what it has.")
                                             .arg(text(options.remove)));
    const auto put = [&](const QString &written, const QString &wanted) {
        forget(written); // said anew, it counts anew
        terms.append({Ulid(), written, wanted, text(options.reason)});
    };
    if (!options.term.empty())
        put(text(options.term.at(0)), text(options.term.at(1)));
    if (!options.right.empty())
        put(text(options.right), QString());
    return {};
}

QJsonObject toJson(const check::RuleInfo &rule)
{
    return {{QStringLiteral("rule"), rule.id},
            {QStringLiteral("weight"), check::nameOf(rule.weight())},
            {QStringLiteral("delivered"), check::nameOf(rule.shipped)},
            {QStringLiteral("fixed"), rule.isFixed()},
            {QStringLiteral("clause"), rule.clause},
            {QStringLiteral("title"), titleOf(rule)}};
}

int show(const check::RuleBook &rules, const check::Decisions &decisions, const Output &out)
{
    QJsonArray ruleArray;
    QList<QStringList> rows;
    for (const check::RuleInfo &rule : rules.rules()) {
        ruleArray.append(toJson(rule));
        rows.append({rule.id, check::nameOf(rule.weight()),
                     rule.isDecided ? check::nameOf(rule.shipped) : QString(), titleOf(rule)});
    }
    QStringList lines = table({Text::tr("Rule"), Text::tr("Weight"), Text::tr("Delivered as"),
                               Text::tr("What it looks for")},
                              rows);
    QJsonArray termArray;
    QList<QStringList> termRows;
    for (const check::SiteTerm &term : decisions.terms) {
        termArray.append(QJsonObject{{QStringLiteral("written"), term.written},
                                     {QStringLiteral("wanted"), term.wanted},
                                     {QStringLiteral("reason"), term.reason}});
        termRows.append({term.written, term.wanted, term.reason});
    }
    if (!termRows.isEmpty())
        lines += QStringList(QString()) +
                 table({Text::tr("Not"), Text::tr("Write"), Text::tr("Reason")}, termRows);
    return out.done({{QStringLiteral("rules"), ruleArray}, {QStringLiteral("terms"), termArray}},
                    lines);
}

int run(const RuleOptions &options, const Output &out)
{
    const auto site = openSite(options.site);
    if (!site)
        return out.failed(site.error());
    check::DecisionRepository repository((*site)->database());
    auto decisions = repository.decisions();
    if (!decisions)
        return out.failed(decisions.error());
    for (const std::string &weight : options.weights) {
        if (const auto decided = decide(text(weight), *decisions); !decided)
            return out.failed(decided.error());
    }
    if (const auto changed = changeTerms(options, *decisions); !changed)
        return out.failed(changed.error());
    if (!options.weights.empty() || options.changesTerms()) {
        const auto saved = repository.save(*decisions, accountName(), (*site)->clock().now());
        if (!saved)
            return out.failed(saved.error());
    }
    const auto rules = check::siteRules((*site)->database());
    return rules ? show(**rules, *decisions, out) : out.failed(rules.error());
}

} // namespace

void addRuleCommand(CLI::App &app, Context &context)
{
    auto options = std::make_shared<RuleOptions>();
    auto *rules = app.add_subcommand("rules", "How this site's check weighs its rules, its terms");
    rules->add_option("SITE", options->site, "Site folder")->required();
    rules->add_option("--weigh", options->weights,
                      "RULE=must, should, ask, off or default; may be given again");
    rules->add_option("--term", options->term, "WRITTEN WANTED: a spelling of this site")
        ->expected(2);
    rules->add_option("--right", options->right, "A word that is right as it stands");
    rules->add_option("--remove", options->remove, "Forget the site's term for this word");
    rules->add_option("--reason", options->reason, "Shown to whoever wrote it");
    rules->callback([options, &context] { context.exitCode = run(*options, context.out); });
}

} // namespace kakehashi::cli
