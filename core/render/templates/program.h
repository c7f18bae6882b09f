#pragma once

#include "base/result.h"
#include "render/templates/data.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace kakehashi::render {

/// A mustache text as a row of steps: variables, unescaped variables, sections, inverted sections,
/// comments and other delimiters. Partials are put in place before (see withPartials); one that is
/// left renders as nothing. Lines on which nothing but sections stood and nothing came of them are
/// left out.
class Program
{
public:
    struct Mistake
    {
        size_t at = 0; ///< byte of the text
        QString reason;
    };

    /// Only the caller knows the file for a whole sentence, hence no Result.
    static tl::expected<Program, Mistake> compile(std::string_view text);

    /// Looks names up in the last layer first. Appends UTF-8. Any thread.
    void run(std::initializer_list<const Data *> layers, std::string &out) const;

private:
    friend class ProgramReader;
    friend class ProgramRun;

    enum class Act { Text, Escaped, Raw, Section, Inverted };

    struct Step
    {
        Act act = Act::Text;
        std::string text = {};                ///< of text: what is written
        size_t lineBreak = std::string::npos; ///< of text: its first line break
        size_t lineEnd = 0;                   ///< of text: behind that
        size_t lastLine = 0;                  ///< of text: behind its last line break
        std::vector<std::string> name = {};   ///< split at its dots, "." being one part
        size_t end = 0;                       ///< of a section: the step behind its last
    };

    std::vector<Step> m_steps;
};

} // namespace kakehashi::render
