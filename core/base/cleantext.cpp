#include "base/cleantext.h"

namespace kakehashi {
namespace {

bool hasNoWidth(char32_t c)
{
    return c == 0x00AD || c == 0x180E || c == 0x200B || c == 0x2060 || c == 0x2028 || c == 0x2029;
}

template <typename Take>
void eachCharacter(const QString &text, Take take)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool isPair =
            text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const char32_t c = isPair ? QChar::surrogateToUcs4(text[at], text[at + 1])
                                  : static_cast<char32_t>(text[at].unicode());
        if (!take(c, at, isPair ? 2 : 1))
            return;
        at += isPair ? 1 : 0;
    }
}

bool isSurrogate(char32_t c)
{
    return c >= 0xD800 && c <= 0xDFFF;
}

} // namespace

bool isUnfit(char32_t c)
{
    if (c < 0xA0)
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c >= 0x7F;
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || isSurrogate(c) ||
           c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE;
}

qsizetype unfitAt(const QString &text)
{
    qsizetype found = -1;
    eachCharacter(text, [&found](char32_t c, qsizetype at, qsizetype) {
        found = isUnfit(c) ? at : -1;
        return found < 0;
    });
    return found;
}

QString cleanedText(const QString &text)
{
    if (unfitAt(text) < 0)
        return text;
    QString out;
    out.reserve(text.size());
    eachCharacter(text, [&](char32_t c, qsizetype at, qsizetype size) {
        if (isSurrogate(c))
            out += QChar(QChar::ReplacementCharacter);
        else if (!isUnfit(c))
            out += QStringView(text).mid(at, size);
        return true;
    });
    return out;
}

QString cleanedLine(const QString &text)
{
    QString out;
    out.reserve(text.size());
    const QString clean = cleanedText(text);
    for (const QChar c : clean) {
        if (c == u'\n' || c == u'\r' || c == u'\t' || c == QChar(0x2028) || c == QChar(0x2029))
            out += u' ';
        else if (!hasNoWidth(c.unicode()))
            out += c;
    }
    return out == text ? text : out.trimmed();
}

QString codePointName(char32_t c)
{
    return QStringLiteral("U+") +
           QStringLiteral("%1").arg(static_cast<uint>(c), 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace kakehashi
