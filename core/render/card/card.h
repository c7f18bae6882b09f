#pragma once

#include "render/site/siteindex.h"

#include <QByteArray>
#include <QString>

namespace kakehashi::render {

/// The picture that services show beside a shared address: title, kind and site's name.
struct Card
{
    static constexpr int width = 1200;
    static constexpr int height = 630; ///< 1.91 : 1, which every service takes uncut

    QString title;
    QString label;
    QString siteName;
    QString accent; ///< "#RRGGBB"

    /// Names the picture before it is painted: equal words, equal name.
    QString key() const;
    QString publishedPath() const; ///< "assets/card/card.KEY.png"
};

/// False where text cannot be painted (no QGuiApplication) or kept (no cache folder); pages then
/// name their own picture only.
bool canPaintCards(const RenderOptions &options);

/// True for pages that people share: not the one for what is not found.
bool hasCard(const PageValue &page);

Card cardOf(const SiteIndex &index, const PageValue &page);

/// PNG, the same bytes for the same words and fonts. Any thread; needs a QGuiApplication.
QByteArray paintCard(const Card &card);

} // namespace kakehashi::render
