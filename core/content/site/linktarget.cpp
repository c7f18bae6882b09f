#include "content/site/linktarget.h"

#include "security/urlpolicy.h"

#include <QCoreApplication>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::LinkTarget)
};

} // namespace

Result<void> checkLinkTarget(const QString &target, const QString &label)
{
    const bool absolute = target.contains(QLatin1Char(':'));
    if (!target.isEmpty() && (absolute || target.startsWith(QLatin1Char('/'))) &&
        security::isUrlAllowed(target, security::UrlUse::Link))
        return {};
    return fail(ErrorCode::Invalid,
                Text::tr("“%1” cannot lead to “%2”. Write a path of this site, such as /award/, "
                         "or a whole address that begins with https://.")
                    .arg(label, target));
}

} // namespace kakehashi::content
