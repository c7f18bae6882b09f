#include "render/body/blocktree.h"

#include "render/body/fence.h"
#include "render/html.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

/// Blocks deeper than this are shown as text: nobody writes them, and each level costs stack.
constexpr size_t deepestNesting = 20;

class Splitter
{
public:
    Splitter(std::string_view body, Issues &issues) : m_body(body), m_issues(issues) {}

    BodyParts run()
    {
        size_t from = 0;
        for (m_line = 1; from < m_body.size(); ++m_line) {
            const size_t end = std::min(m_body.find('\n', from), m_body.size());
            takeLine(from, m_body.substr(from, end - from), std::min(end + 1, m_body.size()));
            from = end + 1;
        }
        flush(m_body.size());
        while (!m_open.empty())
            closeUnended();
        return std::move(m_top);
    }

private:
    BodyParts &parts() { return m_open.empty() ? m_top : m_open.back()->parts; }

    void takeLine(size_t from, std::string_view line, size_t next)
    {
        const bool raw = !m_open.empty() && m_open.back()->name == "html";
        if (!raw && m_code.covers(line))
            return;
        if (!raw && !m_open.empty() && m_open.back()->name == "columns" &&
            line.substr(0, 3) == "+++" &&
            line.find_first_not_of("+ \t\r") == std::string_view::npos) {
            flush(from);
            parts().push_back({BodyPart::Kind::Separator, {}, m_line, {}});
            startText(next);
            return;
        }
        const auto fence = readFence(line);
        if (!fence || (raw && !fence->closes))
            return;
        flush(from);
        if (fence->closes)
            close(*fence);
        else
            open(*fence);
        startText(next);
    }

    void startText(size_t at)
    {
        m_textFrom = at;
        m_textLine = m_line + 1;
    }

    void flush(size_t to)
    {
        if (to <= m_textFrom)
            return;
        const std::string_view text = m_body.substr(m_textFrom, to - m_textFrom);
        if (text.find_first_not_of(" \t\r\n") != std::string_view::npos)
            parts().push_back({BodyPart::Kind::Markdown, text, m_textLine, {}});
        m_textFrom = to;
    }

    void open(const Fence &fence)
    {
        if (m_open.size() == deepestNesting) {
            report("block-too-deep", Text::tr("Blocks are nested more than %1 deep. Take some out.")
                                         .arg(deepestNesting));
            return;
        }
        if (fence.malformed)
            report("block-attributes",
                   Text::tr("The part in braces after \"%1\" is not understood. Write "
                            "{name=value name=\"two words\"}.")
                       .arg(fromUtf8(fence.name)));
        auto block = std::make_shared<BlockNode>();
        block->name = fence.name;
        block->attributes = fence.attributes;
        block->line = m_line;
        block->colons = fence.colons;
        m_open.push_back(std::move(block));
    }

    void close(const Fence &fence)
    {
        const auto matches = [&](const auto &block) {
            return fence.name.empty() ? block->colons == fence.colons : block->name == fence.name;
        };
        const auto found = std::find_if(m_open.rbegin(), m_open.rend(), matches);
        if (found == m_open.rend()) {
            report("block-stray-end",
                   Text::tr("This line ends a block, but none was begun. Delete it, or add "
                            "\"::: name\" above."));
            return;
        }
        const auto inner = found - m_open.rbegin();
        for (auto each = inner; each > 0; --each)
            closeUnended();
        closeInnermost(m_line);
    }

    void closeUnended()
    {
        const int line = m_open.back()->line;
        const QString name = fromUtf8(m_open.back()->name);
        const QString fence(m_open.back()->colons, u':');
        m_issues.append({Severity::Must,
                         QStringLiteral("block-unclosed"),
                         Text::tr("The block \"%1\" never ends. Add a line \"%2\" where it should "
                                  "end.")
                             .arg(name, fence),
                         {{}, {}, line, 1, 0}});
        closeInnermost(std::max(line, m_line - 1));
    }

    void closeInnermost(int endLine)
    {
        const std::shared_ptr<BlockNode> block = m_open.back();
        m_open.pop_back();
        block->endLine = endLine;
        parts().push_back({BodyPart::Kind::Block, {}, block->line, block});
    }

    void report(const char *rule, const QString &text)
    {
        m_issues.append({Severity::Must, QString::fromLatin1(rule), text, {{}, {}, m_line, 1, 0}});
    }

    std::string_view m_body;
    Issues &m_issues;
    CodeFence m_code;
    BodyParts m_top;
    std::vector<std::shared_ptr<BlockNode>> m_open;
    int m_line = 1;
    size_t m_textFrom = 0;
    int m_textLine = 1;
};

} // namespace

std::string_view BlockNode::attribute(std::string_view wanted) const
{
    for (const BlockAttribute &each : attributes)
        if (each.name == wanted)
            return each.value;
    return {};
}

BodyParts splitBlocks(std::string_view body, Issues &issues)
{
    return Splitter(body, issues).run();
}

} // namespace kakehashi::render
