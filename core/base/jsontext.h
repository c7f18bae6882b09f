#pragma once

#include <QString>
#include <QtGlobal>

#include <string>
#include <string_view>

namespace kakehashi {

/// Writes JSON as text, in the order given. QJsonObject would sort and copy each value, which
/// took a sixth of a page's time. '<' is escaped, so the text may stand in a script element.
class JsonText
{
public:
    JsonText &open(char bracket);         ///< '{' or '['
    JsonText &close(char bracket);        ///< '}' or ']'
    JsonText &key(std::string_view name); ///< a name that needs no escaping
    JsonText &text(std::string_view utf8);
    JsonText &text(QStringView text);
    JsonText &number(qint64 number);
    JsonText &raw(std::string_view json); ///< a value that is JSON already

    /// key and text, left out when the text is empty.
    JsonText &member(std::string_view name, std::string_view utf8);
    JsonText &member(std::string_view name, QStringView value);

    std::string take() { return std::move(m_out); }

private:
    void separate();

    std::string m_out;
};

} // namespace kakehashi
