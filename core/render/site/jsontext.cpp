#include "render/site/jsontext.h"

#include "render/html.h"

namespace kakehashi::render {

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
    text(name);
    m_out += ':';
    return *this;
}

JsonText &JsonText::text(std::string_view utf8)
{
    constexpr std::string_view hex = "0123456789abcdef";
    separate();
    m_out += '"';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            m_out += '\\';
            m_out += c;
        } else if (byte < 0x20 || c == '<') {
            m_out.append("\\u00");
            m_out += hex[byte >> 4U];
            m_out += hex[byte & 15U];
        } else {
            m_out += c;
        }
    }
    m_out += '"';
    return *this;
}

JsonText &JsonText::text(QStringView value)
{
    return text(utf8(value));
}

JsonText &JsonText::number(int number)
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

} // namespace kakehashi::render
