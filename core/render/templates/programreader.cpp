#include "render/html.h"
#include "render/templates/program.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view spaces = " \t\r\n\f\v";
    const size_t from = std::min(text.find_first_not_of(spaces), text.size());
    return text.substr(from, text.find_last_not_of(spaces) + 1 - from);
}

std::vector<std::string> partsOf(std::string_view name)
{
    std::vector<std::string> parts;
    if (name == ".")
        return {"."};
    for (size_t from = 0; from <= name.size();) {
        const size_t to = std::min(name.find('.', from), name.size());
        parts.emplace_back(name.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

struct Delimiters
{
    std::string begin = "{{";
    std::string end = "}}";
};

/// Of "=<% %>=".
std::optional<Delimiters> delimitersOf(std::string_view tag)
{
    if (tag.size() < 5 || tag.back() != '=')
        return {};
    const std::string_view both = trimmed(tag.substr(1, tag.size() - 2));
    const size_t space = both.find(' ');
    const size_t next = both.find_first_not_of(' ', space);
    if (space == std::string_view::npos || next == std::string_view::npos)
        return {};
    const std::string_view begin = both.substr(0, space);
    const std::string_view end = both.substr(next);
    if ((std::string(begin) + std::string(end)).find_first_of("= \t\r\n") != std::string::npos)
        return {};
    return Delimiters{std::string(begin), std::string(end)};
}

} // namespace

class ProgramReader
{
public:
    explicit ProgramReader(std::string_view text) : m_text(text) {}

    tl::expected<Program, Program::Mistake> read()
    {
        size_t from = 0;
        while (from < m_text.size()) {
            const size_t begin = std::min(m_text.find(m_marks.begin, from), m_text.size());
            addText(m_text.substr(from, begin - from));
            if (begin == m_text.size())
                break;
            const auto end = tag(begin);
            if (!end)
                return tl::unexpected(end.error());
            from = *end;
        }
        if (!m_open.empty())
            return wrong(m_open.back().at,
                         Text::tr("the section \"%1\" never ends").arg(m_open.back().name));
        return std::move(m_program);
    }

private:
    struct Open
    {
        size_t step = 0;
        size_t at = 0;
        QString name;
    };
    using Outcome = tl::expected<size_t, Program::Mistake>;

    static tl::unexpected<Program::Mistake> wrong(size_t at, const QString &reason)
    {
        return tl::unexpected(Program::Mistake{at, reason});
    }

    void addText(std::string_view text)
    {
        if (text.empty())
            return;
        Program::Step step;
        step.text = text;
        step.lineBreak = text.find_first_of("\r\n");
        if (step.lineBreak != std::string_view::npos) {
            const bool two = text.substr(step.lineBreak, 2) == "\r\n";
            step.lineEnd = step.lineBreak + (two ? 2 : 1);
            step.lastLine = text.find_last_of("\r\n") + 1;
        }
        m_program.m_steps.push_back(std::move(step));
    }

    /// Returns where the text goes on.
    Outcome tag(size_t begin)
    {
        size_t inside = begin + m_marks.begin.size();
        const bool raw = m_marks.begin == "{{" && m_text.substr(inside, 1) == "{";
        const std::string ending = raw ? "}}}" : m_marks.end;
        inside += raw ? 1 : 0;
        const size_t close = m_text.find(ending, inside);
        if (close == std::string_view::npos)
            return wrong(begin, Text::tr("the tag that begins here never ends"));
        const std::string_view content = trimmed(m_text.substr(inside, close - inside));
        const size_t next = close + ending.size();
        if (raw)
            addName(Program::Act::Raw, content);
        else if (const auto taken = signedTag(begin, content); !taken)
            return taken;
        return next;
    }

    Outcome signedTag(size_t begin, std::string_view content)
    {
        const char sign = content.empty() ? ' ' : content.front();
        const std::string_view name = content.empty() ? content : trimmed(content.substr(1));
        switch (sign) {
        case '#':
        case '^':
            m_open.push_back({m_program.m_steps.size(), begin, fromUtf8(name)});
            addName(sign == '#' ? Program::Act::Section : Program::Act::Inverted, name);
            return begin;
        case '/':
            return closeSection(begin, fromUtf8(name));
        case '&':
            addName(Program::Act::Raw, name);
            return begin;
        case '=':
            return changeMarks(begin, content);
        case '!':
        case '>':
            return begin;
        default:
            addName(Program::Act::Escaped, content);
            return begin;
        }
    }

    void addName(Program::Act act, std::string_view name)
    {
        Program::Step step;
        step.act = act;
        step.name = partsOf(name);
        m_program.m_steps.push_back(std::move(step));
    }

    Outcome closeSection(size_t begin, const QString &name)
    {
        if (m_open.empty())
            return wrong(begin, Text::tr("the section \"%1\" ends but never began").arg(name));
        if (m_open.back().name != name)
            return wrong(
                m_open.back().at,
                Text::tr("the section \"%1\" is ended by \"%2\"").arg(m_open.back().name, name));
        m_program.m_steps[m_open.back().step].end = m_program.m_steps.size();
        m_open.pop_back();
        return begin;
    }

    Outcome changeMarks(size_t begin, std::string_view content)
    {
        const auto marks = delimitersOf(content);
        if (!marks)
            return wrong(begin, Text::tr("other delimiters are written {{=<% %>=}}"));
        m_marks = *marks;
        return begin;
    }

    std::string_view m_text;
    Delimiters m_marks;
    Program m_program;
    std::vector<Open> m_open;
};

tl::expected<Program, Program::Mistake> Program::compile(std::string_view text)
{
    return ProgramReader(text).read();
}

} // namespace kakehashi::render
