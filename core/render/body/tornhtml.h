#pragma once

#include "render/body/links.h"

#include <string>
#include <string_view>
#include <vector>

namespace kakehashi::security {
struct HtmlToken;
}

namespace kakehashi::render {

class BodyWriter;

/// HTML that blank lines tear apart: `<details>` and what opens it here, Markdown, its end tag
/// there. The pieces come one after the other; begins and ends are matched within the container
/// they stand in (the body, a named block, a list item, a quote), so that none closes or holds
/// what is not its own. One page, one thread.
class TornHtml
{
public:
    /// A container begins. Containers nest.
    void enter();
    /// It ends: what was never closed ends where its piece did. `out` is what its pieces were
    /// written to.
    void leave(std::string &out, BodyWriter &body);
    void write(std::string_view html, int line, BodyWriter &body, std::string &out);

    /// An element that began within a line and goes on behind it: its tag stands at `begin` to
    /// `end` of the output.
    void goOn(const std::string &name, int line, size_t begin, size_t end, const std::string &out);
    /// Whether an element of the name is open in this container.
    bool isOpen(std::string_view name) const;
    /// Ends it and what began within it.
    void end(std::string_view name, std::string &out);

private:
    struct Open
    {
        std::string name;    ///< as it was typed
        std::string written; ///< as it stands in the page
        size_t begin = 0;    ///< of its tag in the output
        size_t end = 0;      ///< … behind it
        size_t pieceEnd = 0; ///< … behind what was written with it
        int piece = 0;
        int line = 0;
        bool isCrossed = false; ///< its end belongs within an element that began within it
        Link link = {};
    };
    using Opens = std::vector<Open>;

    void open(const std::vector<security::HtmlToken> &tokens, size_t at, int line, BodyWriter &body,
              std::string &out);
    void close(const security::HtmlToken &token, int line, BodyWriter &body, std::string &out);
    void closeLast(std::string &out);

    std::vector<Opens> m_containers;
    int m_piece = 0;
};

} // namespace kakehashi::render
