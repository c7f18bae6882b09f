#include "check/site/siterule.h"

#include "render/media/originals.h"

#include <algorithm>

namespace kakehashi::check {
namespace {

using security::PictureFile;

/// File names, sorted, of the pictures that it holds for.
template <typename Holds>
QStringList picturesThat(const SiteView &site, Holds holds)
{
    QStringList names;
    for (const content::MediaAsset &asset : site.snapshot().media) {
        const auto facts = render::pictureFacts(site.index.options().media, asset);
        if (facts && holds(*facts))
            names.append(asset.fileName);
    }
    names.sort();
    return names;
}

QString firstOf(const QStringList &names)
{
    constexpr qsizetype shown = 5;
    const QString few = names.mid(0, shown).join(SiteRules::tr(", "));
    return names.size() <= shown
               ? few
               : SiteRules::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - shown))
                     .arg(few);
}

} // namespace

/// A download or copy that broke off: browsers show it grey from there on, or not at all.
void mediaDamaged(const SiteView &site, SiteFindings &findings)
{
    QStringList damaged;
    QStringList drawings;
    for (const content::MediaAsset &asset : site.snapshot().media) {
        if (render::isPictureWhole(site.index.options().media, asset))
            continue;
        const bool isDrawing = asset.mimeType == QLatin1String("image/svg+xml");
        (isDrawing ? drawings : damaged).append(asset.fileName);
    }
    damaged.sort();
    drawings.sort();
    for (const QString &name : std::as_const(damaged))
        findings.site(SiteRules::tr("The picture %1 breaks off before its end. Take the original "
                                    "file again and replace it.")
                          .arg(name),
                      name);
    for (const QString &name : std::as_const(drawings))
        findings.site(SiteRules::tr("Browsers cannot show the drawing %1: it breaks off, or is no "
                                    "SVG by its namespace. Save it again as SVG from the drawing "
                                    "program.")
                          .arg(name),
                      name);
}

/// What is left out of pictures on their way out, so that nobody hands on the originals unaware.
void mediaNotes(const SiteView &site, SiteFindings &findings)
{
    const auto places =
        picturesThat(site, [](const PictureFile &picture) { return picture.tellsPlace; });
    if (!places.isEmpty())
        findings.site(SiteRules::tr("%n picture(s) say where they were taken: %1. They are "
                                    "published without it; mind the originals when you hand them "
                                    "on.",
                                    nullptr, static_cast<int>(places.size()))
                          .arg(firstOf(places)),
                      places.first());
    const auto mended =
        picturesThat(site, [](const PictureFile &picture) { return picture.mended; });
    for (const QString &name : mended)
        findings.site(SiteRules::tr("The drawing %1 lacks its namespace or is not in UTF-8. It is "
                                    "published with what is missing; save it again as SVG from "
                                    "the drawing program.")
                          .arg(name),
                      name);
}

} // namespace kakehashi::check
