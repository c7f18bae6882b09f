#include "check/rules/rule.h"

#include "base/encoding.h"

#include <QCoreApplication>

namespace kakehashi::check {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Check)
};

constexpr qsizetype longestExcerpt = 40;

} // namespace

PageView::PageView(const RuleBook &rules, const render::SiteSnapshot &site,
                   const render::PageValue &one, const Document &html)
    : book(rules)
    , snapshot(site)
    , page(one)
    , kind(content::kindNamed(site.kinds, one.kind))
    , texts(textsOf(one.content, kind))
    , document(html)
{}

Finding Report::finding(const QString &message) const
{
    Finding finding;
    finding.issue = {m_severity, m_rule.id, message, {}};
    finding.issue.place.pagePath = m_page.page.path;
    finding.clause = m_rule.clause;
    return finding;
}

void Report::at(const SourceText &text, Range range, const QString &message,
                const std::optional<QString> &replacement, const QString &label)
{
    Finding found = finding(message);
    found.part = text.part();
    found.issue.place = text.place(range);
    found.issue.place.pagePath = m_page.page.path;
    if (replacement) {
        Fix fix{text.part(), range.begin, text.view(range).toString(), *replacement, label};
        if (label.isEmpty())
            fix.label = replacement->isEmpty()
                            ? Text::tr("Remove it")
                            : Text::tr("Change to \"%1\"").arg(excerpt(*replacement));
        found.fix = fix;
    }
    m_findings.append(found);
}

void Report::at(const Element &element, const QString &message, const QString &words)
{
    const int line = element.line();
    if (line == 0)
        return theme(message);
    if (const auto range = sourceOf(m_page, element, words))
        return at(m_page.body(), *range, message);
    Finding found = finding(message);
    found.part = m_page.body().part();
    found.issue.place.line = line;
    m_findings.append(found);
}

void Report::part(const QString &part, const QString &message)
{
    Finding found = finding(message);
    found.part = part;
    m_findings.append(found);
}

void Report::page(const QString &message)
{
    m_findings.append(finding(message));
}

void Report::theme(const QString &message)
{
    Finding found = finding(message);
    found.fromTheme = true;
    m_findings.append(found);
}

QString excerpt(const QString &text)
{
    const QString line = text.simplified();
    return line.size() <= longestExcerpt ? line : QString(leftOf(line, longestExcerpt) + u'…');
}

std::optional<Range> sourceOf(const PageView &page, const Element &element, const QString &words)
{
    const int line = element.line();
    if (line == 0)
        return {};
    return page.body().findOnce(words, line, element.lastLine());
}

} // namespace kakehashi::check
