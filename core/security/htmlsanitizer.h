#pragma once

#include "base/issue.h"

#include <QByteArray>

namespace kakehashi::security {

struct SanitizedHtml
{
    QByteArray html; ///< UTF-8, well-formed; sanitising it again changes nothing
    Issues issues;   ///< what was dropped, with its line in the input
};

/// Keeps the elements, attributes and URLs of an allow-list and all text; drops scripts, styles,
/// event handlers and frames other than UrlUse::Embed allows. `utf8` is a fragment of a body.
/// Never fails, whatever the input. Any thread.
SanitizedHtml sanitizeHtml(QByteArrayView utf8);

} // namespace kakehashi::security
