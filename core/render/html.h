#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace kakehashi::render {

/// HTML is built as UTF-8 in std::string: it is what templates and cmark speak, so no page is
/// converted twice.
std::string utf8(QStringView text);
QString fromUtf8(std::string_view text);

/// Escapes & < > " and ' so that the text is safe in content and in quoted attributes.
void appendEscaped(std::string &out, std::string_view text);
std::string escaped(std::string_view text);
std::string escaped(QStringView text);

/// ` name="value"` with the value escaped.
void appendAttribute(std::string &out, std::string_view name, std::string_view value);

/// Percent-encodes what may not stand in an URL, as cmark's reference renderer does; the result
/// is HTML-escaped too.
void appendHref(std::string &out, std::string_view url);

/// The text between tags, entities decoded only for &amp; &lt; &gt; &quot; &#39;. For descriptions
/// and feeds, of HTML that we made ourselves.
std::string plainText(std::string_view html);

/// What a theme lays a table out by, for the element around it: ` data-columns="3" data-long`, the
/// latter for one that may need more than a page.
std::string tableSize(size_t columns, size_t rows);

} // namespace kakehashi::render
