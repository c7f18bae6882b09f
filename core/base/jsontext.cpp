#include "base/jsontext.h"

namespace kakehashi {

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
    size_t from = 0; // what needs no escape goes over in runs
    for (size_t at = 0; at < utf8.size(); ++at) {
        const char c = utf8[at];
        const auto byte = static_cast<unsigned char>(c);
        const bool quoted = c == '"' || c == '\\';
        if (!quoted && byte >= 0x20 && c != '<')
            continue;
        m_out.append(utf8, from, at - from);
        from = at + 1;
        if (quoted)
            (m_out += '\\') += c;
        else
            ((m_out += "\\u00") += hex[byte >> 4U]) += hex[byte & 15U];
    }
    m_out.append(utf8, from);
    m_out += '"';
    return *this;
}

JsonText &JsonText::text(QStringView value)
{
    const QByteArray bytes = value.toUtf8();
    return text(std::string_view(bytes.constData(), static_cast<size_t>(bytes.size())));
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
