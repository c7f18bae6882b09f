#include "render/html.h"

#include "base/utf8.h"

#include <array>
#include <utility>

namespace kakehashi::render {
namespace {

constexpr std::array<std::pair<std::string_view, char>, 5> entities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

constexpr std::string_view entityOf(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

constexpr bool isMarkup(unsigned char c)
{
    return (c == '&') | (c == '<') | (c == '>') | (c == '"') | (c == '\'');
}

bool isSafeInHref(unsigned char c)
{
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
        return true;
    return std::string_view("-_.+!*(),%#@?=;:/$~").find(static_cast<char>(c)) !=
           std::string_view::npos;
}

} // namespace

std::string utf8(QStringView text)
{
    std::string out;
    appendUtf8(out, text);
    return out;
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void appendEscaped(std::string &out, std::string_view text)
{
    for (size_t from = 0; from < text.size();) {
        const size_t at = firstSpecial(text, from, isMarkup);
        out.append(text, from, at - from);
        if (at < text.size())
            out.append(entityOf(text[at]));
        from = at + 1;
    }
}

std::string escaped(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    appendEscaped(out, text);
    return out;
}

std::string escaped(QStringView text)
{
    return escaped(utf8(text));
}

void appendAttribute(std::string &out, std::string_view name, std::string_view value)
{
    out.append(" ").append(name).append("=\"");
    appendEscaped(out, value);
    out += '"';
}

void appendHref(std::string &out, std::string_view url)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (isSafeInHref(byte)) {
            out += c;
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '\'') {
            out += "&#x27;";
        } else {
            out += '%';
            out += hex[byte >> 4U];
            out += hex[byte & 15U];
        }
    }
}

std::string plainText(std::string_view html)
{
    std::string out;
    bool inTag = false;
    for (size_t at = 0; at < html.size(); ++at) {
        const char c = html[at];
        if (c == '<' || (inTag && c == '>')) {
            inTag = c == '<';
            continue;
        }
        if (inTag)
            continue;
        char plain = c == '\n' ? ' ' : c;
        for (const auto &[entity, meant] : entities)
            if (c == '&' && html.substr(at, entity.size()) == entity) {
                plain = meant;
                at += entity.size() - 1;
                break;
            }
        if (plain != ' ' || (!out.empty() && out.back() != ' '))
            out += plain;
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

std::string tableSize(size_t columns, size_t rows)
{
    constexpr size_t mostOnOnePage = 15;
    return " data-columns=\"" + std::to_string(columns) + '"' +
           (rows > mostOnOnePage ? " data-long" : "");
}

} // namespace kakehashi::render
