#pragma once

#include "check/rules/rule.h"

#include <QCoreApplication>

namespace kakehashi::check {

// Rules on what a page says about itself and about people; issue of SEO: standards.md 3.

void titleMissing(const PageView &page, Report &report);
void titleLength(const PageView &page, Report &report);
void descriptionMissing(const PageView &page, Report &report);
void descriptionLength(const PageView &page, Report &report);
void thinPage(const PageView &page, Report &report);
void translationOlder(const PageView &page, Report &report);
void fieldRequired(const PageView &page, Report &report);
void dateMissing(const PageView &page, Report &report);
void mailAddress(const PageView &page, Report &report);
void phoneNumber(const PageView &page, Report &report);
void myNumber(const PageView &page, Report &report);

struct PageRules
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::PageRules)
};

} // namespace kakehashi::check
