#pragma once

#include "content/site/site.h"
#include "reports/accessibility/checklist.h"
#include "tabular/sheet.h"

namespace kakehashi::reports {

/// The checklist as a workbook: summary by criterion, matrix of criterion × page, what is left to
/// people (with a column to choose the result in), and the tested pages with how they were chosen.
tabular::Book toBook(const Checklist &list, const content::SiteSettings &site);

/// 「ウェブページ一式を代表するウェブページ15ページと無作為に選択した25ページ…」: method, numbers
/// and seed, as a result has to say it (JIS X 8341-3:2016 JB.3.1).
QString methodText(const TestSample &sample);

} // namespace kakehashi::reports
