#include "check/html/document.h"

#include <gumbo.h>

#include <algorithm>
#include <charconv>

namespace kakehashi::check {
namespace {

bool hasClassIn(std::string_view classes, std::string_view wanted)
{
    for (size_t at = classes.find(wanted); at != std::string_view::npos;
         at = classes.find(wanted, at + 1)) {
        const size_t end = at + wanted.size();
        const bool starts = at == 0 || classes[at - 1] == ' ';
        if (starts && (end == classes.size() || classes[end] == ' '))
            return true;
    }
    return false;
}

std::string_view attributeOf(const GumboElement &element, const char *name)
{
    const GumboAttribute *found = gumbo_get_attribute(&element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view();
}

bool isSilent(const GumboElement &element)
{
    return element.tag == GUMBO_TAG_SCRIPT || element.tag == GUMBO_TAG_STYLE ||
           element.tag == GUMBO_TAG_TEMPLATE || attributeOf(element, "aria-hidden") == "true" ||
           gumbo_get_attribute(&element.attributes, "hidden");
}

/// A space is heard between blocks, not between the parts of a word.
bool separates(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_I:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_RUBY:
        return false;
    default:
        return true;
    }
}

int toNumber(std::string_view digits)
{
    int number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

} // namespace

const GumboInternalNode *Element::node() const
{
    return m_document->m_nodes[static_cast<size_t>(m_index)].node;
}

std::string_view Element::name() const
{
    const GumboTag tag = node()->v.element.tag;
    return tag == GUMBO_TAG_UNKNOWN ? std::string_view() : gumbo_normalized_tagname(tag);
}

std::optional<std::string_view> Element::attribute(const char *wanted) const
{
    const GumboAttribute *found = gumbo_get_attribute(&node()->v.element.attributes, wanted);
    return found ? std::optional<std::string_view>(found->value) : std::nullopt;
}

std::string_view Element::value(const char *wanted) const
{
    return attributeOf(node()->v.element, wanted);
}

bool Element::hasClass(std::string_view wanted) const
{
    return hasClassIn(value("class"), wanted);
}

Element Element::parent() const
{
    const int parent = m_document->m_nodes[static_cast<size_t>(m_index)].parent;
    return parent < 0 ? Element() : Element(m_document, parent);
}

Element Element::closest(std::string_view wanted) const
{
    for (Element at = *this; at; at = at.parent()) {
        if (at.is(wanted))
            return at;
    }
    return {};
}

bool Element::contains(const Element &other) const
{
    return other.m_index > m_index &&
           other.m_index < m_document->m_nodes[static_cast<size_t>(m_index)].end;
}

std::vector<Element> Element::children() const
{
    std::vector<Element> found;
    const auto &nodes = m_document->m_nodes;
    const int end = nodes[static_cast<size_t>(m_index)].end;
    for (int i = m_index + 1; i < end; i = nodes[static_cast<size_t>(i)].end)
        found.push_back(Element(m_document, i));
    return found;
}

std::vector<Element> Element::descendants() const
{
    const auto begin = m_document->m_elements.begin();
    return {begin + m_index + 1, begin + m_document->m_nodes[static_cast<size_t>(m_index)].end};
}

std::vector<Element> Element::descendants(std::string_view wanted) const
{
    std::vector<Element> found;
    for (const Element &element : m_document->all(wanted)) {
        if (contains(element))
            found.push_back(element);
    }
    return found;
}

Element Element::adjacent() const
{
    const Element above = parent();
    if (!above)
        return {};
    const GumboVector &siblings = above.node()->v.element.children;
    for (unsigned i = static_cast<unsigned>(node()->index_within_parent) + 1; i < siblings.length;
         ++i) {
        const auto *sibling = static_cast<const GumboNode *>(siblings.data[i]);
        if (sibling->type == GUMBO_NODE_WHITESPACE || sibling->type == GUMBO_NODE_COMMENT)
            continue;
        if (sibling->type != GUMBO_NODE_ELEMENT)
            return {};
        // In document order it is what comes after all that is inside this one.
        return Element(m_document, m_document->m_nodes[static_cast<size_t>(m_index)].end);
    }
    return {};
}

QString Element::read(bool withSpokenOnly) const
{
    std::string said;
    std::vector<const GumboNode *> open{node()};
    while (!open.empty()) {
        const GumboNode *at = open.back();
        open.pop_back();
        if (!at) {
            said += ' ';
            continue;
        }
        if (at->type == GUMBO_NODE_TEXT || at->type == GUMBO_NODE_WHITESPACE ||
            at->type == GUMBO_NODE_CDATA) {
            said += at->v.text.text;
            continue;
        }
        if (at->type != GUMBO_NODE_ELEMENT || isSilent(at->v.element))
            continue;
        const GumboElement &element = at->v.element;
        if (element.tag == GUMBO_TAG_IMG)
            said += attributeOf(element, "alt");
        if (!withSpokenOnly && hasClassIn(attributeOf(element, "class"), "visually-hidden"))
            continue;
        if (separates(element.tag)) {
            said += ' ';
            open.push_back(nullptr);
        }
        for (unsigned i = element.children.length; i > 0; --i)
            open.push_back(static_cast<const GumboNode *>(element.children.data[i - 1]));
    }
    return toText(said).simplified();
}

QString Element::text() const
{
    return read(true);
}

QString Element::visibleText() const
{
    return read(false);
}

Element Element::marked() const
{
    for (Element at = *this; at; at = at.parent()) {
        if (at.has("data-line"))
            return at;
    }
    return {};
}

int Element::line() const
{
    const Element at = marked();
    return at ? toNumber(at.value("data-line")) : 0;
}

int Element::lastLine() const
{
    const Element at = marked();
    return at ? std::max(toNumber(at.value("data-end")), line()) : 0;
}

} // namespace kakehashi::check
