#pragma once

#include "render/theme/palette.h"

#include <QByteArray>
#include <QList>
#include <QMap>

namespace kakehashi::render {

/// The colours that a style sheet gives names in `:root`, as "--accent" → colour: in the light, and
/// in the dark where `prefers-color-scheme: dark` says so. Later ones win, as in a browser.
struct CssTokens
{
    QHash<QString, QColor> light;
    QHash<QString, QColor> dark;
    QHash<QString, int> lines; ///< where the light value stands, from 1
};

CssTokens cssTokens(const QByteArray &css);

/// Two colours of a theme that are too near to each other for who should tell them apart.
struct WeakPair
{
    QString front;  ///< "--link"
    QString ground; ///< "--bg"
    bool dark = false;
    double ratio = 0;
    double wanted = 0;
    int line = 0;
};

/// Pairs of the names that the default theme uses; a theme with other names is not judged here.
QList<WeakPair> weakPairs(const CssTokens &tokens);

/// A rule that gives the roles of a palette their colours: what is put after a theme's own style
/// sheet. `variables` are theme.json's cssVariables, role → "--name".
QByteArray recolouring(const Palette &palette, const QHash<QString, QString> &variables);

} // namespace kakehashi::render
