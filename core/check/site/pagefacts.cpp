#include "check/site/pagefacts.h"

#include <algorithm>

namespace kakehashi::check {
namespace {

QString decoded(std::string_view text)
{
    const QByteArray bytes(text.data(), static_cast<qsizetype>(text.size()));
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

bool leavesSite(std::string_view target)
{
    return target.substr(0, 7) == "http://" || target.substr(0, 8) == "https://";
}

void addLinks(PageFacts &facts, const Document &document)
{
    const Element main = document.main();
    for (const Element &link : document.all("a")) {
        const std::string_view target = link.value("href");
        if (leavesSite(target))
            facts.outside.emplace_back(toText(target.substr(0, target.find('#'))), link.line());
        if (target.empty() || target.front() != '/' || target.substr(0, 2) == "//")
            continue;
        const size_t end = std::min(target.find_first_of("?#"), target.size());
        const size_t hash = target.find('#');
        SiteLink found;
        found.path = decoded(target.substr(0, end));
        if (hash != std::string_view::npos)
            found.fragment = decoded(target.substr(hash + 1));
        found.line = link.line();
        found.inMain = main && main.contains(link);
        facts.links.push_back(std::move(found));
    }
}

} // namespace

PageFacts factsOf(const render::PageValue &page, const Document &document)
{
    PageFacts facts;
    facts.page = &page;
    if (const Element title = document.first("title"))
        facts.title = title.text();
    const content::Seo &seo = page.content.seo;
    facts.description =
        (seo.description.isEmpty() ? page.content.summary : seo.description).simplified();
    for (const Element &meta : document.all("meta")) {
        const QString content = toText(meta.value("content"));
        if (meta.value("name") == "robots")
            facts.noindex = content.contains(QLatin1String("noindex"));
    }
    for (const Element &element : document.elements()) {
        const std::string_view id = element.value("id");
        if (!id.empty())
            facts.ids.insert(toText(id));
    }
    addLinks(facts, document);
    return facts;
}

} // namespace kakehashi::check
