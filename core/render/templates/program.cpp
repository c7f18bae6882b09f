#include "render/templates/program.h"

#include "render/html.h"

#include <algorithm>

namespace kakehashi::render {

/// One filling in: the layers as they are now, and how far the present line has come.
class ProgramRun
{
public:
    ProgramRun(const std::vector<Program::Step> &steps, std::initializer_list<const Data *> layers,
               std::string &out)
        : m_steps(steps), m_layers(layers), m_out(out), m_lineStart(out.size())
    {
        m_layers.reserve(16);
    }

    void whole()
    {
        run(0, m_steps.size());
        if (m_hadSection && isBlankLine())
            m_out.resize(m_lineStart);
    }

private:
    void run(size_t from, size_t to)
    {
        while (from < to) {
            const Program::Step &step = m_steps[from];
            take(step, from);
            from = step.act == Program::Act::Section || step.act == Program::Act::Inverted
                       ? step.end
                       : from + 1;
        }
    }

    void take(const Program::Step &step, size_t at)
    {
        if (step.act == Program::Act::Text) {
            text(step);
            return;
        }
        const Data *found = find(step.name);
        switch (step.act) {
        case Program::Act::Escaped:
            if (found)
                appendEscaped(m_out, found->text());
            break;
        case Program::Act::Raw:
            if (found)
                m_out.append(found->text());
            break;
        case Program::Act::Section:
            if (found && !found->isFalse())
                section(at + 1, step.end, found);
            break;
        case Program::Act::Inverted:
            if (!found || found->isFalse())
                within(at + 1, step.end, found);
            break;
        default:
            break;
        }
    }

    void text(const Program::Step &step)
    {
        if (step.lineBreak == std::string::npos) {
            m_out.append(step.text);
            return;
        }
        const std::string_view written = step.text;
        const bool isLeftOut =
            m_hadSection && isBlankLine() && isBlank(written.substr(0, step.lineBreak));
        if (isLeftOut)
            m_out.resize(m_lineStart);
        m_out.append(written.substr(isLeftOut ? step.lineEnd : 0));
        m_lineStart = m_out.size() - (step.text.size() - step.lastLine);
        m_hadSection = false;
    }

    void section(size_t from, size_t to, const Data *value)
    {
        const std::vector<Data> *items = value->list();
        if (!items) {
            within(from, to, value);
            return;
        }
        for (const Data &item : *items)
            within(from, to, &item);
    }

    void within(size_t from, size_t to, const Data *layer)
    {
        m_hadSection = true;
        if (layer)
            m_layers.push_back(layer);
        run(from, to);
        if (layer)
            m_layers.pop_back();
        m_hadSection = true;
    }

    static bool isBlank(std::string_view text)
    {
        return text.find_first_not_of(" \t") == std::string_view::npos;
    }

    bool isBlankLine() const { return isBlank(std::string_view(m_out).substr(m_lineStart)); }

    const Data *find(const std::vector<std::string> &name) const
    {
        if (name.front() == ".")
            return m_layers.back();
        const Data *found = nullptr;
        for (auto layer = m_layers.rbegin(); !found && layer != m_layers.rend(); ++layer)
            found = (*layer)->get(name.front());
        for (size_t part = 1; found && part < name.size(); ++part)
            found = found->get(name[part]);
        return found;
    }

    const std::vector<Program::Step> &m_steps;
    std::vector<const Data *> m_layers;
    std::string &m_out;
    size_t m_lineStart;
    bool m_hadSection = false; ///< a section began or ended in the present line
};

void Program::run(std::initializer_list<const Data *> layers, std::string &out) const
{
    ProgramRun(m_steps, layers, out).whole();
}

} // namespace kakehashi::render
