#include "publish/planning/planguards.h"

#include "base/someof.h"
#include "security/pathguard.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Planner)
};

using Action = PlanItem::Action;

void guardAgainst(Issues &guards, Severity severity, const char *rule, const QString &text)
{
    guards.append({severity, QString::fromLatin1(rule), text});
}

void guardPaths(const PlanInput &input, Issues &guards)
{
    QStringList paths;
    for (const render::OutputFile &file : input.tree.files) {
        paths.append(file.path);
        const auto safe = security::checkOutputPath(file.path);
        if (!safe)
            guardAgainst(guards, Severity::Must, guard::unsafePath, safe.error().text);
        else if (file.path.startsWith(QLatin1String(".kakehashi")))
            guardAgainst(guards, Severity::Must, guard::unsafePath,
                         Text::tr("%1: names that begin with .kakehashi are kept for the program.")
                             .arg(file.path));
    }
    if (const auto apart = security::checkNoCollisions(paths); !apart)
        guardAgainst(guards, Severity::Must, guard::unsafePath, apart.error().text);
}

void guardRemovals(const PlanInput &input, const Plan &plan, Issues &guards)
{
    constexpr int fewEnough = 50;
    constexpr int tooFewForAShare = 4; // of a site of ten pages, every removal is a third
    // A new colour or name of the site makes all pictures for sharing anew; nobody misses them.
    const auto isMissed = [](const QString &path) { return !hasHashedName(path); };
    const auto had =
        std::count_if(input.base.files.keyBegin(), input.base.files.keyEnd(), isMissed);
    const auto removed =
        std::count_if(plan.items.cbegin(), plan.items.cend(), [&](const PlanItem &item) {
            return item.action == Action::Remove && isMissed(item.path);
        });
    if (removed > fewEnough || (removed > tooFewForAShare && removed * 10 > had * 3))
        guardAgainst(
            guards, Severity::Ask, guard::manyRemovals,
            Text::tr("%1 of %2 files would be removed from the server.").arg(removed).arg(had));
}

} // namespace

QString byHandAdvice(const QStringList &paths)
{
    return Text::tr("%n file(s) cannot be replaced by this program, because a link or a folder "
                    "that it cannot put aside is in the way: %1. Rename or remove that on the "
                    "server by hand, then publish again.",
                    nullptr, static_cast<int>(paths.size()))
        .arg(someOf(paths));
}

bool hasHashedName(const QString &path)
{
    static const QRegularExpression hashed(
        QStringLiteral(R"(\.([0-9a-f]{8}|[0-9a-f]{16})\.[a-z0-9]+$)"));
    return hashed.match(path).hasMatch();
}

Issues guardsOf(const PlanInput &input, const Plan &plan)
{
    Issues guards;
    if (input.tree.files.isEmpty())
        guardAgainst(guards, Severity::Must, guard::emptyBuild,
                     Text::tr("The site is empty: nothing would be left on the server. Build "
                              "the site again and look at the list of problems."));
    else if (!input.tree.find(QStringLiteral("index.html")))
        guardAgainst(guards, Severity::Ask, guard::homeMissing,
                     Text::tr("The site has no home page (index.html)."));
    guardPaths(input, guards);
    guardRemovals(input, plan, guards);
    const QStringList byHand = plan.onlyByHand();
    const int conflicts = plan.count(Action::Conflict) - static_cast<int>(byHand.size());
    if (!byHand.isEmpty())
        guardAgainst(guards, Severity::Must, guard::conflict, byHandAdvice(byHand));
    if (conflicts > 0)
        guardAgainst(guards, Severity::Must, guard::conflict,
                     Text::tr("%n file(s) on the server were made or changed by someone else. "
                              "Decide for each whether to keep it or to replace it.",
                              nullptr, conflicts));
    return guards;
}

tl::unexpected<Error> refusedBy(const Issues &open)
{
    QStringList texts;
    QStringList rules;
    for (const Issue &guard : open) {
        texts.append(guard.text);
        rules.append(guard.rule);
    }
    const bool conflict = rules.contains(QLatin1String(guard::conflict)) ||
                          rules.contains(QLatin1String(guard::olderManifest)) ||
                          rules.contains(QLatin1String(guard::newerThere));
    return fail(conflict ? ErrorCode::Conflict : ErrorCode::Refused,
                Text::tr("Nothing was published. %1").arg(texts.join(u' ')), rules.join(u','));
}

} // namespace kakehashi::publish
