#pragma once

#include "base/result.h"

#include <QString>

namespace kakehashi::content {

/// Where menu items and banners may lead: a path of the site ("/award/", with "#part" if need be)
/// or an absolute http(s), mailto or tel URL. Invalid names the label whose target it is.
Result<void> checkLinkTarget(const QString &target, const QString &label);

} // namespace kakehashi::content
