#pragma once

#include "check/finding.h"
#include "check/html/document.h"
#include "check/rulebook.h"
#include "check/source/pagetexts.h"
#include "render/snapshot.h"

#include <vector>

namespace kakehashi::check {

/// All that a rule may look at: one page as it was written and as visitors get it.
struct PageView
{
    PageView(const RuleBook &rules, const render::SiteSnapshot &site, const render::PageValue &one,
             const Document &html);

    const RuleBook &book;
    const render::SiteSnapshot &snapshot;
    const render::PageValue &page;
    const content::Kind &kind;
    const std::vector<SourceText> texts; ///< the body first
    const Document &document;

    const SourceText &body() const { return texts.front(); }
};

/// Takes what one rule finds on one page, with the rule's severity and clause.
class Report
{
public:
    Report(const PageView &page, const RuleInfo &rule, Findings &findings)
        : m_page(page), m_rule(rule), m_severity(rule.severity), m_findings(findings)
    {}

    /// In the source. `replacement`: what to write there instead, if that is certain.
    void at(const SourceText &text, Range range, const QString &message,
            const std::optional<QString> &replacement = {}, const QString &label = {});
    /// In the HTML. The place is the source line that the element came from, and within it `words`
    /// where they stand there once.
    void at(const Element &element, const QString &message, const QString &words = {});
    /// One of the page's texts as a whole, which may be missing: "title", "date", "fields/when".
    void part(const QString &part, const QString &message);
    /// The page as a whole.
    void page(const QString &message);
    /// What surrounds the page's text, so probably on other pages, too.
    void theme(const QString &message);

    /// For word lists that weigh each word, until the next call.
    void setSeverity(Severity severity) { m_severity = severity; }

private:
    Finding finding(const QString &message) const;

    const PageView &m_page;
    const RuleInfo &m_rule;
    Severity m_severity;
    Findings &m_findings;
};

/// A rule is a function in a file of its own and a line in ruletable.cpp.
struct PageRule
{
    const char *id;
    void (*check)(const PageView &page, Report &report);
    bool onlyJapanese = false; ///< means nothing on a page in another language
};

/// In the order in which they are tried.
const std::vector<PageRule> &pageRules();

/// An excerpt for messages: one line, not too long.
QString excerpt(const QString &text);

/// Where the element's source is known, its words in it; for fixes.
std::optional<Range> sourceOf(const PageView &page, const Element &element, const QString &words);

} // namespace kakehashi::check
