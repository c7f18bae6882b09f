#pragma once

#include "check/rules/rule.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kakehashi::check {

// Rules on how Japanese is written; standards.md 1.4 rules 14 to 16 and 19.

void halfWidthKana(const PageView &page, Report &report);
void fullWidthAlphanumerics(const PageView &page, Report &report);
void dependentCharacters(const PageView &page, Report &report);
void brokenCharacters(const PageView &page, Report &report);
void spaceInWord(const PageView &page, Report &report);
void repeatedSpaces(const PageView &page, Report &report);
void ideographicSpace(const PageView &page, Report &report);
void dateForm(const PageView &page, Report &report);
void weekdayForm(const PageView &page, Report &report);
void weekdayWrong(const PageView &page, Report &report);
void timeForm(const PageView &page, Report &report);
void waveDash(const PageView &page, Report &report);
void digitHyphen(const PageView &page, Report &report);
void phoneForm(const PageView &page, Report &report);
void terms(const PageView &page, Report &report);
void footnotes(const PageView &page, Report &report);
void typedBullet(const PageView &page, Report &report);
void characterArt(const PageView &page, Report &report);
void sensoryWords(const PageView &page, Report &report);

/// Calls `take(text, match)` for each place in the page's prose where the pattern stands.
template <typename Take>
void eachMatch(const PageView &page, const QRegularExpression &pattern, Take take)
{
    for (const SourceText &text : page.texts) {
        for (auto each = pattern.globalMatch(text.prose()); each.hasNext();)
            take(text, each.next());
    }
}

inline Range rangeOf(const QRegularExpressionMatch &match, int group = 0)
{
    return {match.capturedStart(group), match.capturedLength(group)};
}

struct TextRules
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::TextRules)
};

} // namespace kakehashi::check
