#include "render/body/bodywriter.h"

#include "render/blocks/block.h"
#include "render/body/definitions.h"
#include "render/body/htmlbody.h"
#include "render/html.h"
#include "render/markdown/hiddenhtml.h"
#include "render/markdown/markdownwriter.h"
#include "render/markdown/parse.h"
#include "render/media/picture.h"
#include "security/htmltags.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

/// Not valid in UTF-8, so no text can hold it.
constexpr std::string_view contentsMark = "\xFF";

/// The longest body that is laid out; more is shown as plain text. A megabyte of Markdown is some
/// 300 printed pages.
constexpr qsizetype longestBody = 4'000'000;

} // namespace

BodyWriter::BodyWriter(const SiteIndex &index, const PageValue &page) : m_index(index), m_page(page)
{}

std::string BodyWriter::writeBody()
{
    QString text = m_page.content.body;
    text.replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter)); // CommonMark 2.3
    const std::string body = utf8(text);
    std::string out;
    out.reserve(body.size() * 2);
    if (m_page.content.format == content::BodyFormat::Html) {
        writeSanitized(body, 1, out);
        followMoved(out);
        return out;
    }
    if (m_page.content.body.size() > longestBody) {
        report(Severity::Must, "body-too-long",
               Text::tr("The page is too long to be laid out. Split it into several."), 1);
        return "<pre>" + escaped(body) + "</pre>\n";
    }
    const BodyParts parts = splitBlocks(body, m_issues);
    for (Issue &issue : m_issues)
        issue.place.pagePath = m_page.path;
    if (parts.size() > 1)
        m_definitions = definitionsOf(body);
    writeParts(parts, out);
    followMoved(out);
    writeFootnotes(out);
    fillContents(out);
    return out;
}

void BodyWriter::writeParts(const BodyParts &parts, std::string &out)
{
    m_tornHtml.enter();
    for (const BodyPart &part : parts) {
        if (part.kind == BodyPart::Kind::Markdown)
            writeMarkdown(part.text, part.line, out);
        else if (part.kind == BodyPart::Kind::Block)
            writeBlock(*part.block, out);
    }
    m_tornHtml.leave(out, *this);
}

void BodyWriter::writeBlock(const BlockNode &block, std::string &out)
{
    if (const Block *known = blockNamed(block.name)) {
        if (!out.empty() && out.back() != '\n')
            out += '\n';
        known->write(block, *this, out);
        return;
    }
    report(Severity::Must, "block-unknown",
           Text::tr("There is no block named \"%1\". Its content is shown without it. The names "
                    "are: %2.")
               .arg(fromUtf8(block.name), blockNames().join(QStringLiteral(", "))),
           block.line);
    if (m_index.options().preview)
        out.append("<p class=\"block-error\"")
            .append(marks(block))
            .append(">")
            .append(escaped(m_issues.last().text))
            .append("</p>\n");
    writeParts(block.parts, out);
}

void BodyWriter::writeMarkdown(std::string_view text, int firstLine, std::string &out)
{
    const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    if (isTooDeep(text)) {
        report(
            Severity::Must, "markdown-too-deep",
            Text::tr("Quotes or lists are nested too deep here, or too many pictures stand in one "
                     "paragraph. The part is shown as it was typed. Divide it."),
            firstLine);
        out.append("<pre").append(marks(firstLine, firstLine + lines)).append(">");
        appendEscaped(out, text);
        out.append("</pre>\n");
        return;
    }
    const int outerLastLine = m_lastLine;
    m_lastLine = firstLine + lines;
    const std::string extended =
        m_definitions.empty() ? std::string() : withDefinitions(text, m_definitions);
    const std::string_view source = extended.empty() ? text : std::string_view(extended);
    const std::string shown = withoutHiddenHtml(source);
    const std::string_view visible = shown.empty() ? source : std::string_view(shown);
    const Document document = parseMarkdown(visible);
    MarkdownWriter(*this, firstLine, out).write(document.get(), visible);
    m_lastLine = outerLastLine;
}

void BodyWriter::writeSanitized(std::string_view html, int firstLine, std::string &out)
{
    writeHtml(html, firstLine, *this, out);
}

void BodyWriter::writeHtmlPiece(std::string_view html, int firstLine, std::string &out)
{
    const auto part =
        security::tokensOf(QByteArrayView(html.data(), static_cast<qsizetype>(html.size())));
    if (security::isComplete(part))
        writeSanitized(html, firstLine, out);
    else
        m_tornHtml.write(html, firstLine, *this, out);
}

void BodyWriter::setTableCaption(std::string caption, bool rowHeaders)
{
    m_table = {std::move(caption), rowHeaders};
}

BodyWriter::TableSettings BodyWriter::takeTableSettings()
{
    return std::exchange(m_table, {});
}

std::string BodyWriter::marks(int line, int endLine) const
{
    const bool isRepetition = m_lastLine > 0 && line > m_lastLine;
    if (!m_index.options().preview || isRepetition)
        return {};
    if (m_lastLine > 0)
        endLine = std::min(endLine, m_lastLine);
    return " data-line=\"" + std::to_string(line) + "\" data-end=\"" + std::to_string(endLine) +
           '"';
}

Link BodyWriter::link(std::string_view href, int line)
{
    Link link = resolveLink(m_index, m_page, href, m_uses);
    if (!link.problem.empty())
        report(Severity::Must, link.problem.c_str(), link.problemText, line);
    return link;
}

