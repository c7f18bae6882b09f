#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

struct GumboInternalNode;

namespace kakehashi::check {

class Document;

/// An element of a Document, which must outlive it. Copied freely; may be null. Texts and values
/// are UTF-8 views into the document.
class Element
{
public:
    Element() = default;

    explicit operator bool() const { return m_document != nullptr; }
    bool operator==(const Element &other) const { return m_index == other.m_index; }

    std::string_view name() const; ///< lower case; empty for elements that HTML does not know
    bool is(std::string_view wanted) const { return name() == wanted; }
    std::optional<std::string_view> attribute(const char *wanted) const;
    std::string_view value(const char *wanted) const; ///< of an attribute; empty when not given
    bool has(const char *wanted) const { return attribute(wanted).has_value(); }
    bool hasClass(std::string_view wanted) const;

    Element parent() const;
    Element closest(std::string_view wanted) const; ///< itself or the nearest ancestor
    bool contains(const Element &other) const;
    std::vector<Element> children() const;
    std::vector<Element> descendants() const; ///< in document order, without itself
    std::vector<Element> descendants(std::string_view wanted) const;
    /// The element that follows with nothing but white space between.
    Element adjacent() const;

    /// What it says, white space collapsed. Pictures are read by their alternative text; what is
    /// hidden from screen readers, scripts and style sheets say nothing.
    QString text() const;
    /// The same without what is only spoken (class visually-hidden), as a sighted person reads it.
    QString visibleText() const;

    /// The body's lines that it came from, by the preview's marks on it or around it; 0: unknown.
    int line() const;
    int lastLine() const;

private:
    friend class Document;
    Element(const Document *document, int index) : m_document(document), m_index(index) {}
    const GumboInternalNode *node() const;
    Element marked() const;
    QString read(bool withSpokenOnly) const;

    const Document *m_document = nullptr;
    int m_index = -1;
};

/// A page's HTML parsed once. Read-only; any thread may read it.
class Document
{
public:
    /// Never fails: HTML is whatever the standard's algorithm makes of it. HTML that is nested too
    /// deep for a stack is not parsed; then isTooDeep() and there are no elements.
    explicit Document(QByteArray html);
    ~Document();
    Document(const Document &) = delete;
    Document &operator=(const Document &) = delete;

    bool isTooDeep() const { return m_tooDeep; }
    bool hasDoctype() const;
    const QByteArray &html() const { return m_html; }

    const std::vector<Element> &all(std::string_view name) const;
    const std::vector<Element> &elements() const { return m_elements; } ///< in document order
    Element first(std::string_view name) const;
    Element root() const { return first("html"); }
    /// <main>, or <body> where a page has none.
    Element main() const;
    Element byId(std::string_view id) const;

private:
    friend class Element;
    struct Node
    {
        const GumboInternalNode *node = nullptr;
        int parent = -1;
        int end = 0; ///< index after its last descendant
    };
    struct Tree;

    void index();

    QByteArray m_html;
    bool m_tooDeep = false;
    std::unique_ptr<Tree> m_tree;
    std::vector<Node> m_nodes;
    std::vector<Element> m_elements;
};

/// QString from a view of UTF-8.
QString toText(std::string_view utf8);

} // namespace kakehashi::check
