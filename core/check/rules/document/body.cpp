#include "check/rules/document/documentrules.h"

#include <algorithm>
#include <array>
#include <map>

namespace kakehashi::check {
namespace {

bool hasLandmark(const Document &document, std::string_view element, std::string_view role)
{
    if (!document.all(element).empty())
        return true;
    const auto &all = document.elements();
    return std::any_of(all.begin(), all.end(),
                       [role](const Element &each) { return each.value("role") == role; });
}

bool isInsideArticle(const Element &element)
{
    return element.closest("article") || element.closest("aside") || element.closest("main") ||
           element.closest("section");
}

} // namespace

/// Header, navigation, main and footer by which people jump (WCAG 1.3.1, 2.4.1).
void documentLandmarks(const PageView &page, Report &report)
{
    const Document &document = page.document;
    if (!document.root())
        return;
    if (!hasLandmark(document, "main", "main"))
        report.theme(DocumentRules::tr("The page has no main region (<main>)."));
    if (document.all("main").size() > 1)
        report.theme(DocumentRules::tr("The page has more than one <main>."));
    const auto &headers = document.all("header");
    const bool banner = std::any_of(headers.begin(), headers.end(),
                                    [](const Element &header) { return !isInsideArticle(header); });
    if (!banner && !hasLandmark(document, "banner", "banner"))
        report.theme(DocumentRules::tr("The page has no header region (<header>)."));
    // A site that has no menu yet has nothing to navigate by.
    if (!page.snapshot.menus.isEmpty() && !hasLandmark(document, "nav", "navigation"))
        report.theme(DocumentRules::tr("The page has no navigation region (<nav>)."));
    if (!hasLandmark(document, "footer", "contentinfo"))
        report.theme(DocumentRules::tr("The page has no footer region (<footer>)."));
}

/// The first link leads over the navigation to the content (WCAG 2.4.1, G1).
void documentSkipLink(const PageView &page, Report &report)
{
    const auto &links = page.document.all("a");
    if (!page.document.root())
        return;
    if (links.empty())
        return;
    const std::string_view target = links.front().value("href");
    const bool skips =
        target.size() > 1 && target.front() == '#' && page.document.byId(target.substr(1));
    if (!skips)
        report.theme(DocumentRules::tr("The page's first link is no skip link to its content."));
}

/// Elements that move or that style sheets replaced long ago.
void documentObsolete(const PageView &page, Report &report)
{
    static constexpr std::array<std::string_view, 8> gone{"blink", "marquee", "font", "center",
                                                          "big",   "strike",  "tt",   "frameset"};
    for (const std::string_view name : gone) {
        for (const Element &element : page.document.all(name))
            report.at(element,
                      DocumentRules::tr("<%1> is no longer part of HTML.").arg(toText(name)));
    }
}

void duplicateId(const PageView &page, Report &report)
{
    std::map<std::string_view, int> seen;
    for (const Element &element : page.document.elements()) {
        const std::string_view id = element.value("id");
        if (!id.empty() && ++seen[id] == 2)
            report.at(element, DocumentRules::tr("The id \"%1\" stands twice on the page; links "
                                                 "to it may miss.")
                                   .arg(toText(id)));
    }
}

/// aria-labelledby and its like name ids of the page (WCAG 1.3.1, 4.1.2).
void ariaReference(const PageView &page, Report &report)
{
    static constexpr std::array<const char *, 6> references{
        "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "for"};
    for (const Element &element : page.document.elements()) {
        for (const char *const name : references) {
            const std::string_view value = element.value(name);
            if (value.empty())
                continue;
            const QString ids = toText(value).simplified();
            for (const QString &id : ids.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
                const QByteArray utf8 = id.toUtf8();
                if (!page.document.byId({utf8.constData(), static_cast<size_t>(utf8.size())}))
                    report.at(element, DocumentRules::tr("%1 names \"%2\", which is not on the "
                                                         "page.")
                                           .arg(QString::fromLatin1(name), id));
            }
        }
    }
}

/// The keyboard goes through the page as it is read (WCAG 2.4.3).
void positiveTabIndex(const PageView &page, Report &report)
{
    for (const Element &element : page.document.elements()) {
        const std::string_view order = element.value("tabindex");
        if (!order.empty() && toText(order).toInt() > 0)
            report.at(element, DocumentRules::tr("tabindex=\"%1\" makes the keyboard jump about. "
                                                 "Use 0.")
                                   .arg(toText(order)));
    }
}

} // namespace kakehashi::check
