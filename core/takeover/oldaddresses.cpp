#include "takeover/oldaddresses.h"

#include "security/reservedpath.h"
#include "takeover/hugo/links/sourceaddress.h"

#include <QCoreApplication>
#include <QUrl>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

void tell(ImportPlan &plan, const SourcePage &page, const QString &text)
{
    Place place;
    place.file = page.source.shown;
    plan.issues.append({Severity::Should, QStringLiteral("import-redirect"), text, place});
}

void addRedirect(const QString &from, const SourcePage &page, QHash<QString, QString> &known,
                 ImportPlan &plan)
{
    const bool isWay = !page.redirectTo.isEmpty() && !page.page.draft;
    const QString &to = isWay ? page.redirectTo : page.page.path;
    const bool isHome = !from.contains(u'?') && addressKey(from) == QLatin1String("/");
    if (isHome || !cleaned(from.mid(1)) || known.value(from) == to)
        return;
    const QString asked = QUrl::fromPercentEncoding(from.toUtf8());
    if (!from.contains(u'?') && security::isGeneratedAddress(asked)) {
        if (from != encodedAddress(page.oldUrl)) // which is told of with the page's path
            tell(plan, page,
                 Text::tr("The old address %1 is where the program puts files of its own; it does "
                          "not lead to the page.")
                     .arg(from));
        return;
    }
    if (known.contains(from)) {
        tell(plan, page,
             Text::tr("The old address %1 leads to %2 already.").arg(from, known.value(from)));
        return;
    }
    known.insert(from, to);
    content::Redirect redirect;
    redirect.from = from;
    redirect.target = to;
    plan.redirects.append(redirect);
}

} // namespace

void planRedirects(const SourcePage &page, const IsPageAt &isPage, QHash<QString, QString> &known,
                   ImportPlan &plan)
{
    for (const QString &old : page.oldAddresses) {
        // Visitors never saw the address of a draft.
        if (page.page.draft && old.contains(u'?'))
            continue;
        if (const QString from = encodedAddress(old); !isPage(from))
            addRedirect(from, page, known, plan);
    }
}

} // namespace kakehashi::takeover
