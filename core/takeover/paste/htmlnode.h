#pragma once

#include <gumbo.h>

#include <QByteArray>
#include <QString>

namespace kakehashi::takeover {

// Small questions about gumbo's tree.

QByteArray nameOf(const GumboNode &node);                     ///< lower case; empty: no element
QString attributeOf(const GumboNode &node, const char *name); ///< empty: there is none
/// A property of the style attribute, lower case: "700", "l0 level2 lfo1".
QString styleOf(const GumboNode &node, QLatin1String property);
bool hasClass(const GumboNode &node, QLatin1String prefix); ///< one that begins so
const GumboVector *childrenOf(const GumboNode &node);       ///< null: no element
const GumboNode *childAt(const GumboVector &nodes, unsigned index);
bool isHidden(const GumboNode &node); ///< display:none and what Word hides
QString textUnder(const GumboNode &node);

} // namespace kakehashi::takeover
