#include "render/body/htmlbody.h"

#include "render/html.h"
#include "security/htmlsanitizer.h"

#include <algorithm>

namespace kakehashi::render {
namespace {

/// One tag of sanitised HTML: well-formed, values in double quotes.
struct Tag
{
    size_t begin = std::string_view::npos;
    size_t end = 0; ///< behind '>'
    std::string_view name = {};
    std::string_view attributes = {};
    bool closes = false;
};

Tag nextTag(std::string_view html, size_t from)
{
    const size_t begin = html.find('<', from);
    if (begin == std::string_view::npos)
        return {};
    bool quoted = false;
    size_t end = begin + 1;
    for (; end < html.size() && (quoted || html[end] != '>'); ++end)
        quoted = html[end] == '"' ? !quoted : quoted;
    Tag tag{begin, std::min(end + 1, html.size())};
    std::string_view inside = html.substr(begin + 1, end - begin - 1);
    tag.closes = !inside.empty() && inside.front() == '/';
    if (tag.closes)
        inside.remove_prefix(1);
    const size_t nameEnd = std::min(inside.find_first_of(" /\n"), inside.size());
    tag.name = inside.substr(0, nameEnd);
    tag.attributes = inside.substr(nameEnd);
    return tag;
}

std::string unescaped(std::string_view value)
{
    // plainText decodes what we and the sanitiser write; a value holds no tags.
    return plainText(value);
}

std::string valueOf(const Tag &tag, std::string_view name)
{
    const std::string start = ' ' + std::string(name) + "=\"";
    const size_t at = tag.attributes.find(start);
    if (at == std::string_view::npos)
        return {};
    const size_t from = at + start.size();
    return unescaped(tag.attributes.substr(from, tag.attributes.find('"', from) - from));
}

bool isHeading(std::string_view name)
{
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

class HtmlWriter
{
public:
    HtmlWriter(std::string_view html, int firstLine, BodyWriter &body, std::string &out)
        : m_html(html), m_line(firstLine), m_body(body), m_out(out)
    {}

    void run()
    {
        size_t from = 0;
        for (Tag tag = nextTag(m_html, 0); tag.begin != std::string_view::npos;
             tag = nextTag(m_html, from)) {
            copy(from, tag.begin);
            if (tag.name == "a")
                anchor(tag);
            else if (tag.name == "img")
                picture(tag);
            else if (isHeading(tag.name))
                heading(tag);
            else
                copy(tag.begin, tag.end);
            from = tag.end;
        }
        copy(from, m_html.size());
    }

private:
    void copy(size_t from, size_t to)
    {
        const std::string_view text = m_html.substr(from, to - from);
        m_line += static_cast<int>(std::count(text.begin(), text.end(), '\n'));
        m_out.append(text);
    }

    void anchor(const Tag &tag)
    {
        if (tag.closes) {
            m_out.append(linkNote(m_link, std::string_view(m_out).substr(m_linkStart)));
            m_out.append("</a>");
            m_link = {};
            return;
        }
        const std::string href = valueOf(tag, "href");
        m_link = m_body.link(href, m_line);
        m_out.append("<a");
        if (!m_link.href.empty()) {
            m_out.append(" href=\"");
            appendHref(m_out, m_link.href);
            m_out += '"';
        }
        if (const std::string id = valueOf(tag, "id"); !id.empty())
            appendAttribute(m_out, "id", id);
        if (m_link.external)
            m_out.append(" class=\"external\" rel=\"noopener\"");
        m_out += '>';
        m_linkStart = m_out.size();
    }

    void picture(const Tag &tag)
    {
        const std::string source = valueOf(tag, "src");
        const bool ours = source.rfind("media:", 0) == 0 || source.rfind("/media/", 0) == 0;
        if (!ours) {
            copy(tag.begin, tag.end);
            return;
        }
        const std::string name = source.substr(source.front() == '/' ? 7 : 6);
        if (const content::MediaAsset *asset = m_body.media(name, m_line))
            m_body.writePicture(*asset, valueOf(tag, "alt"), m_line, m_out);
        else
            appendEscaped(m_out, valueOf(tag, "alt"));
    }

    void heading(const Tag &tag)
    {
        // The page's title is the only h1.
        const char digit = tag.name[1] == '1' ? '2' : tag.name[1];
        if (tag.closes) {
            m_out.append("</h").append(1, digit).append(">");
            return;
        }
        const std::string end = "</" + std::string(tag.name) + '>';
        const size_t to = std::min(m_html.find(end, tag.end), m_html.size());
        const std::string words = escaped(plainText(m_html.substr(tag.end, to - tag.end)));
        const std::string id = m_body.headings().add(digit - '0', words, valueOf(tag, "id"));
        m_out.append("<h").append(1, digit);
        appendAttribute(m_out, "id", id);
        m_out += '>';
    }

    std::string_view m_html;
    int m_line;
    BodyWriter &m_body;
    std::string &m_out;
    Link m_link;
    size_t m_linkStart = 0;
};

} // namespace

void writeHtml(std::string_view html, int firstLine, BodyWriter &body, std::string &out)
{
    const auto clean =
        security::sanitizeHtml(QByteArrayView(html.data(), static_cast<qsizetype>(html.size())));
    for (const Issue &issue : clean.issues)
        body.report(issue.severity, issue.rule.toLatin1().constData(), issue.text,
                    firstLine + std::max(1, issue.place.line) - 1);
    const std::string_view safe(clean.html.constData(), static_cast<size_t>(clean.html.size()));
    HtmlWriter(safe, firstLine, body, out).run();
}

} // namespace kakehashi::render
