#include "render/templates/partials.h"

#include "render/html.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

constexpr int deepestNesting = 16;

struct PartialTag
{
    size_t begin = std::string::npos;
    size_t end = 0;
    std::string name;
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

PartialTag nextPartial(const std::string &text, size_t from)
{
    for (size_t at = text.find("{{", from); at != std::string::npos; at = text.find("{{", at + 2)) {
        size_t inside = at + 2;
        while (inside < text.size() && isSpace(text[inside]))
            ++inside;
        const size_t close = text.find("}}", inside);
        if (close == std::string::npos)
            break;
        if (inside >= text.size() || text[inside] != '>')
            continue;
        std::string name = text.substr(inside + 1, close - inside - 1);
        name.erase(std::remove_if(name.begin(), name.end(), isSpace), name.end());
        return {at, close + 2, std::move(name)};
    }
    return {};
}

/// A tag alone on its line takes the line with it, as mustache's specification has it.
void takeWholeLine(const std::string &text, PartialTag &tag)
{
    size_t begin = tag.begin;
    while (begin > 0 && isSpace(text[begin - 1]))
        --begin;
    size_t end = tag.end;
    while (end < text.size() && (isSpace(text[end]) || text[end] == '\r'))
        ++end;
    const bool startsLine = begin == 0 || text[begin - 1] == '\n';
    const bool endsLine = end == text.size() || text[end] == '\n';
    if (!startsLine || !endsLine)
        return;
    tag.begin = begin;
    tag.end = std::min(end + 1, text.size());
}

tl::unexpected<Error> wrong(const QString &file, const std::string &text, size_t at,
                            const QString &reason)
{
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    return fail(ErrorCode::Invalid, QStringLiteral("%1:%2: %3").arg(file).arg(line).arg(reason));
}

Result<std::string> expanded(const TemplateTexts &texts, const QString &file, int depth)
{
    const std::string &text = texts[file];
    std::string out;
    size_t from = 0;
    for (PartialTag tag = nextPartial(text, 0); tag.begin != std::string::npos;
         tag = nextPartial(text, from)) {
        const QString name = fromUtf8(tag.name);
        const QString partial = QStringLiteral("templates/partials/%1.mustache").arg(name);
        if (!texts.contains(partial))
            return wrong(file, text, tag.begin,
                         Text::tr("the partial \"%1\" is missing (%2)").arg(name, partial));
        if (depth == deepestNesting)
            return wrong(file, text, tag.begin,
                         Text::tr("the partial \"%1\" includes itself").arg(name));
        const auto inner = expanded(texts, partial, depth + 1);
        if (!inner)
            return passOn(inner);
        takeWholeLine(text, tag);
        out.append(text, from, tag.begin - from).append(*inner);
        from = tag.end;
    }
    return out.append(text, from);
}

} // namespace

Result<std::string> withPartials(const TemplateTexts &texts, const QString &file)
{
    return expanded(texts, file, 0);
}

std::string withoutIndentation(const std::string &text)
{
    if (text.find("<pre") != std::string::npos || text.find("<textarea") != std::string::npos)
        return text;
    std::string out;
    out.reserve(text.size());
    bool atStart = true;
    for (const char c : text) {
        if (atStart && isSpace(c))
            continue;
        atStart = c == '\n';
        out += c;
    }
    return out;
}

} // namespace kakehashi::render
