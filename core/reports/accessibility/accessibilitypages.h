#pragma once

#include "content/page/page.h"
#include "content/site/site.h"
#include "reports/accessibility/checklist.h"

namespace kakehashi::reports {

/// A page of the site that a report proposes. It becomes a working revision: staff read it, fill in
/// what only they know, and approve it like any other.
struct ReportPage
{
    QString path;
    content::PageContent content;
};

inline constexpr QLatin1String policyPath("/accessibility/");

/// 「アクセシビリティ方針」 with the items of WAIC's guideline for policies.
ReportPage policyPage(const content::SiteSettings &site, const QDate &date);

/// 「令和8年度ウェブアクセシビリティ試験結果」 with the items of JIS X 8341-3:2016 JB.3.1, below
/// the policy. What waits for people is called 確認中; no level is claimed while anything does.
ReportPage resultPage(const Checklist &list, const content::SiteSettings &site);

} // namespace kakehashi::reports
