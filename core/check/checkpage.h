#pragma once

#include "check/check.h"
#include "check/html/document.h"

namespace kakehashi::check {

/// checkHtml() for a document that is parsed already.
Findings checkDocument(const RuleBook &rules, const render::SiteSnapshot &snapshot,
                       const render::PageValue &page, const Document &document,
                       const Issues &renderIssues);

} // namespace kakehashi::check
