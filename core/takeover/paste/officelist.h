#pragma once

#include <gumbo.h>

#include <QString>

#include <optional>

namespace kakehashi::takeover {

/// A paragraph that Word shows as an item of a list: its lists are paragraphs with a style
/// "mso-list:l0 level2 lfo1", whose sign or number stands in the text as "mso-list:Ignore".
struct OfficeListItem
{
    int level = 1;
    bool isNumbered = false;
    int number = 1;
};

std::optional<OfficeListItem> officeListItem(const GumboNode &paragraph);
bool isOfficeListSign(const GumboNode &node); ///< the sign or number itself

} // namespace kakehashi::takeover
