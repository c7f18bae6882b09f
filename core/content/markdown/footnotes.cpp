#include "content/markdown/footnotes.h"

#include <QRegularExpression>
#include <QSet>

namespace kakehashi::content {
namespace {

struct Mark
{
    QString name;
    LooseFootnote place;
};

/// "[^1]:" at the beginning of a line, in quotes and lists too.
bool isDefinition(const QString &text, const LooseFootnote &mark)
{
    static const QRegularExpression before(QStringLiteral("\\A[ >\\t*+-]*\\z"));
    if (mark.begin + mark.length >= text.size() || text[mark.begin + mark.length] != u':')
        return false;
    const qsizetype line = mark.begin == 0 ? 0 : text.lastIndexOf(u'\n', mark.begin - 1) + 1;
    constexpr qsizetype longest = 200;
    return mark.begin - line < longest &&
           before.match(text.mid(line, mark.begin - line)).hasMatch();
}

} // namespace

QList<LooseFootnote> looseFootnotes(const QString &masked)
{
    if (!masked.contains(QLatin1String("[^")))
        return {};
    static const QRegularExpression form(QStringLiteral("\\[\\^([^\\]\\[\\s\\x{FFFC}]{1,200})\\]"));
    QList<Mark> marks;
    QSet<QString> notes;
    QSet<QString> named;
    for (auto each = form.globalMatch(masked); each.hasNext();) {
        const auto match = each.next();
        Mark mark{match.captured(1).toCaseFolded(),
                  {match.capturedStart(), match.capturedLength(), false}};
        mark.place.isNote = isDefinition(masked, mark.place);
        (mark.place.isNote ? notes : named).insert(mark.name);
        marks.append(mark);
    }
    QList<LooseFootnote> loose;
    for (const Mark &mark : std::as_const(marks))
        if (!(mark.place.isNote ? named : notes).contains(mark.name))
            loose.append(mark.place);
    return loose;
}

} // namespace kakehashi::content
