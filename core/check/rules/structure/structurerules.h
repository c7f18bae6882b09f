#pragma once

#include "check/rules/rule.h"

#include <QCoreApplication>

namespace kakehashi::check {

// Rules on pictures, headings, tables, frames and players; standards.md 1.4 rules 3 to 5, 8, 9,
// 11, 19 and 20.

void imageAlt(const PageView &page, Report &report);
void imageAltText(const PageView &page, Report &report);
void imageAltLong(const PageView &page, Report &report);
void imageAltRepeats(const PageView &page, Report &report);
void imageData(const PageView &page, Report &report);
void headingOne(const PageView &page, Report &report);
void headingOrder(const PageView &page, Report &report);
void headingEmpty(const PageView &page, Report &report);
void headingFake(const PageView &page, Report &report);
void tableHeader(const PageView &page, Report &report);
void tableScope(const PageView &page, Report &report);
void tableCaption(const PageView &page, Report &report);
void tableShape(const PageView &page, Report &report);
void frameTitle(const PageView &page, Report &report);
void formLabel(const PageView &page, Report &report);
void mediaAutoplay(const PageView &page, Report &report);
void mediaCaptions(const PageView &page, Report &report);

struct StructureRules
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::StructureRules)
};

} // namespace kakehashi::check
