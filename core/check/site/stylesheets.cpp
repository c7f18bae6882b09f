#include "check/site/siterule.h"

#include "render/theme.h"

#include <QRegularExpression>

namespace kakehashi::check {

/// Style sheets that take the focus ring away and put nothing in its place (WCAG 2.4.7).
void focusRemoved(const SiteView &site, SiteFindings &findings)
{
    static const QRegularExpression focusRule(
        QStringLiteral("([^{}]*:focus(?!-within)[^{}]*)\\{([^{}]*)\\}"));
    static const QRegularExpression removed(
        QStringLiteral("outline(-style|-width)?\\s*:\\s*(none|0)\\b"));
    static const QRegularExpression instead(
        QStringLiteral("(box-shadow|border|background|text-decoration)[a-z-]*\\s*:"));
    for (const auto &asset : site.index.theme().assets()) {
        if (!asset.name.endsWith(QLatin1String(".css")))
            continue;
        const QString css = QString::fromUtf8(asset.bytes);
        for (auto each = focusRule.globalMatch(css); each.hasNext();) {
            const auto match = each.next();
            const QString selector = match.captured(1).simplified();
            // ":focus:not(:focus-visible)" hides the ring for the mouse only, and what takes the
            // focus by a jump (tabindex="-1") needs none.
            const bool allowed = selector.contains(QLatin1String(":not(:focus-visible)")) ||
                                 selector.contains(QLatin1String("[tabindex=\"-1\"]")) ||
                                 selector.startsWith(QLatin1String("main:focus"));
            if (!allowed && removed.match(match.captured(2)).hasMatch() &&
                !instead.match(match.captured(2)).hasMatch())
                findings.site(SiteRules::tr("\"%1\" hides where the keyboard is.").arg(selector),
                              asset.name);
        }
    }
}

/// What text over a picture can be read by is a colour of the element's own below it, which is also
/// there while the picture loads (WCAG technique failure F83). Whether it is enough needs eyes.
void textOverPicture(const SiteView &site, SiteFindings &findings)
{
    static const QRegularExpression rule(QStringLiteral("([^{}]*)\\{([^{}]*)\\}"));
    static const QRegularExpression picture(
        QStringLiteral("background(-image)?\\s*:[^;]*\\burl\\(\\s*[\"']?(?!data:)"));
    static const QRegularExpression ground(
        QStringLiteral("background-color\\s*:|background\\s*:[^;]*(#[0-9a-fA-F]{3,8}|var\\(|rgb|"
                       "hsl)"));
    for (const auto &asset : site.index.theme().assets()) {
        if (!asset.name.endsWith(QLatin1String(".css")))
            continue;
        const QString css = QString::fromUtf8(asset.bytes);
        for (auto each = rule.globalMatch(css); each.hasNext();) {
            const auto match = each.next();
            if (picture.match(match.captured(2)).hasMatch() &&
                !ground.match(match.captured(2)).hasMatch())
                findings.site(SiteRules::tr("\"%1\" puts a picture behind its text without a "
                                            "colour below it. Can the text be read everywhere?")
                                  .arg(match.captured(1).simplified()),
                              asset.name);
        }
    }
}

} // namespace kakehashi::check
