#pragma once

#include "render/body/bodywriter.h"
#include "render/markdown/nodetext.h"

#include <cmark-gfm.h>

#include <array>
#include <string>
#include <vector>

namespace kakehashi::security {
struct HtmlToken;
}

namespace kakehashi::render {

/// Writes one parsed stretch of Markdown as HTML: cmark's reference output plus what a public site
/// needs (ids, table heads, picture sizes, marks of links). Walks the tree without recursion, so
/// deep nesting costs no stack.
class MarkdownWriter
{
public:
    /// `firstLine` is the body's line on which the text begins.
    MarkdownWriter(BodyWriter &body, int firstLine, std::string &out);
    /// `text` is what the document was parsed from.
    void write(cmark_node *document, std::string_view text);

private:
    struct OpenLink
    {
        Link link;
        size_t start = 0; ///< where its content begins in the output
        bool dropped = false;
    };

    /// What a deletion by tildes is called among the open tags; a typed </del> does not end it.
    static constexpr const char *strikeName = "~";

    /// Inline HTML or a deletion that began in the present paragraph.
    struct OpenTag
    {
        std::string name;
        Link link = {};   ///< of an <a>
        size_t begin = 0; ///< of its tag in the output
        size_t start = 0; ///< … behind it
        int line = 0;
        bool isBlock = false;
        bool isLeftOut = false; ///< it cannot stand here: what is in it stays
    };
    /// What the words that are being written stand in.
    enum class Holder { Phrase, Cell, Item, Paragraph };

    void enter(cmark_node *node);
    void leave(cmark_node *node);
    void enterBlock(cmark_node *node);
    void enterExtension(cmark_node *node);
    void leaveExtension(cmark_node *node);

    void openTag(std::string_view tag, cmark_node *node);
    void lineStart();
    void appendMarks(cmark_node *node);
    int sourceLine(cmark_node *node) const;
    int sourceEndLine(cmark_node *node) const;

    void openList(cmark_node *node);
    void openItem(cmark_node *node);
    void collectFootnotes(cmark_node *document, std::string_view text);
    void openHeading(cmark_node *node);
    void closeHeading(cmark_node *node);
    void writeHeading(int level, std::string html, int line, int endLine);
    void codeBlock(cmark_node *node);
    void softBreak(cmark_node *node);
    void openLink(cmark_node *node);
    void closeLink();
    void image(cmark_node *node);
    void footnoteReference(cmark_node *node);
    /// Returns the node behind which to go on when what follows is hidden, else `node`.
    cmark_node *htmlInline(cmark_node *node);
    void openHtmlTag(const security::HtmlToken &tag, bool isWhole, int line);
    bool mayStand(const std::string &name) const;
    bool closeTorn(const std::string &name);
    void beginPiece(std::string_view marks);
    void endPiece();
    void closeParagraph();
    void openInline(std::string_view tag);
    void closeInline(std::string_view tag);
    void beginInline() { m_inlineStarts.push_back(m_openTags.size()); }
    void endInline();
    void closeTagsDownTo(size_t count);
    /// True when it was open within the present emphasis or link; all within it end too.
    bool closeTag(std::string_view tag);
    void closeLastTag();
    void text(cmark_node *node);
    void linkedText(std::string_view text);
    void openAnchor(const Link &link, std::string_view title);
    void openTable(cmark_node *table);
    void openRow(int line, int endLine, bool isFirst);
    void closeRow();
    void closeTable(bool hasRows);
    void openCell(char alignment);
    void closeCell();

    BodyWriter &m_body;
    std::string &m_whole; ///< where everything goes in the end
    std::string *m_out;   ///< m_whole, or a footnote's text
    int m_firstLine;
    size_t m_headingStart = 0;
    std::vector<OpenLink> m_links;
    std::vector<OpenTag> m_openTags;
    int m_openAnchors = 0;              ///< of m_openTags
    std::vector<size_t> m_inlineStarts; ///< how many were open when emphases and links began
    size_t m_struck = 0;                ///< length of the open run of tildes
    cmark_node *m_struckIn = nullptr;
    std::array<cmark_node *, 2> m_unclosed{}; ///< where no run of one (two) tildes closes any more
    cmark_node *m_endlessIn = nullptr;        ///< where no script or drawing ends any more
    Holder m_holder = Holder::Phrase;
    size_t m_pieceBegin = 0; ///< of the tag of the paragraph that is being written
    size_t m_pieceText = 0;  ///< … behind it
    int m_line = 0;          ///< of the block being written, for what has no line of its own
    bool m_inTableHead = false;
    bool m_rowHeaders = false;
    int m_column = 0;
    std::vector<std::string> m_footnoteLabels; ///< by index in this document
    size_t m_footnotesWritten = 0;
    std::string m_footnoteHtml;
};

} // namespace kakehashi::render
