#include "render/templates/template.h"

#include "render/templates/partials.h"

#include <algorithm>

namespace kakehashi::render {
namespace {

tl::unexpected<Error> wrong(const QString &file, const std::string &text,
                            const Program::Mistake &mistake)
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(mistake.at, text.size()));
    return fail(ErrorCode::Invalid, QStringLiteral("%1:%2: %3")
                                        .arg(file)
                                        .arg(1 + std::count(text.begin(), end, '\n'))
                                        .arg(mistake.reason));
}

} // namespace

Result<std::shared_ptr<const Template>> Template::compile(const TemplateTexts &texts,
                                                          const QString &file)
{
    const std::string &text = texts[file];
    if (const auto alone = Program::compile(text); !alone)
        return wrong(file, text, alone.error());
    const auto whole = withPartials(texts, file);
    if (!whole)
        return passOn(whole);
    auto made = std::make_shared<Template>();
    made->m_file = file;
    made->m_text = withoutIndentation(*whole);
    auto program = Program::compile(made->m_text);
    if (!program)
        return wrong(file, made->m_text, program.error());
    made->m_program = std::move(*program);
    return std::shared_ptr<const Template>(std::move(made));
}

void Template::render(std::initializer_list<const Data *> layers, std::string &out) const
{
    m_program.run(layers, out);
}

} // namespace kakehashi::render
