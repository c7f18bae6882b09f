#pragma once

#include <QByteArray>
#include <QList>

namespace kakehashi::security {

/// What happens to an element of this name (lower case) in a page's own HTML.
enum class ElementFate {
    Keep,
    Unwrap,  ///< the tag goes, what is in it stays
    Discard, ///< goes with everything in it
    Frame,   ///< kept when its URL may be embedded
};
ElementFate fateOf(const QByteArray &element);

/// The names of all that go with everything in them.
QList<QByteArray> discardedElements();

/// How an attribute (lower case) of a kept element is treated.
enum class AttributeFate { Keep, Drop, DropSilently, Link, Picture, Embed, PictureSet };
AttributeFate fateOf(const QByteArray &element, const QByteArray &attribute);

bool isVoidElement(const QByteArray &element);

/// Whether the element is a block of its own ("flow" and no "phrasing" content in HTML): browsers
/// end a paragraph where one begins.
bool isBlockElement(const QByteArray &element);
/// Whether an element that stands only in certain others ("li", "td", "summary") may stand in this
/// one; `parent` is empty where none is known. True for all other elements.
bool fitsInto(const QByteArray &element, const QByteArray &parent);

/// An upper bound of how deep a parser will nest this input, in steps of elements that do not end
/// by themselves. Gumbo frees its tree by recursion, so depth is a matter of the stack.
int nestingBound(QByteArrayView html);

} // namespace kakehashi::security
