#include "delivery/source/content.h"

#include "check/decisions/decisionrepository.h"
#include "check/gate/exceptionrepository.h"
#include "check/outside/outsidefindings.h"
#include "store/transaction.h"
#include "workspace/layout.h"
#include "workspace/snapshotbuilder.h"

namespace kakehashi::delivery {
namespace layout = workspace::layout;

Result<Content> contentOf(const workspace::SiteStores &stores, workspace::ThemeFolder &theme,
                          const workspace::SnapshotOptions &options)
{
    auto reading = store::Transaction::beginReading(stores.database);
    if (!reading)
        return passOn(reading);
    const auto snapshot = workspace::snapshotOf(stores, options);
    if (!snapshot)
        return passOn(snapshot);
    Content content;
    const auto loaded = theme.load(&content.themeIssue, (*snapshot)->site.accentColor);
    if (!loaded)
        return passOn(loaded);
    const auto rules = check::siteRules(stores.database);
    if (!rules)
        return passOn(rules);
    const auto exceptions = check::ExceptionRepository(stores.database).holding();
    if (!exceptions)
        return passOn(exceptions);
    const auto outside = check::OutsideLinkRepository(stores.database).all();
    if (!outside)
        return passOn(outside);
    if (const auto ended = reading->commit(); !ended)
        return passOn(ended);
    content.snapshot = *snapshot;
    content.theme = *loaded;
    content.options.media.originals = layout::mediaIn(stores.folder);
    content.options.media.variants = layout::variantsIn(stores.folder);
    content.rules = *rules;
    content.exceptions = *exceptions;
    content.outside = *outside;
    return content;
}

Result<Checked> runCheck(const Content &content, const JobContext &context)
{
    auto report = check::checkSite({content.rules, *content.theme, content.options},
                                   *content.snapshot, context);
    if (!report)
        return passOn(report);
    check::mergeOutside(*report, check::outsideFindings(*content.rules, *content.snapshot, *report,
                                                        content.outside));
    if (!content.themeIssue.text.isEmpty())
        report->findings.prepend(check::Finding{content.themeIssue});
    check::Gate gate = check::gateOf(report->findings, *content.snapshot, content.exceptions);
    return Checked{std::move(*report), std::move(gate)};
}

} // namespace kakehashi::delivery
