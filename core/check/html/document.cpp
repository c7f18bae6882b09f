#include "check/html/document.h"

#include "check/html/arena.h"
#include "check/html/depth.h"

#include <gumbo.h>

#include <map>

namespace kakehashi::check {
namespace {

// Gumbo looks through all open elements again and again, so deep nesting takes long.
constexpr int deepest = 1500;

bool isElement(const GumboNode &node)
{
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

} // namespace

struct Document::Tree
{
    Arena arena; // the tree lies in it, so nothing of it is freed one by one
    GumboOptions options = kGumboDefaultOptions;
    GumboOutput *output = nullptr;
    std::map<std::string_view, std::vector<Element>, std::less<>> byName;
    std::map<std::string_view, Element, std::less<>> byId;

    explicit Tree(const QByteArray &html)
    {
        options.max_errors = 0;
        options.userdata = &arena;
        options.allocator = [](void *from, size_t size) {
            return static_cast<Arena *>(from)->allocate(size);
        };
        options.deallocator = [](void *, void *) {};
        output =
            gumbo_parse_with_options(&options, html.constData(), static_cast<size_t>(html.size()));
    }
    ~Tree() = default;
    Tree(const Tree &) = delete;
    Tree &operator=(const Tree &) = delete;
};

Document::Document(QByteArray html)
    : m_html(std::move(html))
    , m_tooDeep(depthBound(m_html) > deepest)
    , m_tree(std::make_unique<Tree>(m_tooDeep ? QByteArray() : m_html))
{
    if (!m_tooDeep)
        index();
}

Document::~Document() = default;

void Document::index()
{
    struct Step
    {
        const GumboNode *node;
        int parent;
        bool leave;
    };
    std::vector<Step> open{{m_tree->output->root, -1, false}};
    while (!open.empty()) {
        const Step step = open.back();
        open.pop_back();
        if (step.leave) {
            m_nodes[static_cast<size_t>(step.parent)].end = static_cast<int>(m_nodes.size());
            continue;
        }
        const int number = static_cast<int>(m_nodes.size());
        m_nodes.push_back({step.node, step.parent, number + 1});
        open.push_back({nullptr, number, true});
        const GumboVector &children = step.node->v.element.children;
        for (unsigned i = children.length; i > 0; --i) {
            const auto *child = static_cast<const GumboNode *>(children.data[i - 1]);
            if (isElement(*child))
                open.push_back({child, number, false});
        }
    }
    m_elements.reserve(m_nodes.size());
    for (size_t i = 0; i < m_nodes.size(); ++i) {
        const Element element(this, static_cast<int>(i));
        m_elements.push_back(element);
        m_tree->byName[element.name()].push_back(element);
        const std::string_view id = element.value("id");
        if (!id.empty())
            m_tree->byId.emplace(id, element);
    }
}

bool Document::hasDoctype() const
{
    return !m_tooDeep && m_tree->output->document->v.document.has_doctype;
}

const std::vector<Element> &Document::all(std::string_view name) const
{
    static const std::vector<Element> none;
    const auto found = m_tree->byName.find(name);
    return found == m_tree->byName.end() ? none : found->second;
}

Element Document::first(std::string_view name) const
{
    const std::vector<Element> &found = all(name);
    return found.empty() ? Element() : found.front();
}

Element Document::main() const
{
    const Element main = first("main");
    return main ? main : first("body");
}

Element Document::byId(std::string_view id) const
{
    const auto found = m_tree->byId.find(id);
    return found == m_tree->byId.end() ? Element() : found->second;
}

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace kakehashi::check