const content::MediaAsset *BodyWriter::media(std::string_view name, int line)
{
    if (name.substr(0, 6) == "media:")
        name.remove_prefix(6);
    const QString file = fromUtf8(name);
    const content::MediaAsset *asset = m_index.mediaNamed(file);
    if (!asset)
        report(Severity::Must, "media-missing",
               Text::tr("The file \"%1\" is not among the media. Add it, or correct the name.")
                   .arg(file),
               line);
    return asset;
}

void BodyWriter::writePicture(const content::MediaAsset &asset, std::string_view alt, int line,
                              std::string &out)
{
    if (!isPicture(asset)) {
        report(Severity::Must, "media-no-picture",
               Text::tr("\"%1\" is no picture. Link to it instead: [text](media:%1).")
                   .arg(asset.fileName),
               line);
        return;
    }
    const std::string words = alt.empty() && !asset.decorative ? utf8(asset.alt) : std::string(alt);
    if (words.empty() && !asset.decorative)
        report(Severity::Must, "image-alt",
               Text::tr("The picture \"%1\" has no alternative text. Write what it shows, or mark "
                        "it as decoration among the media.")
                   .arg(asset.fileName),
               line);
    const PictureSource source = pictureSource(asset, m_index.options().media, m_uses);
    out.append("<img");
    appendAttribute(out, "src", source.src);
    if (!source.srcset.empty()) {
        appendAttribute(out, "srcset", source.srcset);
        out.append(" sizes=\"(min-width: 48rem) 45rem, 100vw\"");
    }
    if (source.width > 0) {
        appendAttribute(out, "width", std::to_string(source.width));
        appendAttribute(out, "height", std::to_string(source.height));
    }
    appendAttribute(out, "alt", words);
    out.append(" loading=\"lazy\" decoding=\"async\">");
}

void BodyWriter::report(Severity severity, const char *rule, const QString &text, int line)
{
    if (m_lastLine == 0 || line <= m_lastLine)
        m_issues.append({severity, QString::fromLatin1(rule), text, {m_page.path, {}, line, 1, 0}});
}

BodyWriter::Footnote &BodyWriter::footnote(const std::string &label)
{
    const auto found = std::find_if(m_footnotes.begin(), m_footnotes.end(),
                                    [&](const Footnote &each) { return each.label == label; });
    return found != m_footnotes.end() ? *found : m_footnotes.emplace_back(Footnote{label});
}

int BodyWriter::footnoteNumber(const std::string &label, int place)
{
    Footnote &note = footnote(label);
    note.places.push_back(place);
    return static_cast<int>(&note - m_footnotes.data()) + 1;
}

void BodyWriter::setFootnote(const std::string &label, std::string html)
{
    footnote(label).html = std::move(html);
}

/// Links of one name must not lead to different places. `place` is 0 where the note has but one.
std::string BodyWriter::wayBack(size_t note, size_t place) const
{
    std::string name(word(BodyWord::BackToFootnote));
    name += std::to_string(note);
    if (place > 0)
        name.append(word(BodyWord::PlaceBefore))
            .append(std::to_string(place))
            .append(word(BodyWord::PlaceAfter));
    return name.append(word(BodyWord::BackEnd));
}

void BodyWriter::writeFootnotes(std::string &out) const
{
    if (m_footnotes.empty())
        return;
    out.append("<section class=\"footnotes\" aria-label=\"")
        .append(word(BodyWord::Footnotes))
        .append("\">\n<ol>\n");
    for (size_t index = 0; index < m_footnotes.size(); ++index) {
        const Footnote &note = m_footnotes[index];
        std::string_view html = note.html;
        html = html.substr(0, html.find_last_not_of('\n') + 1);
        const bool endsWithParagraph = html.ends_with("</p>");
        if (endsWithParagraph) // the way back stands in its last line
            html.remove_suffix(4);
        out.append("<li id=\"fn-").append(std::to_string(index + 1)).append("\">").append(html);
        for (size_t at = 0; at < note.places.size(); ++at)
            out.append(" <a class=\"footnote-back\" href=\"#fnref-")
                .append(std::to_string(note.places[at]))
                .append("\" aria-label=\"")
                .append(wayBack(index + 1, note.places.size() > 1 ? at + 1 : 0))
                .append("\">↩</a>");
        out.append(endsWithParagraph ? "</p></li>\n" : "</li>\n");
    }
    out.append("</ol>\n</section>\n");
}

void BodyWriter::writeContentsMark(int line, int endLine, std::string &out)
{
    out.append("<nav class=\"block-toc\" aria-label=\"")
        .append(word(BodyWord::Contents))
        .append("\"")
        .append(marks(line, endLine))
        .append(">\n");
    out.append("<p class=\"block-toc__title\">").append(word(BodyWord::Contents)).append("</p>\n");
    out.append(contentsMark).append("</nav>\n");
}

/// Links within the page to a heading called "Main" were written before it got another id than the
/// theme's. Those to footnotes are made here and are right.
void BodyWriter::followMoved(std::string &html) const
{
    for (const auto &[wanted, given] : m_headings.moved()) {
        if (wanted.starts_with("fn"))
            continue;
        const std::string before = " href=\"#" + wanted + '"';
        const std::string after = " href=\"#" + given + '"';
        for (size_t at = html.find(before); at != std::string::npos;
             at = html.find(before, at + after.size()))
            html.replace(at, before.size(), after);
    }
}

void BodyWriter::fillContents(std::string &html) const
{
    for (size_t at = html.find(contentsMark); at != std::string::npos;
         at = html.find(contentsMark, at))
        html.replace(at, contentsMark.size(), m_headings.contents());
}

} // namespace kakehashi::render
