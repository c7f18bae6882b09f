#pragma once

#include "render/body/blocktree.h"
#include "render/body/bodywords.h"
#include "render/body/headings.h"
#include "render/body/links.h"
#include "render/body/tornhtml.h"
#include "render/media/mediause.h"
#include "render/site/siteindex.h"

#include <map>
#include <string>

namespace kakehashi::render {

/// Turns one page's body into HTML; handed to every block, which writes its own markup with it.
/// One thread, one page.
class BodyWriter
{
public:
    BodyWriter(const SiteIndex &index, const PageValue &page);

    /// The whole body, footnotes and table of contents included.
    std::string writeBody();

    void writeParts(const BodyParts &parts, std::string &out);
    void writeMarkdown(std::string_view text, int firstLine, std::string &out);
    void writeSanitized(std::string_view html, int firstLine, std::string &out);
    /// HTML among Markdown, which may begin what ends, or end what began, in another piece.
    void writeHtmlPiece(std::string_view html, int firstLine, std::string &out);
    TornHtml &tornHtml() { return m_tornHtml; }

    /// Where the next table gets its caption from (`::: table`); taken once.
    void setTableCaption(std::string caption, bool rowHeaders);
    struct TableSettings
    {
        std::string caption = {};
        bool rowHeaders = false;
    };
    TableSettings takeTableSettings();

    /// Charts that stand side by side are compared: their axes begin alike, at zero.
    void setChartsBeside(bool beside) { m_chartsBeside = beside; }
    bool chartsBeside() const { return m_chartsBeside; }

    /// ` data-line="3" data-end="5"` in the preview, otherwise nothing.
    std::string marks(int line, int endLine) const;
    std::string marks(const BlockNode &block) const { return marks(block.line, block.endLine); }

    Link link(std::string_view href, int line);
    /// The asset that "media:name" or "name" names; reports and returns nullptr when none does.
    const content::MediaAsset *media(std::string_view name, int line);
    /// <img …>. An empty `alt` means the asset's own.
    void writePicture(const content::MediaAsset &asset, std::string_view alt, int line,
                      std::string &out);

    void report(Severity severity, const char *rule, const QString &text, int line);

    const SiteIndex &index() const { return m_index; }
    const PageValue &page() const { return m_page; }
    std::string_view word(BodyWord word) const { return bodyWord(word, m_page.content.language); }
    Headings &headings() { return m_headings; }
    MediaUses &uses() { return m_uses; }
    const Issues &issues() const { return m_issues; }

    /// A number that no other element of the page got, for ids.
    int nextNumber() { return ++m_number; }
    /// The note's number on this page. `place` is the number in the id of the reference.
    int footnoteNumber(const std::string &label, int place);
    void setFootnote(const std::string &label, std::string html);

    /// Writes a mark that becomes the table of contents once all headings are known.
    void writeContentsMark(int line, int endLine, std::string &out);

private:
    void writeBlock(const BlockNode &block, std::string &out);
    void writeFootnotes(std::string &out) const;
    std::string wayBack(size_t note, size_t place) const;
    void followMoved(std::string &html) const;
    void fillContents(std::string &html) const;

    const SiteIndex &m_index;
    const PageValue &m_page;
    Issues m_issues;
    MediaUses m_uses;
    Headings m_headings;
    TableSettings m_table;
    TornHtml m_tornHtml;
    std::string m_definitions; ///< link and footnote definitions, seen from every part of the body
    struct Footnote
    {
        std::string label;
        std::string html = {};
        std::vector<int> places = {};
    };
    Footnote &footnote(const std::string &label);
    std::vector<Footnote> m_footnotes; ///< in the order of their numbers
    int m_lastLine = 0; ///< of the text being written; what is reported beyond it is a repetition
    int m_number = 0;
    bool m_chartsBeside = false;
};

} // namespace kakehashi::render
