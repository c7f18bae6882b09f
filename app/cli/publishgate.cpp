#include "publishgate.h"

#include "commands.h"
#include "delivery.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Publish)
};

QString outputPath(const QString &pagePath)
{
    return pagePath.mid(1) + QStringLiteral("index.html");
}

bool belongsToNoPage(const check::Finding &finding)
{
    return finding.fromTheme || finding.issue.place.pagePath.isEmpty();
}

render::SnapshotPtr without(const render::SiteSnapshot &snapshot, const QSet<QString> &paths)
{
    auto less = std::make_shared<render::SiteSnapshot>(snapshot);
    less->pages.removeIf([&paths](const auto &page) { return paths.contains(page->path); });
    return less;
}

/// A scheduler must not let one page stop what is due elsewhere: a campaign that ends has to end.
/// So a blocked page keeps the state that visitors know. What is due and not blocked goes out.
Result<void> holdBack(Delivery &delivery, const SiteCheck &checked, Cleared &cleared,
                      const JobContext &job)
{
    const auto published = delivery.publisher->published(job);
    if (!published)
        return passOn(published);
    QSet<QString> kept;
    QSet<QString> away;
    for (const check::Finding &finding : std::as_const(cleared.gate.blocking)) {
        const QString &path = finding.issue.place.pagePath;
        (published->files.contains(outputPath(path)) ? kept : away).insert(path);
    }
    auto tree = treeFor(*delivery.site, *without(*checked.snapshot, away), *checked.theme,
                        delivery.params.target, job);
    if (!tree)
        return passOn(tree);
    for (render::OutputFile &file : tree->files) {
        const auto there = published->files.constFind(file.path);
        const auto isOf = [&file](const QString &path) { return file.path == outputPath(path); };
        if (there != published->files.constEnd() && std::any_of(kept.cbegin(), kept.cend(), isOf)) {
            file.hash = there->hash;
            file.size = there->size;
        }
    }
    cleared.tree = std::move(*tree);
    cleared.heldBack = (kept + away).values();
    cleared.heldBack.sort();
    return {};
}

} // namespace

Result<Cleared> clearedTree(Delivery &delivery, bool mayHoldBack, const JobContext &job)
{
    auto checked = checkSite(*delivery.site, {}, job);
    if (!checked)
        return passOn(checked);
    Cleared cleared{{}, checked->gate};
    const auto &blocking = cleared.gate.blocking;
    const bool byPage = std::none_of(blocking.cbegin(), blocking.cend(), belongsToNoPage);
    if (mayHoldBack && !blocking.isEmpty() && byPage) {
        if (const auto held = holdBack(delivery, *checked, cleared, job); !held)
            return passOn(held);
        return cleared;
    }
    auto tree =
        treeFor(*delivery.site, *checked->snapshot, *checked->theme, delivery.params.target, job);
    if (!tree)
        return passOn(tree);
    cleared.tree = std::move(*tree);
    return cleared;
}

QJsonArray toJson(const check::Findings &findings)
{
    QJsonArray array;
    for (const check::Finding &finding : findings)
        array.append(toJson(finding));
    return array;
}

QStringList gateLines(const Cleared &cleared)
{
    QStringList lines;
    for (const check::Finding &finding : cleared.gate.blocking)
        lines.append(toLine(finding));
    if (!cleared.heldBack.isEmpty())
        lines.append(Text::tr("Held back until this is mended or excepted: %1. Everything else "
                              "that was due is published.")
                         .arg(cleared.heldBack.join(QStringLiteral(", "))));
    else if (!cleared.gate.isOpen())
        lines.append(check::guardOf(cleared.gate).text);
    return lines;
}

} // namespace kakehashi::cli
