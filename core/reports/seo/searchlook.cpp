#include "reports/seo/searchlook.h"

namespace kakehashi::reports {
namespace {

/// In full-width characters. A computer's result: one line of 600 px at 20 px; two of 600 at 14.
/// A phone's: two lines of 328 px at 18 px; three of 328 at 14, less the ends that do not fill.
struct Room
{
    double title;
    double description;
};

constexpr Room roomOn(Screen screen)
{
    return screen == Screen::Desktop ? Room{30, 85} : Room{36, 68};
}

constexpr double halfWidth = 0.55; ///< of Latin letters, on average

double widthOf(QChar each)
{
    if (each.isLowSurrogate())
        return 0; // counted with the half before it
    const char16_t code = each.unicode();
    const bool isHalf = code < 0x1100 || (code >= 0xFF61 && code <= 0xFFDC);
    return isHalf ? halfWidth : 1;
}

QString trailOf(const QString &path, const content::SiteSettings &site)
{
    QString trail = site.url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    for (const QString &step : path.split(u'/', Qt::SkipEmptyParts))
        trail += QStringLiteral(" › ") + step;
    return trail;
}

} // namespace

double fullWidths(const QString &text)
{
    double width = 0;
    for (const QChar each : text)
        width += widthOf(each);
    return width;
}

QString cutOff(const QString &text, double most)
{
    if (fullWidths(text) <= most)
        return text;
    double width = 1; // the ellipsis
    qsizetype end = 0;
    while (end < text.size() && width + widthOf(text.at(end)) <= most)
        width += widthOf(text.at(end++));
    if (end > 0 && text.at(end - 1).isHighSurrogate())
        --end;
    return text.left(end).trimmed() + u'…';
}

SearchLook searchLook(const SeoPage &page, const content::SiteSettings &site, Screen screen)
{
    const Room room = roomOn(screen);
    SearchLook look;
    look.site = site.name;
    look.trail = trailOf(page.path, site);
    look.title = cutOff(page.shownTitle, room.title);
    look.isTitleCut = look.title != page.shownTitle;
    look.isDescriptionGuessed = page.description.isEmpty();
    const QString &words = look.isDescriptionGuessed ? page.opening : page.description;
    look.description = cutOff(words, room.description);
    look.isDescriptionCut = look.description != words;
    return look;
}

} // namespace kakehashi::reports
