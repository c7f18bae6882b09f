#include "check/rules/links/linkrules.h"

#include <QUrl>

namespace kakehashi::check {

/// "#join" on a page that has no such place.
void linkAnchor(const PageView &page, Report &report)
{
    for (const Element &link : page.document.all("a")) {
        const std::string_view target = link.value("href");
        if (target.size() < 2 || target.front() != '#' || page.document.byId(target.substr(1)))
            continue;
        const QByteArray decoded = QByteArray::fromPercentEncoding(
            QByteArray(target.data() + 1, static_cast<qsizetype>(target.size()) - 1));
        if (!page.document.byId({decoded.constData(), static_cast<size_t>(decoded.size())}))
            report.at(link,
                      LinkRules::tr("There is no place \"%1\" on this page.").arg(toText(target)),
                      toText(target));
    }
}

} // namespace kakehashi::check
