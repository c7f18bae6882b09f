#include "check/finding.h"

#include <algorithm>
#include <tuple>

namespace kakehashi::check {

void sortFindings(Findings &findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) {
        const auto key = [](const Finding &one) {
            const Place &place = one.issue.place;
            return std::tie(place.pagePath, place.file, one.part, place.line, place.column,
                            one.issue.rule, one.issue.text);
        };
        return key(a) < key(b);
    });
}

bool hasMust(const Findings &findings)
{
    return std::any_of(findings.cbegin(), findings.cend(), [](const Finding &finding) {
        return finding.issue.severity == Severity::Must;
    });
}

Issues issuesOf(const Findings &findings)
{
    Issues issues;
    issues.reserve(findings.size());
    for (const Finding &finding : findings)
        issues.append(finding.issue);
    return issues;
}

} // namespace kakehashi::check
