#include "check/site/siterule.h"

#include <QUrl>

#include <algorithm>
#include <cmath>

namespace kakehashi::check {
namespace {

double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// Contrast with white by WCAG 2.0; 0 for what is no "#RRGGBB".
double contrastWithWhite(const QString &color)
{
    bool good = false;
    const int rgb = color.mid(1).toInt(&good, 16);
    if (!good || color.size() != 7)
        return 0;
    const double luminance = 0.2126 * linear(rgb >> 16) + 0.7152 * linear((rgb >> 8) & 0xFF) +
                             0.0722 * linear(rgb & 0xFF);
    return 1.05 / (luminance + 0.05);
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
            findings.site(
                SiteRules::tr("The banner \"%1\" ended on %2. Is it still needed?")
                    .arg(banner.title, banner.closes.toLocalTime().date().toString(Qt::ISODate)));
    }
}

/// White text stands on the site's colour and the colour on white: 4.5 to 1 (WCAG 1.4.3).
void accentContrast(const SiteView &site, SiteFindings &findings)
{
    const QString &color = site.snapshot().site.accentColor;
    const double contrast = contrastWithWhite(color);
    if (!color.isEmpty() && contrast < 4.5)
        findings.site(SiteRules::tr("The site's colour %1 has a contrast of %2 with white; 4.5 is "
                                    "the least. Choose a darker one.")
                          .arg(color, QString::number(contrast, 'f', 2)));
}

/// What every page says of the site.
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
    if (settings.url.scheme() != QLatin1String("https"))
        findings.site(SiteRules::tr("The site's address does not begin with https://."));
}

} // namespace kakehashi::check
