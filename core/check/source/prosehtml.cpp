#include "check/source/prose.h"

#include <algorithm>

namespace kakehashi::check {
namespace {

qsizetype endOf(const QString &text, qsizetype from, QLatin1StringView mark)
{
    const qsizetype at = text.indexOf(mark, from, Qt::CaseInsensitive);
    return at < 0 ? text.size() : at + mark.size();
}

/// Where what begins with the '<' at `at` ends; `at` itself when it is a plain sign.
qsizetype endOfMarkup(const QString &text, qsizetype at)
{
    const QStringView rest = QStringView(text).mid(at);
    if (rest.startsWith(QLatin1String("<!--")))
        return endOf(text, at + 4, QLatin1String("-->"));
    for (const auto &name : {QLatin1String("script"), QLatin1String("style")}) {
        if (rest.mid(1).startsWith(name, Qt::CaseInsensitive))
            return endOf(text, at,
                         name == QLatin1String("script") ? QLatin1String("</script>")
                                                         : QLatin1String("</style>"));
    }
    const char16_t next = rest.size() > 1 ? rest[1].unicode() : u' ';
    const bool isTag = (next >= u'a' && next <= u'z') || (next >= u'A' && next <= u'Z') ||
                       next == u'/' || next == u'!';
    return isTag ? endOf(text, at, QLatin1String(">")) : at;
}

} // namespace

void hideHtml(QString &text)
{
    const QString source = text;
    for (qsizetype at = source.indexOf(u'<'); at >= 0; at = source.indexOf(u'<', at)) {
        const qsizetype end = endOfMarkup(source, at);
        for (qsizetype i = at; i < end; ++i) {
            if (source[i] != u'\n')
                text[i] = SourceText::hidden;
        }
        at = std::max(end, at + 1);
    }
}

} // namespace kakehashi::check
