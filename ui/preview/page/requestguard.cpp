#include "ui/preview/page/requestguard.h"

#include "ui/preview/page/scheme.h"

namespace kakehashi::ui {

bool RequestGuard::allows(const QUrl &url)
{
    // data: holds its own bytes and so tells nobody; style sheets use it for small pictures.
    return isPreviewUrl(url) || url.scheme() == QLatin1String("data");
}

void RequestGuard::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    if (!allows(info.requestUrl()))
        info.block(true);
}

} // namespace kakehashi::ui
