#pragma once

#include "base/result.h"
#include "content/site/site.h"

namespace kakehashi::content {

/// 32 hexadecimal digits by the system's generator.
QString newIndexNowKey();

/// "https://…/KEY.txt", where search engines look whether the key is the site's; empty without
/// key or public address.
QUrl indexNowKeyUrl(const SiteSettings &settings);

/// Where changed addresses are sent.
QUrl indexNowEndpoint(const IndexNow &indexNow);

/// Invalid when it could not work: no key, no public address, or an endpoint that is not https
/// (http only on this machine).
Result<void> checkIndexNow(const SiteSettings &settings);

QJsonObject toJson(const IndexNow &indexNow);
IndexNow indexNowFromJson(const QJsonObject &json);

} // namespace kakehashi::content
