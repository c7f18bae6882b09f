#include "render/site/document.h"

#include "render/body/bodywriter.h"
#include "render/site/settledtemplates.h"
#include "render/site/sitedata.h"
#include "render/site/telephones.h"
#include "render/theme/compiled.h"

namespace kakehashi::render {

Result<PageDocument> renderDocument(const SiteIndex &index, const PageValue &page, int listNumber)
{
    PageDocument document;
    BodyWriter writer(index, page);
    // The words above a list stand on its first page only.
    if (listNumber == 1)
        document.body = writer.writeBody();
    document.issues = writer.issues();
    document.uses = writer.uses();
    const Data layer = pageLayerOf(index, {page, document.body, listNumber}, document.uses);
    const Template &whole = index.theme().compiled().named(index.kind(page.kind).templateName);
    const Data &menu = index.menuFor(page.path);
    const auto chosen = index.settledTemplates().of(whole, index.siteData(page), menu);
    if (!chosen)
        return passOn(chosen);
    document.html.reserve(document.body.size() + 16'384);
    (*chosen)->render({&index.siteData(page), &menu, &layer}, document.html);
    linkTelephones(document.html);
    return document;
}

QString outputPathOf(const PageValue &page, int listNumber)
{
    if (page.kind == QLatin1String("notfound"))
        return QStringLiteral("404.html");
    return listPath(page.path, listNumber).mid(1) + QStringLiteral("index.html");
}

} // namespace kakehashi::render
