#include "check/site/rights.h"

#include "base/text.h"
#include "check/site/siterule.h"
#include "check/source/pagetexts.h"

#include <QJsonDocument>

namespace kakehashi::check {
namespace {

QDate today(const SiteView &site)
{
    return site.snapshot().asOf.toTimeZone(japanTime()).date();
}

/// The line of the body on which the file stands; 0: a field or the page's own picture; nothing:
/// the page does not use it.
std::optional<int> lineOfUse(const content::PageContent &content, const content::MediaAsset &asset)
{
    const QString named = QStringLiteral("media:") + asset.fileName;
    const qsizetype at = content.body.indexOf(named);
    if (at >= 0)
        return static_cast<int>(content.body.left(at).count(u'\n')) + 1;
    // Blocks may name a file without "media:", fields always do.
    const qsizetype bare = content.body.indexOf(u'=' + asset.fileName);
    if (bare >= 0)
        return static_cast<int>(content.body.left(bare).count(u'\n')) + 1;
    const QByteArray fields = QJsonDocument(content.fields).toJson(QJsonDocument::Compact);
    if (content.picture == asset.id || fields.contains(asset.fileName.toUtf8()))
        return 0;
    return {};
}

QList<content::MediaAsset> endingBetween(const SiteView &site, const QDate &first,
                                         const QDate &last)
{
    QList<content::MediaAsset> ending;
    for (const content::MediaAsset &asset : site.snapshot().media) {
        if (asset.rightsUntil.isValid() && asset.rightsUntil >= first && asset.rightsUntil <= last)
            ending.append(asset);
    }
    return ending;
}

/// Where visitors see the file: pages and banners that are open.
void tell(const SiteView &site, SiteFindings &findings, const content::MediaAsset &asset,
          const QString &message)
{
    for (const PageFacts &facts : site.pages) {
        if (const auto line = lineOfUse(facts.page->content, asset))
            findings.page(facts, message, *line);
    }
    for (const banner::Banner &banner : site.snapshot().banners) {
        if (banner.enabled && banner.picture == asset.id)
            findings.site(message, asset.fileName);
    }
}

} // namespace

/// What may no longer be shown (contract, clause on clearing of rights). A file that nothing uses
/// is not published and so does not matter.
void mediaRightsEnded(const SiteView &site, SiteFindings &findings)
{
    const auto ended = endingBetween(site, QDate(1, 1, 1), today(site).addDays(-1));
    for (const content::MediaAsset &asset : ended)
        tell(site, findings, asset,
             SiteRules::tr("%1 might be shown until %2 only. Take it out, or ask the rights holder "
                           "and change the day in the media list.")
                 .arg(asset.fileName, asset.rightsUntil.toString(Qt::ISODate)));
}

void mediaRightsEnding(const SiteView &site, SiteFindings &findings)
{
    const auto ending = endingBetween(site, today(site), today(site).addDays(rightsWarningDays));
    for (const content::MediaAsset &asset : ending)
        tell(site, findings, asset,
             SiteRules::tr("%1 may be shown until %2. Ask the rights holder whether it may stay.")
                 .arg(asset.fileName, asset.rightsUntil.toString(Qt::ISODate)));
}

} // namespace kakehashi::check
