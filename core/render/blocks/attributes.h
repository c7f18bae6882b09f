#pragma once

#include "render/blocks/block.h"

#include <initializer_list>

namespace kakehashi::render {

/// The attribute's value if it is one of `allowed`; otherwise the first of them, and an Issue when
/// something else was written.
std::string_view choiceOf(const BlockNode &block, BodyWriter &body, std::string_view attribute,
                          std::initializer_list<std::string_view> allowed);

/// The attribute's value; an Issue and an empty text when it is missing.
std::string_view requiredOf(const BlockNode &block, BodyWriter &body, std::string_view attribute);

/// A whole number from 1 to `most`, or `standard` (and an Issue when it is no such number).
int numberOf(const BlockNode &block, BodyWriter &body, std::string_view attribute, int standard,
             int most);

/// `<tag class="…" data-line=…>` without the '>', for more attributes to follow.
void openBlock(std::string &out, std::string_view tag, std::string_view cssClass,
               const BlockNode &block, const BodyWriter &body);

/// Pages of a kind, newest first, and the language that they are in.
struct NewestPages
{
    const PageList &pages;
    content::Language language;
};

/// Those in the page's language; those of the site where it has none.
NewestPages newestFor(const BodyWriter &body, const QString &kind);

/// ` lang="ja"` for what stands in another language than the page; otherwise nothing.
std::string langMark(const BodyWriter &body, const content::Language &language);

} // namespace kakehashi::render
