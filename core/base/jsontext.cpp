#include "base/jsontext.h"

#include "base/utf8.h"

namespace kakehashi {
namespace {

constexpr bool needsEscape(unsigned char c)
{
    return (c == '"') | (c == '\\') | (c == '<') | (c < 0x20);
}

} // namespace

void JsonText::separate()
{
    if (!m_out.empty() && m_out.back() != '{' && m_out.back() != '[' && m_out.back() != ':')
        m_out += ',';
}

JsonText &JsonText::open(char bracket)
{
    separate();
    m_out += bracket;
    return *this;
}

JsonText &JsonText::close(char bracket)
{
    m_out += bracket;
    return *this;
}

JsonText &JsonText::key(std::string_view name)
{
    separate();
    m_out.append("\"").append(name).append("\":");
    return *this;
}

JsonText &JsonText::text(std::string_view utf8)
{
    constexpr std::string_view hex = "0123456789abcdef";
    separate();
    m_out += '"';
    for (size_t from = 0; from < utf8.size();) { // what needs no escape goes over in runs
        const size_t at = firstSpecial(utf8, from, needsEscape);
        m_out.append(utf8, from, at - from);
        from = at + 1;
        if (at == utf8.size())
            break;
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte == '"' || byte == '\\')
            (m_out += '\\') += utf8[at];
        else
            ((m_out += "\\u00") += hex[byte >> 4U]) += hex[byte & 15U];
    }
    m_out += '"';
    return *this;
}

JsonText &JsonText::text(QStringView value)
{
    std::string bytes;
    appendUtf8(bytes, value);
    return text(std::string_view(bytes));
}

JsonText &JsonText::number(qint64 number)
{
    return raw(std::to_string(number));
}

JsonText &JsonText::raw(std::string_view json)
{
    separate();
    m_out.append(json);
    return *this;
}

JsonText &JsonText::member(std::string_view name, std::string_view value)
{
    return value.empty() ? *this : key(name).text(value);
}

JsonText &JsonText::member(std::string_view name, QStringView value)
{
    return value.isEmpty() ? *this : key(name).text(value);
}

} // namespace kakehashi
