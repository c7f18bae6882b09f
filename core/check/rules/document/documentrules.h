#pragma once

#include "check/rules/rule.h"

#include <QCoreApplication>

namespace kakehashi::check {

// Rules on the finished document, mostly the theme's duty; standards.md 1.4 rules 1, 2, 9 to 11
// and 13.

void documentLanguage(const PageView &page, Report &report);
void documentTitle(const PageView &page, Report &report);
void documentCharset(const PageView &page, Report &report);
void documentDoctype(const PageView &page, Report &report);
void documentRefresh(const PageView &page, Report &report);
void documentViewport(const PageView &page, Report &report);
void documentLandmarks(const PageView &page, Report &report);
void documentSkipLink(const PageView &page, Report &report);
void documentObsolete(const PageView &page, Report &report);
void duplicateId(const PageView &page, Report &report);
void ariaReference(const PageView &page, Report &report);
void positiveTabIndex(const PageView &page, Report &report);

struct DocumentRules
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::DocumentRules)
};

} // namespace kakehashi::check
