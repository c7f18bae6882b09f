#include "delivery/steps/run.h"
#include "publish/visitorpassword.h"

#include <algorithm>

namespace kakehashi::delivery {
namespace {

QString outputPath(const QString &pagePath)
{
    return pagePath.mid(1) + QStringLiteral("index.html");
}

bool belongsToNoPage(const check::Finding &finding)
{
    return finding.fromTheme || finding.issue.place.pagePath.isEmpty();
}

bool mayHoldBack(const Run &run)
{
    const check::Findings &blocking = run.prepared.gate.blocking;
    return run.request.due && std::none_of(blocking.cbegin(), blocking.cend(), belongsToNoPage);
}

/// The site without these pages, and what that means for what is sent.
void leaveOut(Run &run, const QSet<QString> &paths)
{
    auto less = std::make_shared<render::SiteSnapshot>(*run.content.snapshot);
    less->pages.removeIf([&](const auto &page) {
        const bool goes = paths.contains(page->path);
        if (goes)
            run.sent.revisions.remove(page->id);
        return goes;
    });
    run.content.snapshot = std::move(less);
}

} // namespace

Result<Next> checkContent(Run &run)
{
    if (run.isFormerState())
        return Next::Step;
    const Content &content = run.content;
    // Search engines are told to stay away from a rehearsal; that is no mistake of its pages.
    auto checked = runCheck(content, run.context);
    if (!checked)
        return passOn(checked);
    run.prepared = {};
    run.prepared.site = content.snapshot;
    run.prepared.gate = std::move(checked->gate);
    const bool goesOn = run.prepared.gate.isOpen() || mayHoldBack(run) || run.request.planOnly ||
                        run.request.planWhenStopped;
    if (goesOn)
        return Next::Step;
    run.outcome.end = Outcome::End::Stopped;
    return Next::End;
}

/// A scheduler must not let one page stop what is due elsewhere: a campaign that ends has to end.
/// So a blocked page keeps the state that visitors know. What is due and not blocked goes out.
Result<Next> holdBack(Run &run)
{
    run.keptFiles.clear();
    if (run.isFormerState() || run.prepared.gate.isOpen() || !mayHoldBack(run))
        return Next::Step;
    const auto published = run.link.publisher().published(run.context);
    if (!published)
        return passOn(published);
    QSet<QString> away;
    QSet<QString> heldBack;
    for (const check::Finding &finding : std::as_const(run.prepared.gate.blocking)) {
        const QString &path = finding.issue.place.pagePath;
        heldBack.insert(path);
        const auto there = published->files.constFind(outputPath(path));
        if (there == published->files.constEnd()) {
            away.insert(path);
            continue;
        }
        run.keptFiles.insert(there.key(), *there);
        if (const render::PageValue *page = run.content.snapshot->pageAt(path)) {
            run.sent.revisions.remove(page->id);
            run.sent.kept.insert(page->id);
        }
    }
    leaveOut(run, away);
    run.sent.heldBack = heldBack.values();
    run.sent.heldBack.sort();
    run.prepared.heldBack = run.sent.heldBack;
    return Next::Step;
}

Result<Next> buildTree(Run &run)
{
    if (run.isFormerState())
        return Next::Step;
    render::RenderOptions options = run.content.options;
    options.noindex = run.target.noindex;
    render::ObjectStore &objects = run.site.objects();
    auto built = render::renderSite(*run.content.snapshot, *run.content.theme, options, objects,
                                    run.context);
    if (!built)
        return passOn(built);
    for (render::OutputFile &file : built->tree.files) {
        const auto kept = run.keptFiles.constFind(file.path);
        if (kept == run.keptFiles.constEnd())
            continue;
        file.hash = kept->hash;
        file.size = kept->size;
    }
    if (auto added = publish::addVisitorPassword(built->tree, run.target, objects, objects); !added)
        return passOn(added);
    run.tree = std::move(built->tree);
    run.prepared.issues = std::move(built->issues);
    return Next::Step;
}

} // namespace kakehashi::delivery
