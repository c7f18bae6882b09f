#pragma once

#include "takeover/paste/inlineruns.h"
#include "takeover/paste/officelist.h"
#include "takeover/paste/pastedhtml.h"

#include <gumbo.h>

#include <array>

namespace kakehashi::takeover {

class PastedTable;

/// One walk through a parsed clipboard, block by block.
class PasteReader
{
public:
    explicit PasteReader(const PasteOptions &options) : m_options(options) {}
    PastedMarkdown read(const GumboNode &root);

private:
    enum class Loss { FarPicture, Picture, Frame, Control, Link, Comment, BigTable };

    // Blocks (pastereader.cpp)
    void blocks(const GumboNode &node);
    void block(const GumboNode &node, const QByteArray &name);
    void paragraph(const GumboNode &node, int headingLevel);
    void list(const GumboNode &node, bool isNumbered);
    void listItem(const GumboNode &node, const QString &marker);
    void officeItem(const GumboNode &node, const OfficeListItem &item);
    void quote(const GumboNode &node);
    void code(const GumboNode &node);
    void addBlock(const QString &markdown, bool staysTight = false);
    void flush(); ///< ends a paragraph of bare text
    QStringList insideOf(const GumboNode &node);

    // Tables (pastetables.cpp)
    void table(const GumboNode &node);
    void rows(const GumboNode &node, PastedTable &table, bool inHead);
    QString cellText(const GumboNode &cell, bool isHead);
    void cellRuns(const GumboNode &node, InlineRuns &runs, const InlineStyle &style);

    // Words (pastewords.cpp)
    void words(const GumboNode &node, InlineRuns &runs, const InlineStyle &style);
    InlineStyle styleIn(const GumboNode &node, const QByteArray &name, InlineStyle style);
    QString linkOf(const GumboNode &node);
    void picture(const GumboNode &node, InlineRuns &runs);
    bool isSkipped(const GumboNode &node, const QByteArray &name);
    void lose(Loss what) { ++m_losses[static_cast<size_t>(what)]; }
    QStringList losses() const;

    PasteOptions m_options;
    PastedMarkdown m_paste;
    QStringList m_blocks;
    QList<bool> m_tight;   ///< of each block: no empty line before it
    InlineRuns m_bare;     ///< text that stands outside any paragraph
    int m_officeLevel = 0; ///< of Word's item before; 0: none
    int m_topHeading = 0;  ///< the highest level that occurs; 0: none
    std::array<int, 7> m_losses = {};
};

} // namespace kakehashi::takeover
