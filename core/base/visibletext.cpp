#include "base/visibletext.h"

#include <algorithm>

namespace kakehashi {
namespace {

/// C0, DEL and C1, the two separators that are line breaks, and all that is invisible and acts on
/// its neighbours: marks of direction (bidi), joiners, tags, the byte order mark.
bool acts(char16_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

QString shown(char16_t c)
{
    switch (c) {
    case u'\n':
        return QStringLiteral("\\n");
    case u'\r':
        return QStringLiteral("\\r");
    case u'\t':
        return QStringLiteral("\\t");
    default:
        return c < 0x100 ? QStringLiteral("\\x%1").arg(int(c), 2, 16, QLatin1Char('0'))
                         : QStringLiteral("\\u%1").arg(int(c), 4, 16, QLatin1Char('0'));
    }
}

QString made(const QString &text, bool keepsLines)
{
    const auto isMeant = [keepsLines](QChar c) {
        return !acts(c.unicode()) || (keepsLines && (c == u'\n' || c == u'\t'));
    };
    if (std::all_of(text.cbegin(), text.cend(), isMeant))
        return text;
    QString out;
    out.reserve(text.size() + 16);
    for (const QChar c : text)
        out += isMeant(c) ? QString(c) : shown(c.unicode());
    return out;
}

} // namespace

QString visible(const QString &text, qsizetype most)
{
    return made(text.size() > most ? QString(text.left(most) + u'…') : text, false);
}

QString visibleLines(const QString &text)
{
    return made(text, true);
}

QString visibleJson(const QString &document)
{
    QString out;
    out.reserve(document.size());
    for (const QChar c : document) {
        if (acts(c.unicode()) && c != u'\n' && c != u'\r' && c != u'\t') // only within strings
            out += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out;
}

} // namespace kakehashi
