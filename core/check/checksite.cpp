#include "check/checkpage.h"
#include "check/gate/evidence.h"
#include "check/site/siterule.h"
#include "check/source/pagetexts.h"

#include "render/media/originals.h"
#include "render/site/document.h"
#include "render/site/parallel.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMap>
#include <QSet>

namespace kakehashi::check {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Check)
};

bool isBadLink(const Issue &issue)
{
    return issue.rule.startsWith(QLatin1String("link-")) ||
           issue.rule == QLatin1String("media-missing");
}

Result<PageFacts> checkOne(const RuleBook &rules, const render::SiteIndex &index,
                           const render::PageValue &page)
{
    const auto rendered = render::renderDocument(index, page);
    if (!rendered)
        return passOn(rendered);
    const Document document(QByteArray::fromStdString(rendered->html));
    PageFacts facts = factsOf(page, document);
    facts.findings = checkDocument(rules, index.snapshot(), page, document, rendered->issues);
    for (const Issue &issue : rendered->issues) {
        if (isBadLink(issue))
            facts.badLinkLines.insert(issue.place.line);
    }
    return facts;
}

/// The rules about media need this; large files take their time when they are seen first.
Result<void> lookAtPictures(const render::SiteIndex &index, const JobContext &job)
{
    const QList<content::MediaAsset> media = index.snapshot().media.values();
    const auto look = [&](size_t at) -> Result<void> {
        render::isPictureWhole(index.options().media, media.at(static_cast<qsizetype>(at)));
        return {};
    };
    return render::inParallel(static_cast<size_t>(media.size()), index.options().threads, job,
                              Text::tr("Looking at pictures"), look);
}

Findings checkTogether(const SiteView &site)
{
    Findings findings;
    for (const SiteRule &rule : siteRules()) {
        const RuleInfo info = site.book.info(QString::fromLatin1(rule.id));
        if (!info.enabled)
            continue;
        SiteFindings found(info, findings);
        rule.check(site, found);
    }
    // Before what is the same on many pages is counted: an exception must outlive another page.
    for (Finding &finding : findings) {
        if (finding.issue.severity != Severity::Must)
            continue;
        const PageFacts *facts = site.byPath.value(finding.issue.place.pagePath);
        Findings one{finding};
        addEvidence(one, facts && finding.issue.place.line > 0
                             ? textsOf(facts->page->content,
                                       content::kindNamed(site.snapshot().kinds, facts->page->kind))
                             : std::vector<SourceText>());
        finding.evidence = one.constFirst().evidence;
    }
    return findings;
}

/// What the theme gets wrong stands on every page: one finding says on how many.
Findings folded(const Findings &findings)
{
    QMap<std::pair<QString, QString>, qsizetype> first;
    QMap<qsizetype, QSet<QString>> others; // pages: one may hold the same many times
    Findings kept;
    for (const Finding &finding : findings) {
        if (!finding.fromTheme) {
            kept.append(finding);
            continue;
        }
        const std::pair key(finding.issue.rule, finding.issue.text);
        const auto before = first.constFind(key);
        if (before == first.constEnd()) {
            first.insert(key, kept.size());
            kept.append(finding);
        } else if (kept.at(before.value()).issue.place.pagePath != finding.issue.place.pagePath) {
            others[before.value()].insert(finding.issue.place.pagePath);
        }
    }
    for (auto each = others.cbegin(); each != others.cend(); ++each) {
        QString &text = kept[each.key()].issue.text;
        text = Text::tr("%1 (The same on %n other page(s).)", nullptr,
                        static_cast<int>(each.value().size()))
                   .arg(text);
    }
    return kept;
}

QHash<QString, QStringList> backlinksOf(const std::vector<PageFacts> &pages)
{
    QHash<QString, QStringList> backlinks;
    for (const PageFacts &page : pages) {
        for (const SiteLink &link : page.links) {
            if (!link.inMain || link.path == page.page->path)
                continue;
            // Pages come sorted, so one that is there already is the last.
            QStringList &from = backlinks[link.path];
            if (from.isEmpty() || from.last() != page.page->path)
                from.append(page.page->path);
        }
    }
    return backlinks;
}

/// Links of the theme's parts are on every page; their first place is enough.
QMap<QString, QList<OutsidePlace>> outsideOf(const std::vector<PageFacts> &pages)
{
    QMap<QString, QList<OutsidePlace>> outside;
    for (const PageFacts &page : pages) {
        for (const auto &[url, line] : page.outside) {
            QList<OutsidePlace> &places = outside[url];
            if (line > 0 || places.isEmpty())
                places.append({page.page->path, line});
        }
    }
    return outside;
}

} // namespace

Result<SiteReport> checkSite(const CheckContext &context, const render::SiteSnapshot &snapshot,
                             const JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    render::RenderOptions options = context.options;
    options.preview = true; // for the marks that say which line of the source an element is from
    const render::SiteIndex index(snapshot, context.theme, options);

    std::vector<const render::PageValue *> open;
    for (const auto &page : snapshot.pages) {
        if (page->content.window.isOpenAt(snapshot.asOf))
            open.push_back(page.get());
    }
    std::vector<PageFacts> pages(open.size());
    const auto checkNext = [&](size_t at) -> Result<void> {
        auto facts = checkOne(*context.rules, index, *open[at]);
        if (!facts)
            return passOn(facts);
        pages[at] = std::move(*facts);
        return {};
    };
    const auto done = render::inParallel(open.size(), options.threads, job,
                                         Text::tr("Checking pages"), checkNext);
    if (!done)
        return passOn(done);

    if (auto looked = lookAtPictures(index, job); !looked)
        return passOn(looked);
    QHash<QString, const PageFacts *> byPath;
    SiteReport report;
    for (const PageFacts &page : pages) {
        byPath.insert(page.page->path, &page);
        report.findings.append(page.findings);
    }
    report.findings.append(checkTogether({*context.rules, index, pages, byPath}));
    sortFindings(report.findings);
    report.findings = folded(report.findings);
    report.backlinks = backlinksOf(pages);
    report.outside = outsideOf(pages);
    report.pages = static_cast<int>(pages.size());
    report.milliseconds = timer.elapsed();
    return report;
}

} // namespace kakehashi::check
