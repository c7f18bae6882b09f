#include "render/body/htmlbody.h"

#include "render/html.h"
#include "security/htmlsanitizer.h"

#include <algorithm>
#include <utility>

namespace kakehashi::render {
namespace {

std::string unescaped(std::string_view value)
{
    // plainText decodes what we and the sanitiser write; a value holds no tags.
    return plainText(value);
}

std::string valueOf(const HtmlTag &tag, std::string_view name)
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

Link openAnchor(const HtmlTag &tag, int line, BodyWriter &body, std::string &out)
{
    Link link = body.link(valueOf(tag, "href"), line);
    out.append("<a");
    if (!link.href.empty()) {
        out.append(" href=\"");
        appendHref(out, link.href);
        out += '"';
    }
    if (const std::string id = valueOf(tag, "id"); !id.empty())
        appendAttribute(out, "id", body.headings().claim(id));
    for (const char *kept : {"title", "lang", "hreflang", "download"})
        if (const std::string value = valueOf(tag, kept); !value.empty())
            appendAttribute(out, kept, value);
    std::string classes = valueOf(tag, "class");
    if (link.external)
        classes += classes.empty() ? "external" : " external";
    if (!classes.empty())
        appendAttribute(out, "class", classes);
    out.append(link.external ? " rel=\"noopener\">" : ">");
    return link;
}

void picture(const HtmlTag &tag, std::string_view html, int line, BodyWriter &body,
             std::string &out)
{
    const std::string source = valueOf(tag, "src");
    const bool ours = source.rfind("media:", 0) == 0 || source.rfind("/media/", 0) == 0;
    if (!ours) {
        if (!source.empty() && source.find(':') == std::string::npos)
            body.link(source, line); // tells when nothing is there
        out.append(html.substr(tag.begin, tag.end - tag.begin));
        return;
    }
    const std::string name = source.substr(source.front() == '/' ? 7 : 6);
    if (const content::MediaAsset *asset = body.media(name, line))
        body.writePicture(*asset, valueOf(tag, "alt"), line, out);
    else
        appendEscaped(out, valueOf(tag, "alt"));
}

void openHeading(const HtmlTag &tag, std::string_view words, BodyWriter &body, std::string &out)
{
    const std::string_view name = writtenName(tag.name);
    const std::string id =
        body.headings().add(name[1] - '0', escaped(plainText(words)), valueOf(tag, "id"));
    out.append("<").append(name);
    appendAttribute(out, "id", id);
    out += '>';
}

/// An element that links may lead to.
void openNamed(const HtmlTag &tag, BodyWriter &body, std::string &out)
{
    const std::string_view start = " id=\"";
    const size_t at = tag.attributes.find(start);
    const size_t end = tag.attributes.find('"', at + start.size());
    out.append("<").append(tag.name).append(tag.attributes.substr(0, at));
    appendAttribute(out, "id", body.headings().claim(valueOf(tag, "id")));
    out.append(tag.attributes.substr(std::min(end + 1, tag.attributes.size()))).append(">");
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
        for (HtmlTag tag = nextTag(m_html, 0); tag.begin != std::string_view::npos;
             tag = nextTag(m_html, from)) {
            copy(from, tag.begin);
            if (tag.closes)
                close(tag);
            else
                open(tag);
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

    void open(const HtmlTag &tag)
    {
        std::string_view words;
        if (isHeading(tag.name)) {
            const std::string end = "</" + std::string(tag.name) + '>';
            const size_t to = std::min(m_html.find(end, tag.end), m_html.size());
            words = m_html.substr(tag.end, to - tag.end);
        }
        const std::string_view html = m_html.substr(tag.begin, tag.end - tag.begin);
        Link link = writeTag(html, words, m_line, m_body, m_out);
        m_line += static_cast<int>(std::count(html.begin(), html.end(), '\n'));
        if (tag.name != "a")
            return;
        m_link = std::move(link);
        m_linkStart = m_out.size();
    }

    void close(const HtmlTag &tag)
    {
        if (tag.name == "a")
            m_out.append(
                linkNote(std::exchange(m_link, {}), std::string_view(m_out).substr(m_linkStart)));
        m_out.append("</").append(writtenName(tag.name)).append(">");
    }

    std::string_view m_html;
    int m_line;
    BodyWriter &m_body;
    std::string &m_out;
    Link m_link;
    size_t m_linkStart = 0;
};

} // namespace

HtmlTag nextTag(std::string_view html, size_t from)
{
    const size_t begin = html.find('<', from);
    if (begin == std::string_view::npos)
        return {};
    bool quoted = false;
    size_t end = begin + 1;
    for (; end < html.size() && (quoted || html[end] != '>'); ++end)
        quoted = html[end] == '"' ? !quoted : quoted;
    HtmlTag tag{begin, std::min(end + 1, html.size())};
    std::string_view inside = html.substr(begin + 1, end - begin - 1);
    tag.closes = !inside.empty() && inside.front() == '/';
    if (tag.closes)
        inside.remove_prefix(1);
    const size_t nameEnd = std::min(inside.find_first_of(" /\n"), inside.size());
    tag.name = inside.substr(0, nameEnd);
    tag.attributes = inside.substr(nameEnd);
    return tag;
}

Link writeTag(std::string_view html, std::string_view words, int line, BodyWriter &body,
              std::string &out)
{
    const HtmlTag tag = nextTag(html, 0);
    if (tag.name == "a")
        return openAnchor(tag, line, body, out);
    if (tag.name == "img")
        picture(tag, html, line, body, out);
    else if (isHeading(tag.name))
        openHeading(tag, words, body, out);
    else if (tag.attributes.find(" id=\"") != std::string_view::npos)
        openNamed(tag, body, out);
    else
        out.append(html);
    return {};
}

std::string_view writtenName(std::string_view name)
{
    return name == "h1" ? "h2" : name;
}

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
