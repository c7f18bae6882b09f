#pragma once

#include "content/site/site.h"
#include "reports/seo/seosurvey.h"

namespace kakehashi::reports {

enum class Screen { Desktop, Phone };

/// A page as one result of a search.
struct SearchLook
{
    QString site;  ///< name above the address
    QString trail; ///< 「https://example.jp › kenmin」
    QString title;
    QString description;
    bool isTitleCut = false;
    bool isDescriptionCut = false;
    bool isDescriptionGuessed = false; ///< the page has none: its text's beginning stands in
};

/// Cut where results are cut. Search engines publish no figures; ours are those of a result that
/// is 600 pixels wide with 20 and 14 pixel letters on a computer, 360 wide on a phone.
SearchLook searchLook(const SeoPage &page, const content::SiteSettings &site, Screen screen);

/// How wide the text is in full-width characters: 「漢」 is 1, 「a」 0.55.
double fullWidths(const QString &text);

/// The beginning that fits `most` full-width characters, with 「…」 when something was cut off.
QString cutOff(const QString &text, double most);

} // namespace kakehashi::reports
