#include "render/body/tornhtml.h"

#include "base/encoding.h"
#include "render/body/bodywriter.h"
#include "render/body/htmlbody.h"
#include "render/html.h"
#include "security/htmlallowlist.h"
#include "security/htmltags.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::render {
namespace {

using security::HtmlToken;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

/// Nobody nests deeper, and browsers do not either.
constexpr size_t deepest = 100;

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<size_t>(bytes.size())};
}

void tell(const Issues &issues, int firstLine, BodyWriter &body)
{
    for (const Issue &issue : issues)
        body.report(issue.severity, issue.rule.toLatin1().constData(), issue.text,
                    firstLine + std::max(1, issue.place.line) - 1);
}

/// What stands between the tag at `at` and its end, as far as it is in this piece.
std::string wordsUpToEnd(const std::vector<HtmlToken> &tokens, size_t at, bool &isEnded)
{
    std::string words;
    for (size_t each = at + 1; each < tokens.size(); ++each) {
        isEnded =
            tokens[each].kind == HtmlToken::Kind::Close && tokens[each].name == tokens[at].name;
        if (isEnded)
            break;
        if (tokens[each].kind == HtmlToken::Kind::Text)
            words.append(viewOf(security::cleanText(tokens[each].source)));
    }
    return words;
}

/// Takes out of the text and puts into it, places in rising order.
struct Edit
{
    size_t at;
    size_t removed;
    std::string inserted;
};

std::string edited(const std::string &text, const std::vector<Edit> &edits)
{
    std::string out;
    size_t copied = 0;
    for (const Edit &edit : edits) {
        if (edit.at > copied)
            out.append(text, copied, edit.at - copied);
        copied = std::max(copied, edit.at + edit.removed);
        out.append(edit.inserted);
    }
    return out.append(text, copied, std::string::npos);
}

} // namespace

void TornHtml::enter()
{
    m_containers.emplace_back();
}

void TornHtml::leave(std::string &out, BodyWriter &body)
{
    const Opens opens = std::move(m_containers.back());
    m_containers.pop_back();
    if (opens.empty())
        return;
    std::vector<Edit> edits;
    for (auto open = opens.rbegin(); open != opens.rend(); ++open) {
        body.report(Severity::Should, "html-dropped",
                    Text::tr("<%1> is never ended here. Add </%1> where it should end.")
                        .arg(fromUtf8(open->name)),
                    open->line);
        if (open->isCrossed)
            edits.push_back({open->begin, open->end - open->begin, {}});
        else
            edits.push_back({open->pieceEnd, 0, "</" + open->written + '>'});
    }
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit &a, const Edit &b) { return a.at < b.at; });
    out = edited(out, edits);
}

void TornHtml::write(std::string_view html, int line, BodyWriter &body, std::string &out)
{
    const bool isAlone = m_containers.empty();
    if (isAlone)
        enter();
    ++m_piece;
    const security::HtmlTokens part =
        security::tokensOf(QByteArrayView(html.data(), static_cast<qsizetype>(html.size())));
    tell(part.issues, line, body);
    for (size_t at = 0; at < part.tokens.size(); ++at) {
        const HtmlToken &token = part.tokens[at];
        const int tokenLine = line + token.line;
        if (token.kind == HtmlToken::Kind::Text)
            out.append(viewOf(security::cleanText(token.source)));
        else if (token.kind == HtmlToken::Kind::Unknown)
            body.report(Severity::Should, "html-dropped",
                        Text::tr("HTML has no tag %1; it was left out.")
                            .arg(leftOf(QString::fromUtf8(token.source), 60)),
                        tokenLine);
        else if (token.kind == HtmlToken::Kind::Close)
            close(token, tokenLine, body, out);
        else
            open(part.tokens, at, tokenLine, body, out);
    }
    for (Open &open : m_containers.back())
        if (open.piece == m_piece)
            open.pieceEnd = out.size();
    if (isAlone)
        leave(out, body);
}

void TornHtml::open(const std::vector<HtmlToken> &tokens, size_t at, int line, BodyWriter &body,
                    std::string &out)
{
    Opens &opens = m_containers.back();
    const HtmlToken &token = tokens[at];
    while (!opens.empty() &&
           (security::endsBefore(QByteArray::fromStdString(opens.back().name), token.name) ||
            (opens.back().name == "p" && token.name == "p")))
        closeLast(out);
    Issues issues;
    const QByteArray clean = security::cleanTag(token, issues);
    for (Issue &issue : issues)
        issue.place.line = 1;
    tell(issues, line, body);
    const std::string name = token.name.toStdString();
    if (clean.isEmpty())
        return;
    if (token.kind == HtmlToken::Kind::Whole) {
        writeTag(viewOf(clean), {}, line, body, out);
        if (!security::isVoidElement(token.name))
            out.append("</").append(writtenName(name)).append(">");
        return;
    }
    if (opens.size() >= deepest)
        return;
    Open open;
    open.name = name;
    open.written = writtenName(name);
    open.begin = out.size();
    open.piece = m_piece;
    open.line = line;
    bool isEnded = false;
    const bool needsWords = name == "p" || (name.size() == 2 && name[0] == 'h');
    const std::string words = needsWords ? wordsUpToEnd(tokens, at, isEnded) : std::string();
    std::string tag(viewOf(clean));
    // Paragraphs cannot stand in one another: what holds those between the pieces is a division.
    if (name == "p" && !isEnded) {
        open.written = "div";
        tag.replace(0, 2, "<div");
    }
    open.link = writeTag(tag, words, line, body, out);
    open.end = out.size();
    opens.push_back(std::move(open));
}

void TornHtml::closeLast(std::string &out)
{
    Opens &opens = m_containers.back();
    const Open last = std::move(opens.back());
    opens.pop_back();
    if (last.name == "a")
        out.append(linkNote(last.link, std::string_view(out).substr(last.end)));
    out.append("</").append(last.written).append(">");
    // What began in its piece around it and goes on: if that never ends, it cannot end there.
    for (Open &open : opens)
        open.isCrossed = open.isCrossed || (open.piece == last.piece && last.piece != m_piece);
}

void TornHtml::goOn(const std::string &name, int line, size_t begin, size_t end,
                    const std::string &out)
{
    if (m_containers.empty() || m_containers.back().size() >= deepest)
        return;
    Open open;
    open.name = open.written = name;
    open.begin = begin;
    open.end = end;
    open.pieceEnd = out.size();
    open.piece = ++m_piece;
    open.line = line;
    m_containers.back().push_back(std::move(open));
}

bool TornHtml::isOpen(std::string_view name) const
{
    return !m_containers.empty() &&
           std::any_of(m_containers.back().begin(), m_containers.back().end(),
                       [&](const Open &open) { return open.name == name; });
}

void TornHtml::end(std::string_view name, std::string &out)
{
    while (isOpen(name)) {
        const bool isIt = m_containers.back().back().name == name;
        closeLast(out);
        if (isIt)
            return;
    }
}

void TornHtml::close(const HtmlToken &token, int line, BodyWriter &body, std::string &out)
{
    if (!isOpen(viewOf(token.name)))
        return body.report(Severity::Should, "html-dropped",
                           Text::tr("</%1> ends nothing here and was left out.")
                               .arg(QString::fromUtf8(token.name)),
                           line);
    end(viewOf(token.name), out);
}

} // namespace kakehashi::render
