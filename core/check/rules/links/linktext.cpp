#include "check/html/names.h"
#include "check/rules/links/linkrules.h"

namespace kakehashi::check {
namespace {

/// Link texts are compared without signs around them: 「▶ こちら」.
QString bare(const QString &words)
{
    QString kept;
    for (const QChar c : words) {
        if (c.isLetterOrNumber())
            kept += c;
    }
    return kept.toLower();
}

bool isAddress(const QString &words)
{
    return words.startsWith(QLatin1String("http://")) ||
           words.startsWith(QLatin1String("https://")) || words.startsWith(QLatin1String("www."));
}

/// The Markdown link that this element came from, when there is no doubt.
std::optional<SourceLink> linkInSource(const PageView &page, const Element &link,
                                       const QString &words)
{
    std::optional<SourceLink> found;
    const SourceText &body = page.body();
    const Range lines = body.lines(link.line(), link.lastLine());
    for (const SourceLink &each : body.links()) {
        if (each.isPicture || each.text.begin < lines.begin || each.text.end() > lines.end())
            continue;
        if (body.view(each.text) != words)
            continue;
        if (found)
            return {};
        found = each;
    }
    return found;
}

void reportInSource(const PageView &page, const SourceLink &link, const QString &message,
                    Report &report)
{
    // What the target page is called is the best link text.
    const QString target = page.body().view(link.target).toString().section(u'#', 0, 0);
    const render::PageValue *to = page.snapshot.pageAt(target);
    if (to && to->id != page.page.id && !to->content.title.isEmpty())
        report.at(page.body(), link.text, message, to->content.title);
    else
        report.at(page.body(), link.text, message);
}

} // namespace

/// 「こちら」 tells nothing to those who jump from link to link (WCAG 2.4.4); addresses are spelt
/// out letter by letter.
void linkText(const PageView &page, Report &report)
{
    for (const Element &link : linksIn(page)) {
        const QString words = linkWords(link);
        const bool address = isAddress(words);
        if (!address && !page.book.words().linkTexts.contains(bare(words)))
            continue;
        const QString message =
            address ? LinkRules::tr("The link text is an address. Write what visitors find there.")
                    : LinkRules::tr("The link text \"%1\" does not say where it leads.").arg(words);
        const auto source =
            link.line() > 0 ? linkInSource(page, link, words) : std::optional<SourceLink>();
        if (source)
            reportInSource(page, *source, message, report);
        else
            report.at(link, message, words);
    }
}

} // namespace kakehashi::check
