#include "check/html/names.h"
#include "check/rules/links/linkrules.h"

namespace kakehashi::check {

/// Who does not see that a new window opened looks for "back" in vain (WCAG 3.2.5, G201).
void linkNewWindow(const PageView &page, Report &report)
{
    for (const Element &link : page.document.all("a")) {
        const std::string_view target = link.value("target");
        if (target.empty() || target == "_self" || target == "_top" || target == "_parent")
            continue;
        const QString name = accessibleName(page.document, link);
        const bool says = name.contains(QStringLiteral("ウィンドウ")) ||
                          name.contains(QStringLiteral("ウインドウ")) ||
                          name.contains(QStringLiteral("タブ"));
        if (!says)
            report.at(link, LinkRules::tr("The link \"%1\" opens a new window and does not say so.")
                                .arg(excerpt(name)));
    }
}

} // namespace kakehashi::check
