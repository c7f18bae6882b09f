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

} // namespace kakehashi::check
