#pragma once

#include "base/issue.h"

#include <optional>

namespace kakehashi::check {

/// Replaces a piece of one of a page's texts. Offered only where it is certain to be right.
struct Fix
{
    QString part;    ///< which text, see pagetexts.h: "body", "title", "fields/when" …
    qsizetype begin; ///< UTF-16 offset in it
    QString original;
    QString replacement;
    QString label; ///< what the button says, in the user's language

    bool operator==(const Fix &) const = default;
};

/// An Issue with what the check engine knows beyond it.
struct Finding
{
    Issue issue;
    QString clause = {}; ///< of the standard: "JIS X 8341-3:2016 1.1.1 (A)"
    /// The text that issue.place counts in, or that is meant as a whole (line 0): see pagetexts.h,
    /// and "date". Empty: the page as a whole.
    QString part = {};
    std::optional<Fix> fix = {};
    /// Of a must: the text by which an exception knows whether the place is still the same.
    QString evidence = {};
    bool fromTheme = false; ///< outside the page's own text: may be the same on many pages

    bool operator==(const Finding &) const = default;
};

using Findings = QList<Finding>;

/// By page, part, line, column, rule and text: the same site always gives the same list.
void sortFindings(Findings &findings);

bool hasMust(const Findings &findings);
Issues issuesOf(const Findings &findings);

} // namespace kakehashi::check
