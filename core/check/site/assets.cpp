#include "check/site/siterule.h"

#include "base/cleantext.h"
#include "base/clock.h"
#include "render/theme.h"
#include "render/theme/csstokens.h"
#include "security/siteaddress.h"

#include <QUrl>

namespace kakehashi::check {
namespace {

QString japaneseDate(const QDateTime &time)
{
    return time.toTimeZone(japanTime()).date().toString(Qt::ISODate);
}

} // namespace

/// Pictures among the media say what they show, once for all pages (WCAG 1.1.1).
void mediaAlt(const SiteView &site, SiteFindings &findings)
{
    for (const content::MediaAsset &asset : site.snapshot().media) {
        if (asset.mimeType.startsWith(QLatin1String("image/")) && asset.alt.trimmed().isEmpty() &&
            !asset.decorative)
            findings.site(SiteRules::tr("The picture %1 has no alternative text and is not marked "
                                        "as decoration.")
                              .arg(asset.fileName),
                          asset.fileName);
    }
}

/// A banner's title is its picture's alternative text.
void bannerTitle(const SiteView &site, SiteFindings &findings)
{
    for (const banner::Banner &banner : site.snapshot().banners) {
        if (banner.enabled && banner.title.trimmed().isEmpty())
            findings.site(
                SiteRules::tr("A banner that leads to %1 has no title.").arg(banner.target));
    }
}

void bannerEnded(const SiteView &site, SiteFindings &findings)
{
    const QDateTime &now = site.snapshot().asOf;
    for (const banner::Banner &banner : site.snapshot().banners) {
        if (banner.enabled && banner.closes.isValid() && banner.closes <= now)
            findings.site(SiteRules::tr("The banner \"%1\" ended on %2. Is it still needed?")
                              .arg(banner.title, japaneseDate(banner.closes)));
    }
}

/// White text stands on the site's colour and the colour on white; the theme's own names for its
/// colours are judged in both appearances: 4.5 to 1 for text (WCAG 1.4.3), 3 to 1 for controls.
void accentContrast(const SiteView &site, SiteFindings &findings)
{
    const QString &color = site.snapshot().site.accentColor;
    const bool isColor = color.size() == 7 && color.startsWith(u'#') && QColor::isValidColor(color);
    const double contrast = isColor ? render::accentContrast(QColor(color)) : 0;
    if (!color.isEmpty() && contrast < render::textContrast)
        findings.site(SiteRules::tr("The site's colour %1 has a contrast of %2 with white; 4.5 is "
                                    "the least. Choose a darker one.")
                          .arg(color, QString::number(contrast, 'f', 2)));
    const render::Theme::Asset *sheet = site.index.theme().asset(QStringLiteral("style.css"));
    if (!sheet)
        return;
    const auto weak = render::weakPairs(render::cssTokens(sheet->bytes));
    for (const render::WeakPair &pair : weak) {
        const QString where =
            pair.dark ? SiteRules::tr("in the dark") : SiteRules::tr("in the light");
        findings.site(SiteRules::tr("The theme's %1 on %2 has a contrast of %3 %4; %5 is the "
                                    "least.")
                          .arg(pair.front, pair.ground, QString::number(pair.ratio, 'f', 2), where,
                               QString::number(pair.wanted, 'f', 1)),
                      QStringLiteral("theme/assets/style.css:%1").arg(pair.line));
    }
}

namespace {

/// Of a text that stands on every page, in feeds and in the site's cards.
void settingsText(const QString &text, const QString &name, SiteFindings &findings)
{
    const qsizetype at = unfitAt(text);
    if (at >= 0)
        findings.site(SiteRules::tr("%1 of the site holds %2, which no page can show. It is left "
                                    "out. Type it anew.")
                          .arg(name, codePointName(text[at].unicode())));
}

} // namespace

/// What every page says of the site: whose it is, where to ask, and no characters that nobody sees.
void siteSettings(const SiteView &site, SiteFindings &findings)
{
    const content::SiteSettings &settings = site.snapshot().site;
    if (settings.name.trimmed().isEmpty())
        findings.site(SiteRules::tr("The site has no name."));
    if (settings.organization.trimmed().isEmpty())
        findings.site(SiteRules::tr("The site does not say whose it is."));
    if (settings.telephone.isEmpty() && settings.email.isEmpty())
        findings.site(SiteRules::tr("The site says no telephone number and no mail address to ask "
                                    "at."));
    if (const auto address = security::siteAddress(settings.url.toString()); !address)
        findings.site(address.error().text);
    if (settings.url.scheme() != QLatin1String("https"))
        findings.site(SiteRules::tr("The site's address does not begin with https://."));
    settingsText(settings.name, SiteRules::tr("The name"), findings);
    settingsText(settings.tagline, SiteRules::tr("The line under the name"), findings);
    settingsText(settings.description, SiteRules::tr("The description"), findings);
    settingsText(settings.organization, SiteRules::tr("The organisation"), findings);
    settingsText(settings.address, SiteRules::tr("The address"), findings);
    settingsText(settings.telephone, SiteRules::tr("The telephone number"), findings);
    settingsText(settings.email, SiteRules::tr("The mail address"), findings);
    settingsText(settings.hours, SiteRules::tr("The opening hours"), findings);
    settingsText(settings.copyright, SiteRules::tr("The copyright"), findings);
    for (const content::MenuItem &item : site.snapshot().menus)
        settingsText(item.label,
                     SiteRules::tr("The menu entry \"%1\"").arg(cleanedLine(item.label)), findings);
}

} // namespace kakehashi::check
