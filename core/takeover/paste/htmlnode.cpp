#include "takeover/paste/htmlnode.h"

#include <QStringList>

#include <algorithm>

namespace kakehashi::takeover {

QByteArray nameOf(const GumboNode &node)
{
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE)
        return {};
    if (node.v.element.tag != GUMBO_TAG_UNKNOWN)
        return gumbo_normalized_tagname(node.v.element.tag);
    GumboStringPiece piece = node.v.element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return QByteArray(piece.data, static_cast<qsizetype>(piece.length)).toLower();
}

QString attributeOf(const GumboNode &node, const char *name)
{
    if (node.type != GUMBO_NODE_ELEMENT)
        return {};
    const GumboAttribute *found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found ? QString::fromUtf8(found->value) : QString();
}

QString styleOf(const GumboNode &node, QLatin1String property)
{
    if (node.type != GUMBO_NODE_ELEMENT)
        return {};
    const GumboAttribute *style = gumbo_get_attribute(&node.v.element.attributes, "style");
    if (!style)
        return {};
    // Asked of every node for several properties: nothing is copied before it is found.
    const QLatin1String all(style->value);
    for (qsizetype at = 0; at < all.size();) {
        qsizetype end = all.indexOf(u';', at);
        if (end < 0)
            end = all.size();
        const QLatin1String declaration = all.mid(at, end - at);
        const qsizetype colon = declaration.indexOf(u':');
        if (colon > 0 &&
            declaration.first(colon).trimmed().compare(property, Qt::CaseInsensitive) == 0)
            return QString(declaration.mid(colon + 1).trimmed()).toLower();
        at = end + 1;
    }
    return {};
}

bool hasClass(const GumboNode &node, QLatin1String prefix)
{
    const QStringList classes = attributeOf(node, "class").split(u' ', Qt::SkipEmptyParts);
    return std::any_of(classes.cbegin(), classes.cend(),
                       [prefix](const QString &each) { return each.startsWith(prefix); });
}

const GumboVector *childrenOf(const GumboNode &node)
{
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE
               ? &node.v.element.children
               : nullptr;
}

const GumboNode *childAt(const GumboVector &nodes, unsigned index)
{
    return static_cast<const GumboNode *>(nodes.data[index]);
}

bool isHidden(const GumboNode &node)
{
    return styleOf(node, QLatin1String("display")) == QLatin1String("none") ||
           styleOf(node, QLatin1String("visibility")) == QLatin1String("hidden") ||
           styleOf(node, QLatin1String("mso-hide")) == QLatin1String("all");
}

QString textUnder(const GumboNode &node)
{
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
        node.type == GUMBO_NODE_CDATA)
        return QString::fromUtf8(node.v.text.text);
    QString text;
    if (const GumboVector *children = childrenOf(node)) {
        for (unsigned i = 0; i < children->length; ++i)
            text += textUnder(*childAt(*children, i));
    }
    return text;
}

} // namespace kakehashi::takeover
