#include "check/checkpage.h"

#include "check/gate/evidence.h"
#include "check/rules/rule.h"

#include <QCoreApplication>

namespace kakehashi::check {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Check)
};

/// Rendering knows where the paragraph of a link begins. The link or picture whose target it names
/// is meant; of several the longest, since one address may begin like another.
void placeExactly(Issue &issue, const SourceText &body)
{
    if (issue.place.line <= 0 || issue.place.length > 0)
        return;
    const SourceLink *meant = nullptr;
    for (const SourceLink &link : body.links()) {
        const QString name = body.view(link.target).toString().section(u':', -1);
        const bool isNamed = !name.isEmpty() && issue.text.contains(name);
        if (isNamed && body.lineAt(link.target.begin) == issue.place.line &&
            (!meant || link.target.length > meant->target.length))
            meant = &link;
    }
    if (!meant)
        return;
    const QString page = issue.place.pagePath;
    issue.place = body.place({meant->text.begin, meant->target.end() - meant->text.begin});
    issue.place.pagePath = page;
}

/// Rendering reports while it writes; its rules have their data in the book like all others.
Findings fromRendering(const RuleBook &rules, const SourceText &body, const Issues &issues)
{
    Findings findings;
    for (const Issue &issue : issues) {
        Finding finding{issue};
        finding.part = QStringLiteral("body");
        if (const RuleInfo *rule = rules.find(issue.rule)) {
            if (!rule->enabled)
                continue;
            finding.issue.severity = rule->severity;
            finding.clause = rule->clause;
        }
        placeExactly(finding.issue, body);
        findings.append(finding);
    }
    return findings;
}

} // namespace

Findings checkDocument(const RuleBook &rules, const render::SiteSnapshot &snapshot,
                       const render::PageValue &page, const Document &document,
                       const Issues &renderIssues)
{
    const PageView view(rules, snapshot, page, document);
    Findings findings = fromRendering(rules, view.body(), renderIssues);
    for (const PageRule &rule : pageRules()) {
        const RuleInfo info = rules.info(QString::fromLatin1(rule.id));
        const bool isMeant = !rule.onlyJapanese || content::isSiteLanguage(page.content.language);
        if (!info.enabled || !isMeant)
            continue;
        Report report(view, info, findings);
        rule.check(view, report);
    }
    if (document.isTooDeep()) {
        const RuleInfo info = rules.info(QStringLiteral("html-too-deep"));
        Report(view, info, findings)
            .page(Text::tr("The page's HTML is nested so deep that it could not be checked. End "
                           "tags are probably missing."));
    }
    addEvidence(findings, view.texts);
    sortFindings(findings);
    return findings;
}

Findings checkHtml(const RuleBook &rules, const render::SiteSnapshot &snapshot,
                   const render::PageValue &page, const QByteArray &html,
                   const Issues &renderIssues)
{
    const Document document(html);
    return checkDocument(rules, snapshot, page, document, renderIssues);
}

Result<Findings> checkPage(const CheckContext &context, const render::SiteSnapshot &snapshot,
                           const Ulid &page)
{
    render::RenderOptions options = context.options;
    options.preview = true;
    const auto rendered = render::renderPage(snapshot, context.theme, options, page);
    if (!rendered)
        return passOn(rendered);
    const render::PageValue *value = snapshot.page(page);
    return checkHtml(*context.rules, snapshot, *value, rendered->html, rendered->issues);
}

} // namespace kakehashi::check
