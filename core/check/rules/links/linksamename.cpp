#include "check/html/names.h"
#include "check/rules/links/linkrules.h"

#include <QHash>

namespace kakehashi::check {

/// Two links of one name that lead to different places cannot be told apart in a list of links.
void linkSameName(const PageView &page, Report &report)
{
    QHash<QString, QString> targets;
    QSet<QString> reported;
    for (const Element &link : linksIn(page)) {
        const bool isNamed = link.has("aria-label") || link.has("aria-labelledby");
        const QString name = isNamed ? accessibleName(page.document, link) : linkWords(link);
        QString target = toText(link.value("href"));
        if (target.startsWith(u'#'))
            target.prepend(page.page.path);
        // Links that say nothing at all are linkText's affair.
        if (name.isEmpty() || page.book.words().linkTexts.contains(name))
            continue;
        const auto known = targets.constFind(name);
        if (known == targets.constEnd()) {
            targets.insert(name, target);
        } else if (known.value() != target && !reported.contains(name)) {
            reported.insert(name);
            report.at(link, LinkRules::tr("Links named \"%1\" lead to different places: %2 and %3.")
                                .arg(excerpt(name), known.value(), target));
        }
    }
}

} // namespace kakehashi::check
