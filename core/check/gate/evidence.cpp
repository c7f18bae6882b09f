#include "check/gate/evidence.h"

#include <algorithm>

namespace kakehashi::check {
namespace {

QString lineOf(const Finding &finding, const std::vector<SourceText> &texts)
{
    const int line = finding.issue.place.line;
    if (line <= 0)
        return {};
    const auto text = std::find_if(texts.cbegin(), texts.cend(), [&finding](const auto &each) {
        return each.part() == finding.part;
    });
    if (text == texts.cend())
        return {};
    return text->view(text->lines(line, line)).toString().simplified();
}

} // namespace

void addEvidence(Findings &findings, const std::vector<SourceText> &texts)
{
    for (Finding &finding : findings) {
        if (finding.issue.severity != Severity::Must || !finding.evidence.isEmpty())
            continue;
        const QString line = lineOf(finding, texts);
        finding.evidence = line.isEmpty() ? finding.issue.text : line;
    }
}

} // namespace kakehashi::check
