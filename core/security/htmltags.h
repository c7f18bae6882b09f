#pragma once

#include "base/issue.h"

#include <QByteArray>

#include <vector>

namespace kakehashi::security {

/// A part of HTML that is looked at by itself, because what it belongs to stands elsewhere: the
/// beginning of an element whose end follows behind a paragraph, a tag within a line.
struct HtmlToken
{
    enum class Kind {
        Text,   ///< as it was typed, entities and all
        Open,   ///< a tag that begins an element that pages may have
        Whole,  ///< … that is all of it: <br>, <img>, <a id="x"/>, a frame that may be embedded
        Close,  ///< a tag that ends such an element
        Unknown ///< looks like a tag, but HTML has none of this name
    };
    Kind kind = Kind::Text;
    QByteArray name = {};   ///< of a tag, lower case
    QByteArray source = {}; ///< as it was typed
    int line = 0;           ///< of its beginning, from 0
};

struct HtmlTokens
{
    std::vector<HtmlToken> tokens;
    Issues issues;              ///< what was left out, with its line in the input, from 1
    QByteArray endsWithin = {}; ///< "<!--", "<script" …: what has no end in this part
};

/// Takes a part of HTML apart. Tags that pages may not have are left out and what they held is
/// kept; comments, scripts, styles and drawings are left out with what they held. `utf8` is a
/// part of a body. Never fails. Any thread.
HtmlTokens tokensOf(QByteArrayView utf8);

/// True when the elements that begin in this part end in it, and none ends that began elsewhere.
bool isComplete(const HtmlTokens &part);

/// The tag anew, with the attributes and addresses of the allow-list: `<a href="/x/">`. UTF-8.
/// Adds what was left out to the issues, with the token's line.
QByteArray cleanTag(const HtmlToken &tag, Issues &issues);

/// The text with what is special in HTML escaped, and with its entities as what they mean.
QByteArray cleanText(const QByteArray &text);

/// For end tags that may be left out: whether one element ends where the other begins.
bool endsBefore(QByteArrayView open, QByteArrayView next);

} // namespace kakehashi::security
