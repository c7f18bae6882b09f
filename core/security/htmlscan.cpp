#include "security/htmlscan.h"

namespace kakehashi::security {
namespace {

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/// The position after the ">" that ends a tag, quoted values heeded.
qsizetype endOfTag(const QByteArray &html, qsizetype at)
{
    char quote = 0;
    char before = 0;
    for (; at < html.size(); ++at) {
        const char c = html[at];
        if (quote)
            quote = c == quote ? char(0) : quote;
        else if (c == '>')
            return at + 1;
        else if ((c == '"' || c == '\'') && before == '=')
            quote = c;
        if (!isSpace(c))
            before = c;
    }
    return html.size();
}

/// The position after what begins at `at` and is no tag: a comment, a declaration, a lone "<".
qsizetype endOfOther(const QByteArray &html, qsizetype at)
{
    const char next = at + 1 < html.size() ? html[at + 1] : ' ';
    if (next != '!' && next != '?' && next != '/')
        return at + 1;
    if (!QByteArrayView(html).sliced(at).startsWith("<!--")) {
        const qsizetype end = html.indexOf('>', at);
        return end < 0 ? html.size() : end + 1;
    }
    for (qsizetype dashes = html.indexOf("--", at + 2); dashes >= 0;
         dashes = html.indexOf("--", dashes + 1)) {
        const QByteArrayView rest = QByteArrayView(html).sliced(dashes);
        if (rest.startsWith("-->"))
            return dashes + 3;
        if (rest.startsWith("--!>"))
            return dashes + 4;
    }
    return html.size();
}

} // namespace

Tag tagAt(const QByteArray &html, qsizetype at)
{
    Tag tag;
    tag.closes = at + 1 < html.size() && html[at + 1] == '/';
    const qsizetype begin = at + (tag.closes ? 2 : 1);
    qsizetype end = begin;
    if (begin < html.size() && isLetter(html[begin])) {
        while (end < html.size() && !isSpace(html[end]) && html[end] != '/' && html[end] != '>')
            ++end;
    }
    tag.name = html.mid(begin, end - begin);
    tag.end = tag.name.isEmpty() ? endOfOther(html, at) : endOfTag(html, end);
    return tag;
}

} // namespace kakehashi::security
